import KitchenModel
import Scheduling

/// The smallest single changes that would make an infeasible meal possible, found by solving again.
///
/// Each fact of the clash is loosened alone: a length by as little as need be (a bisection), a
/// cook or an appliance by one more, an absence by its omission.
struct ChangeSearch {
  private let request: PlanRequest
  private let translation: MenuTranslation
  private let words: StepNaming
  private let isCancelled: @Sendable () -> Bool

  /// Prepares to search changes to `request`, which `translation` translates.
  init(
    _ request: PlanRequest, _ translation: MenuTranslation,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.request = request
    self.translation = translation
    self.isCancelled = isCancelled
    words = StepNaming(request.menu)
  }

  /// A sentence for each change that helps by itself, in the order of the clash; where none does,
  /// the dishes whose omission helps.
  func sentences(for clash: [ProblemFact]) -> [String] {
    var sentences: [String] = []
    for fact in clash {
      if let sentence = sentence(fact), !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences.isEmpty ? omissions : sentences
  }

  private func sentence(_ fact: ProblemFact) -> String? {
    let problem = translation.problem
    switch fact {
    case .maximumSlack(let group):
      guard let limit = problem.groups[group].maximumSlack else { return nil }
      return least(above: limit) { $0.groups[group].maximumSlack = $1 }.map {
        "If \(problem.groups[group].name) may wait \(Seconds($0).spokenText) to be served."
      }
    case .maximumLag(let index):
      guard let limit = problem.timeLags[index].maximum else { return nil }
      let owner = translation.lagOwners[index]
      let moment = owner.dependency.from == .start ? "start" : "end"
      return least(above: limit) { $0.timeLags[index].maximum = $1 }.map {
        "If \(words.name(owner.step)) may start \(Seconds($0).spokenText) after the \(moment) of "
          + "\(words.name(owner.other))."
      }
    case .minimumLag(let index):
      guard let limit = problem.timeLags[index].minimum, limit > 0 else { return nil }
      let owner = translation.lagOwners[index]
      return least(above: -limit, atMost: 0) { $0.timeLags[index].minimum = -$1 }.map {
        "If \(words.name(owner.step)) may start \(Seconds(-$0).spokenText) after "
          + "\(words.name(owner.other))."
      }
    case .deadline(let activity):
      guard let limit = problem.activities[activity.index].deadline else { return nil }
      return least(above: limit) { $0.activities[activity.index].deadline = $1 }.map {
        "If \(name(activity)) may be over by \(translation.frame.text($0))."
      }
    case .release(let activity):
      guard let limit = problem.activities[activity.index].release else { return nil }
      return least(above: -limit) { $0.activities[activity.index].release = -$1 }.map {
        "If \(name(activity)) may start at \(translation.frame.text(-$0))."
      }
    case .unavailable(let resource, let place):
      var changed = problem
      changed.resources[resource.index].unavailable[place] = .init(start: -2, end: -1)
      guard isFeasible(changed) else { return nil }
      return "If \(problem.resources[resource.index].name) is not away then."
    case .capacity(let resource), .setups(let resource): return oneMore(resource)
    case .completion: return later
    case .projectStart: return earlier
    case .activity, .decided, .switchPoints, .lead: return nil
    }
  }

  private func name(_ activity: ActivityID) -> String {
    words.name(translation.steps[activity.index])
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

  private var omissions: [String] {
    guard request.menu.dishes.count > 1 else { return [] }
    return request.menu.dishes.indices.compactMap { dish in
      var changed = request
      changed.menu.dishes.remove(at: dish)
      guard changed.menu.findings.isEmpty, isFeasible(MenuTranslation(changed).problem) else {
        return nil
      }
      return "Without \(request.menu.dishes[dish].label)."
    }
  }

  /// The least value above `limit` of a changed length that makes the problem feasible, in whole
  /// minutes where the limit is; nil where none up to 30 days, or `most`, does.
  private func least(
    above limit: Int, atMost most: Int = .max, _ change: (inout SchedulingProblem, Int) -> Void
  ) -> Int? {
    let unit = limit % 60 == 0 ? 60 : 1
    func isFeasible(at steps: Int) -> Bool {
      var changed = translation.problem
      change(&changed, min(limit + steps * unit, most))
      return self.isFeasible(changed)
    }
    let longest = min(Seconds.longest.count, most == .max ? .max : most - limit) / unit
    guard longest > 0, isFeasible(at: longest) else { return nil }
    var high = 1
    while high < longest, !isFeasible(at: high) { high = min(high * 2, longest) }
    var low = high / 2 + 1
    while low < high {
      let middle = (low + high) / 2
      if isFeasible(at: middle) { high = middle } else { low = middle + 1 }
    }
    return min(limit + high * unit, most)
  }

  /// Whether some schedule keeps a problem; false where that is not found out soon.
  private func isFeasible(_ problem: SchedulingProblem) -> Bool {
    var question = problem
    question.objective = .makespan
    let options = SolveOptions(
      conflictLimit: 2_000, explainsClash: false, isCancelled: isCancelled)
    return question.solve(options).schedule != nil
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
    origin.map { MomentNaming.text($0 + Seconds(time), in: timeZone) } ?? Seconds(time).spokenText
  }
}
