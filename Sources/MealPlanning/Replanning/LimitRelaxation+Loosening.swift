import Scheduling
import Synchronization

/// Lifting limits and putting them back.
extension LimitRelaxation {
  /// Makes an infeasible problem feasible, breaking as little as need be.
  ///
  /// The limits that do the least harm are lifted together: which of them clash is found out by
  /// putting them back, those first that hurt most. Only where that does not help, what clashes is
  /// looked for.
  ///
  /// - Parameters:
  ///   - warmStart: What to stay close to.
  ///   - isCancelled: asked often; returning true leaves limits looser than they could be.
  /// - Returns: A schedule of the problem as it is then; nil where none was found in time.
  mutating func settle(
    warmStart: Schedule, isCancelled: @escaping @Sendable () -> Bool
  ) -> Schedule? {
    for fact in problem.lengthLimits { lift(fact) }
    while true {
      var question = problem
      question.objective = .makespan
      let result = question.solveUnchecked(
        SolveOptions(conflictLimit: 500, warmStart: warmStart, isCancelled: isCancelled))
      if let schedule = result.schedule { return restored(schedule, isCancelled) }
      guard let clash = result.clash, loosen(clash) else { return nil }
    }
  }

  /// Puts the lifted limits back: first those that the schedule keeps, then the others as tight as
  /// can be.
  private mutating func restored(
    _ schedule: Schedule, _ isCancelled: @escaping @Sendable () -> Bool
  ) -> Schedule {
    var schedule = schedule
    for (fact, allowed) in lifted where value(of: fact, in: schedule) <= allowed {
      limit(fact, to: allowed)
    }
    let missed = lifted.filter { value(of: $0.fact, in: schedule) > $0.allowed }
    lifted = []
    for (fact, allowed) in missed.reversed() {
      schedule = tighten(fact, allowing: allowed, after: schedule, isCancelled: isCancelled)
    }
    return schedule
  }

  /// Lifts the mildest limit of a clash.
  ///
  /// - Returns: whether there was one to lift.
  private mutating func loosen(_ clash: [ProblemFact]) -> Bool {
    let candidates = clash.filter { Self.mildness($0) != nil && isLimit($0) }
    let mildest = candidates.min {
      (Self.mildness($0) ?? 0, clash.firstIndex(of: $0) ?? 0)
        < (Self.mildness($1) ?? 0, clash.firstIndex(of: $1) ?? 0)
    }
    if let mildest {
      lift(mildest)
      return true
    }
    // What is left is the past in conflict with itself: let one of its steps hold nothing.
    let past = clash.compactMap { fact -> ActivityID? in
      guard case .decided(let activity) = fact, released.insert(activity).inserted else {
        return nil
      }
      return activity
    }
    guard let first = past.first else { return false }
    release(first)
    return true
  }

  /// Whether the fact is a limit of the kitchen's, not the present moment or serving time.
  private func isLimit(_ fact: ProblemFact) -> Bool {
    guard case .release(let activity) = fact else { return true }
    let release = problem.activities[activity.index].release?.value ?? elapsed
    return activity.index < stepCount && release > elapsed
  }

  /// How little harm lifting a limit does, the least first; nil for what cannot be lifted.
  private static func mildness(_ fact: ProblemFact) -> Int? {
    switch fact {
    case .maximumSlack: 0
    case .maximumLag: 1
    case .release: 2
    case .deadline: 3
    case .unavailable: 4
    case .lead, .setups: 5
    case .switchPoints: 6
    case .minimumLag: 7
    case .activity, .decided, .capacity, .projectStart, .completion: nil
    }
  }

