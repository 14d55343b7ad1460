import KitchenModel
import Scheduling

/// The smallest changes that would make an infeasible meal possible, found by solving again.
///
/// Each fact of the clash is loosened alone: a length by as little as need be (a bisection), a
/// cook or an appliance by one more, an absence by its omission. Where a meal has more than one
/// clash, that may not do: then limits are loosened together, or a dish is left out.
struct ChangeSearch {
  private let request: PlanRequest
  private let translation: MenuTranslation
  private let naming: StepNaming
  private let isCancelled: @Sendable () -> Bool

  /// Prepares to search changes to `request`, which `translation` translates.
  init(
    _ request: PlanRequest, _ translation: MenuTranslation,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.request = request
    self.translation = translation
    self.isCancelled = isCancelled
    naming = StepNaming(request.menu)
  }

  /// A sentence for each change that helps by itself, in the order of the clash; where none does,
  /// limits that help together, and the dishes whose omission helps.
  func sentences(for clash: [ProblemFact]) -> [String] {
    var sentences: [String] = []
    for fact in clash where !isCancelled() {
      if let sentence = sentence(fact), !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences.isEmpty ? [together].compactMap { $0 } + omissions : sentences
  }

  private func sentence(_ fact: ProblemFact) -> String? {
    let problem = translation.problem
    switch fact {
    case .maximumSlack, .maximumLag, .minimumLag, .deadline, .release:
      return LimitedLength(fact, in: problem).flatMap { length in
        least(length, in: problem).flatMap { words(fact, loosenedTo: $0) }
      }
    case .unavailable(let resource, let place):
      var changed = problem
      changed.resources[resource.index].unavailable[place] = .init(start: -2, end: -1)
      return isFeasible(changed) ? words(fact, loosenedTo: 0) : nil
    case .capacity(let resource), .setups(let resource): return oneMore(resource)
    case .completion: return later
    case .projectStart: return earlier
    case .activity, .decided, .switchPoints, .lead: return nil
    }
  }

  /// That a limit may be another; nil where there are no words for that.
  private func words(_ fact: ProblemFact, loosenedTo value: Int) -> String? {
    switch fact {
    case .maximumSlack(let group):
      "If \(translation.problem.groups[group].name) may wait \(Seconds(value).exactText) to be "
        + "served."
    case .maximumLag(let lag): words(translation.lagOwners[lag], value)
    case .minimumLag(let lag): words(translation.lagOwners[lag], -value)
    case .deadline(let activity):
      "If \(name(activity)) may be over by \(translation.frame.text(value))."
    case .release(let activity):
      "If \(name(activity)) may start at \(translation.frame.text(-value))."
    case .unavailable(let resource, _):
      "If \(translation.problem.resources[resource.index].name) is not away then."
    default: nil
    }
  }

  private func words(_ owner: MenuTranslation.LagOwner, _ distance: Int) -> String {
    let moment = owner.dependency.from == .start ? "start" : "end"
    let side = distance < 0 ? "before" : "after"
    return "If \(naming.name(owner.step)) may start \(Seconds(abs(distance)).exactText) \(side) "
      + "the \(moment) of \(naming.name(owner.other))."
  }

  private func name(_ activity: ActivityID) -> String {
    naming.name(translation.steps[activity.index])
  }

  /// One more cook or appliance.
  private func oneMore(_ resource: ResourceID) -> String? {
    var changed = request
    if translation.problem.attendants.contains(resource) {
      changed.menu.kitchen.addCooks(1)
      return isFeasible(MenuTranslation(changed).problem) ? "With one more cook." : nil
    }
    let place = changed.menu.kitchen.equipment.firstIndex {
      translation.equipment.ids(of: $0.name).contains(resource)
    }
    guard let place else { return nil }
    changed.menu.kitchen.equipment[place].count += 1
    guard isFeasible(MenuTranslation(changed).problem) else { return nil }
    return "With one more \(changed.menu.kitchen.equipment[place].name)."
  }

  /// The soonest later serving time, where one was asked for.
  private var later: String? {
    guard case .serve(let instant) = request.anchor, translation.frame.origin != nil else {
      return nil
    }
    return delay { delay in
      var changed = request
      changed.anchor = .serve(instant + delay)
      return changed
    }.map { "If it is served at \(MomentNaming.text(instant + $0, in: request.timeZone))." }
  }

  /// The latest earlier start, where the clock has a say.
  private var earlier: String? {
    guard translation.frame.origin != nil else { return nil }
    let start: Instant
    switch request.anchor {
    case .serve: return nil
    case .start(let instant): start = instant
    case .none: start = request.now
    }
    return delay { delay in
      var changed = request
      changed.anchor = .start(start - delay)
      return changed
    }.map { "If it starts at \(MomentNaming.text(start - $0, in: request.timeZone))." }
  }

  /// The least delay in steps of five minutes, up to twelve hours, that makes a request possible.
  private func delay(_ changed: (Seconds) -> PlanRequest) -> Seconds? {
    // Clock times are those nearest to the time asked for, so that a delay may also harm: the
    // first that helps is sought from the front, in ever larger strides.
    var before = 0
    for minutes in [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720] {
      if isCancelled() { return nil }
      guard isFeasible(MenuTranslation(changed(.minutes(minutes))).problem) else {
        before = minutes
        continue
      }
      var (low, high) = (before / 5 + 1, minutes / 5)
      while low < high {
        let middle = (low + high) / 2
        if isFeasible(MenuTranslation(changed(.minutes(middle * 5))).problem) {
          high = middle
        } else {
          low = middle + 1
        }
      }
      return .minutes(high * 5)
    }
    return nil
  }

  /// The lengths that have to give way together, each by as little as the others allow; nil where
  /// lengths alone do not do, or that is not found out soon.
  private var together: String? {
    var problem = translation.problem
    var lifted: [(fact: ProblemFact, length: LimitedLength)] = []
    while !isCancelled() {
      let result = solve(problem, explainsClash: true)
      if result.schedule != nil { break }
      let lengths = (result.clash ?? []).compactMap { fact in
        LimitedLength(fact, in: problem).map { (fact, $0) }
      }
      // The clash is in the order of the problem, and a wait before serving does the least harm.
      guard let next = lengths.first(where: { $0.1.isWait }) ?? lengths.first else { return nil }
      next.1.set(nil, in: &problem)
      lifted.append(next)
    }
    var clauses: [String] = []
    for (fact, length) in lifted.reversed() {
      guard let value = least(length, in: problem) else { return nil }
      length.set(value, in: &problem)
      guard value > length.limit, let sentence = words(fact, loosenedTo: value) else { continue }
      clauses.append(String(sentence.dropFirst("If ".count).dropLast()))
    }
    return clauses.isEmpty ? nil : "If \(clauses.reversed().listed())."
  }

  private var omissions: [String] {
    guard request.menu.dishes.count > 1 else { return [] }
    return request.menu.dishes.indices.compactMap { dish in
      if isCancelled() { return nil }
      var changed = request
      changed.menu.dishes.remove(at: dish)
      guard changed.menu.findings.isEmpty, isFeasible(MenuTranslation(changed).problem) else {
        return nil
      }
      return "Without \(request.menu.dishes[dish].label)."
    }
  }

  /// The tightest value of a length, its own limit or looser, with which a problem is feasible, in
  /// whole minutes where the limit is; nil where none is.
  ///
  /// A schedule that the lifted limit allows shows how far the search has to look.
  private func least(_ length: LimitedLength, in problem: SchedulingProblem) -> Int? {
    var lifted = problem
    length.set(nil, in: &lifted)
    guard let schedule = solve(lifted).schedule else { return nil }
    // A finer grain than the problem's own would only make each question longer.
    let grain = [60, 30, 15, 5].first { length.limit.isMultiple(of: $0) } ?? 1
    func value(_ strides: Int) -> Int {
      min(length.limit + strides * grain, length.loosest ?? .max)
    }
    let reach = length.measure(schedule, of: lifted) - length.limit
    var (low, high) = (0, max(0, (reach + grain - 1) / grain))
    while low < high {
      let middle = (low + high) / 2
      var changed = problem
      length.set(value(middle), in: &changed)
      if isFeasible(changed) { high = middle } else { low = middle + 1 }
    }
    return value(high)
  }

  /// Whether some schedule keeps a problem; false where that is not found out soon.
  private func isFeasible(_ problem: SchedulingProblem) -> Bool {
    solve(problem).schedule != nil
  }

  private func solve(
    _ problem: SchedulingProblem, explainsClash: Bool = false
  ) -> SolveResult {
    var question = problem
    question.objective = .makespan
    return question.solveUnchecked(
      SolveOptions(
        conflictLimit: 2_000, explainsClash: explainsClash, isCancelled: isCancelled))
  }
}

extension Kitchen {
  /// Adds cooks that nobody needs to know by name.
  mutating func addCooks(_ more: Int) {
    switch cooks {
    case .count(let count): cooks = .count(count + more)
    case .named(let names):
      var names = names
      var keys = Set(names.map { Name.key(of: $0) })
      var number = names.count
      for _ in 0..<more {
        repeat { number += 1 } while !keys.insert(Name.key(of: "cook \(number)")).inserted
        names.append("cook \(number)")
      }
      cooks = .named(names)
    }
  }
}

extension ClockFrame {
  /// What the clock shows at a time of the axis.
  fileprivate func text(_ time: Int) -> String {
    origin.map { MomentNaming.text($0 + Seconds(time), in: timeZone) } ?? Seconds(time).exactText
  }
}
