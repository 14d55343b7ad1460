import KitchenModel
import Scheduling

/// The limits of a problem that what has happened made impossible, loosened by as little as need be.
///
/// First goes what the past has settled: distances between steps that have begun, absences during
/// which somebody is at work all the same. Then, as long as the problem is infeasible, the mildest
/// limit of a clash is lifted; once it is feasible, each lifted limit comes back as tight as the
/// others allow.
struct LimitRelaxation {
  /// The problem so far.
  private(set) var problem: SchedulingProblem
  /// The limits that are broken, in the order in which they were found to be.
  private(set) var broken: [BrokenLimit] = []
  private var lifted: [(fact: ProblemFact, allowed: Int)] = []
  private var released: Set<ActivityID> = []
  private let stepCount: Int
  /// The present moment.
  private let elapsed: Int

  /// A limit, with what it allowed and what it comes to.
  struct BrokenLimit: Hashable {
    var fact: ProblemFact
    /// In seconds; 0 where the fact is no length.
    var allowed: Int = 0
    /// In seconds; 0 where the fact is no length.
    var actual: Int = 0
  }

  /// Takes away what the past has settled.
  init(_ translation: MenuTranslation, _ request: PlanRequest) {
    problem = translation.problem
    stepCount = translation.steps.count
    elapsed = request.elapsed?.count ?? 0
    settleLags()
    settleWindows()
    settleOverlaps()
  }

  private func isDecided(_ activity: ActivityID) -> Bool {
    problem.activities[activity.index].decided != nil
  }

  private func start(_ activity: ActivityID) -> Int {
    problem.activities[activity.index].decided?.start ?? 0
  }

  private func end(_ activity: ActivityID) -> Int {
    guard let decided = problem.activities[activity.index].decided else { return 0 }
    return decided.start + problem.activities[activity.index].modes[decided.mode].duration
  }

  private mutating func settleLags() {
    for index in problem.timeLags.indices {
      let lag = problem.timeLags[index]
      guard isDecided(lag.to) else { continue }
      if isDecided(lag.from) {
        problem.timeLags[index].minimum = nil
        problem.timeLags[index].maximum = nil
      } else if lag.minimum != nil {
        // It was begun although what comes before it is still to do.
        problem.timeLags[index].minimum = nil
        broken.append(BrokenLimit(fact: .minimumLag(index)))
      }
    }
  }

  private mutating func settleWindows() {
    for activity in problem.activities.indices.map({ ActivityID($0) }) where isDecided(activity) {
      let (from, to) = (start(activity), end(activity))
      guard from < to else { continue }
      for resource in held(by: activity) {
        let windows = problem.resources[resource.index].unavailable
        for (place, window) in windows.enumerated() where window.start < to && from < window.end {
          broken.append(BrokenLimit(fact: .unavailable(resource, place)))
          // An empty window is none; the places of the others name them.
          problem.resources[resource.index].unavailable[place] =
            to < window.end ? .init(start: to, end: window.end) : .init(start: -2, end: -1)
        }
      }
    }
  }

  /// What a decided activity surely holds.
  private func held(by activity: ActivityID) -> [ResourceID] {
    guard let decided = problem.activities[activity.index].decided else { return [] }
    return decided.allocation?.flatMap { $0 } ?? []
  }

  /// Lets an activity that has begun hold nothing where it shares what others, that end later, have
  /// already.
  private mutating func settleOverlaps() {
    let decided = problem.activities.indices.map { ActivityID($0) }
      .filter { isDecided($0) && start($0) < end($0) }
      .sorted { (end($1), $0) < (end($0), $1) }
    var kept: [ActivityID] = []
    for activity in decided {
      kept.append(activity)
      if overloads(kept) {
        kept.removeLast()
        release(activity)
      }
    }
  }

  private func overloads(_ activities: [ActivityID]) -> Bool {
    let moments = activities.map(start)
    return problem.resources.indices.contains { index in
      moments.contains { moment in
        let load = activities.reduce(0) { sum, activity in
          guard start(activity) <= moment, moment < end(activity) else { return sum }
          return sum + amount(of: ResourceID(index), heldBy: activity)
        }
        return load > problem.resources[index].capacity
      }
    }
  }

  private func amount(of resource: ResourceID, heldBy activity: ActivityID) -> Int {
    guard let decided = problem.activities[activity.index].decided,
      let allocation = decided.allocation
    else { return 0 }
    let mode = problem.activities[activity.index].modes[decided.mode]
    return zip(mode.requirements, allocation).reduce(0) { sum, pair in
      sum + (pair.1.contains(resource) ? pair.0.amount : 0)
    }
  }

