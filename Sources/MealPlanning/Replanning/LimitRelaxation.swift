import KitchenModel
import Scheduling

/// The limits of a problem that what has happened made impossible, loosened by as little as need
/// be.
///
/// First goes what the past has settled: distances between steps that have begun, absences during
/// which somebody is at work all the same. Then, as long as the problem is infeasible, the mildest
/// limit of a clash is lifted; once it is feasible, each lifted limit comes back as tight as the
/// others allow (`LimitRelaxation+Loosening.swift`).
struct LimitRelaxation {
  /// The problem so far.
  var problem: SchedulingProblem
  /// The limits that are broken, in the order in which they were found to be.
  var broken: [BrokenFact] = []
  /// Limits that are lifted for now, with what they allowed.
  var lifted: [(fact: ProblemFact, allowed: Int)] = []
  /// Steps of the past that hold nothing any more.
  var released: Set<ActivityID> = []
  /// How many activities are steps.
  let stepCount: Int
  /// The present moment.
  let elapsed: Int

  /// A limit, with what it allowed and what it comes to.
  struct BrokenFact: Hashable {
    var fact: ProblemFact
    /// In seconds; 0 where the fact is not a length.
    var allowed: Int = 0
    /// In seconds; 0 where the fact is not a length.
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

  private func start(_ activity: ActivityID) -> TimePoint {
    problem.activities[activity.index].decided?.start ?? 0
  }

  private func end(_ activity: ActivityID) -> TimePoint {
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
        broken.append(BrokenFact(fact: .minimumLag(index)))
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
          broken.append(BrokenFact(fact: .unavailable(resource, place)))
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

  /// Lets an activity hold nothing.
  mutating func release(_ activity: ActivityID) {
    guard let decided = problem.activities[activity.index].decided else { return }
    problem.activities[activity.index].modes[decided.mode].requirements = []
    problem.activities[activity.index].decided?.allocation = []
  }
}