  private mutating func lift(_ fact: ProblemFact) {
    switch fact {
    case .maximumSlack(let group):
      lifted.append((fact, problem.groups[group].maximumSlack?.value ?? 0))
      problem.groups[group].maximumSlack = nil
    case .maximumLag(let lag):
      lifted.append((fact, problem.timeLags[lag].maximum?.value ?? 0))
      problem.timeLags[lag].maximum = nil
    case .deadline(let activity):
      lifted.append((fact, problem.activities[activity.index].deadline?.value ?? 0))
      problem.activities[activity.index].deadline = nil
    case .release(let activity):
      problem.activities[activity.index].release = TimePoint(elapsed)
      broken.append(BrokenFact(fact: fact))
    case .unavailable(let resource, let place):
      problem.resources[resource.index].unavailable[place] = .init(start: -2, end: -1)
      broken.append(BrokenFact(fact: fact))
    case .lead(let activity):
      for mode in problem.activities[activity.index].modes.indices {
        problem.activities[activity.index].modes[mode].lead = 0
      }
      broken.append(BrokenFact(fact: fact))
    case .setups(let resource):
      problem.resources[resource.index].setups = problem.resources[resource.index].setups.map {
        $0.map { $0.map { _ in 0 } }
      }
      broken.append(BrokenFact(fact: fact))
    case .switchPoints:
      problem.attendants = []
      for activity in problem.activities.indices {
        for mode in problem.activities[activity].modes.indices {
          problem.activities[activity].modes[mode].needsSwitchPoint = false
        }
      }
      broken.append(BrokenFact(fact: fact))
    case .minimumLag(let lag):
      problem.timeLags[lag].minimum = nil
      broken.append(BrokenFact(fact: fact))
    case .activity, .decided, .capacity, .projectStart, .completion: break
    }
  }

  /// Puts a lifted limit back, as tight as it can be.
  ///
  /// - Parameter schedule: A schedule of the problem as it is.
  /// - Returns: One that also keeps the limit put back.
  private mutating func tighten(
    _ fact: ProblemFact, allowing allowed: Int, after schedule: Schedule,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> Schedule {
    var schedule = schedule
    var high = max(allowed, value(of: fact, in: schedule))
    var low = allowed
    // The plan that serves soonest mostly breaks a limit by the least already.
    var middle = high - 1
    while low < high, !isCancelled() {
      limit(fact, to: middle)
      if let found = anySchedule(isCancelled) {
        schedule = found
        high = max(allowed, value(of: fact, in: found))
      } else {
        low = middle + 1
      }
      middle = (low + high) / 2
    }
    limit(fact, to: high)
    if high > allowed {
      broken.append(BrokenFact(fact: fact, allowed: allowed, actual: high))
    }
    return schedule
  }

  /// Some schedule of the problem; nil where none is found soon.
  private func anySchedule(_ isCancelled: @escaping @Sendable () -> Bool) -> Schedule? {
    var question = problem
    question.objective = .makespan
    let isFound = Atomic<Bool>(false)
    let options = SolveOptions(
      conflictLimit: 500, explainsClash: false,
      isCancelled: { isFound.load(ordering: .relaxed) || isCancelled() },
      onProgress: { if $0.best != nil { isFound.store(true, ordering: .relaxed) } })
    return question.solveUnchecked(options).schedule
  }

  private mutating func limit(_ fact: ProblemFact, to value: Int) {
    switch fact {
    case .maximumSlack(let group): problem.groups[group].maximumSlack = TimeSpan(value)
    case .maximumLag(let lag): problem.timeLags[lag].maximum = TimeSpan(value)
    case .deadline(let activity): problem.activities[activity.index].deadline = TimePoint(value)
    default: break
    }
  }

  /// What the schedule makes of a limited length.
  private func value(of fact: ProblemFact, in schedule: Schedule) -> Int {
    switch fact {
    case .maximumSlack(let group): schedule.slack(of: problem.groups[group], in: problem).value
    case .maximumLag(let index): schedule.length(of: problem.timeLags[index], in: problem).value
    case .deadline(let activity): schedule.end(of: activity, in: problem).value
    default: 0
    }
  }
}

extension SchedulingProblem {
  /// The limits on lengths that may be exceeded by a little, the mildest first.
  fileprivate var lengthLimits: [ProblemFact] {
    groups.indices.filter { groups[$0].maximumSlack != nil }.map(ProblemFact.maximumSlack)
      + timeLags.indices.filter { timeLags[$0].maximum != nil }.map(ProblemFact.maximumLag)
      + activities.indices.filter { activities[$0].deadline != nil }
      .map { .deadline(ActivityID($0)) }
  }
}