  private mutating func release(_ activity: ActivityID) {
    guard let decided = problem.activities[activity.index].decided else { return }
    problem.activities[activity.index].modes[decided.mode].requirements = []
    problem.activities[activity.index].decided?.allocation = []
  }
}

extension LimitRelaxation {
  /// Lifts the mildest limit of a clash.
  ///
  /// - Returns: whether there was one to lift.
  mutating func loosen(_ clash: [ProblemFact]) -> Bool {
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
    let release = problem.activities[activity.index].release ?? elapsed
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
      lifted.append((fact, problem.groups[group].maximumSlack ?? 0))
      problem.groups[group].maximumSlack = nil
    case .maximumLag(let lag):
      lifted.append((fact, problem.timeLags[lag].maximum ?? 0))
      problem.timeLags[lag].maximum = nil
    case .deadline(let activity):
      lifted.append((fact, problem.activities[activity.index].deadline ?? 0))
      problem.activities[activity.index].deadline = nil
    case .release(let activity):
      problem.activities[activity.index].release = elapsed
      broken.append(BrokenLimit(fact: fact))
    case .unavailable(let resource, let place):
      problem.resources[resource.index].unavailable[place] = .init(start: -2, end: -1)
      broken.append(BrokenLimit(fact: fact))
    case .lead(let activity):
      for mode in problem.activities[activity.index].modes.indices {
        problem.activities[activity.index].modes[mode].lead = 0
      }
      broken.append(BrokenLimit(fact: fact))
    case .setups(let resource):
      problem.resources[resource.index].setups = problem.resources[resource.index].setups.map {
        $0.map { $0.map { _ in 0 } }
      }
      broken.append(BrokenLimit(fact: fact))
    case .switchPoints:
      problem.attendants = []
      for activity in problem.activities.indices {
        for mode in problem.activities[activity].modes.indices {
          problem.activities[activity].modes[mode].needsSwitchPoint = false
        }
      }
      broken.append(BrokenLimit(fact: fact))
    case .minimumLag(let lag):
      problem.timeLags[lag].minimum = nil
      broken.append(BrokenLimit(fact: fact))
    case .activity, .decided, .capacity, .projectStart, .completion: break
    }
  }

  /// Puts the last limit lifted back, as tight as it can be.
  ///
  /// - Parameter schedule: A schedule of the problem as it is.
  /// - Returns: whether there was one, so that the problem is to be solved again.
  mutating func tighten(
    after schedule: Schedule, isCancelled: @escaping @Sendable () -> Bool
  ) -> Bool {
    guard let (fact, allowed) = lifted.popLast() else { return false }
    var high = value(of: fact, in: schedule)
    guard high > allowed else {
      // Another limit's lifting made this one's needless.
      limit(fact, to: allowed)
      return true
    }
    var low = allowed
    // The plan that serves soonest mostly breaks a limit by the least already.
    var middle = high - 1
    while low < high {
      limit(fact, to: middle)
      if isFeasible(isCancelled) { high = middle } else { low = middle + 1 }
      middle = (low + high) / 2
    }
    limit(fact, to: high)
    if high > allowed {
      broken.append(BrokenLimit(fact: fact, allowed: allowed, actual: high))
    }
    return true
  }

  /// Whether some schedule keeps the problem; false where that is not found out soon.
  private func isFeasible(_ isCancelled: @escaping @Sendable () -> Bool) -> Bool {
    var question = problem
    question.objective = .makespan
    let options = SolveOptions(
      conflictLimit: 500, explainsClash: false, isCancelled: isCancelled)
    return question.solve(options).schedule != nil
  }

  private mutating func limit(_ fact: ProblemFact, to value: Int) {
    switch fact {
    case .maximumSlack(let group): problem.groups[group].maximumSlack = value
    case .maximumLag(let lag): problem.timeLags[lag].maximum = value
    case .deadline(let activity): problem.activities[activity.index].deadline = value
    default: break
    }
  }

  /// What the schedule makes of a limited length.
  private func value(of fact: ProblemFact, in schedule: Schedule) -> Int {
    switch fact {
    case .maximumSlack(let group): schedule.slack(of: problem.groups[group], in: problem)
    case .maximumLag(let index):
      schedule[problem.timeLags[index].to].start
        - (problem.timeLags[index].moment == .start
          ? schedule[problem.timeLags[index].from].start
          : schedule.end(of: problem.timeLags[index].from, in: problem))
    case .deadline(let activity): schedule.end(of: activity, in: problem)
    default: 0
    }
  }
}
