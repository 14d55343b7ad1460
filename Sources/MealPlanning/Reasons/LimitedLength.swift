import Scheduling

/// A limit of a problem that is a length or a moment: read, lifted, set to another value, and
/// measured in a schedule.
///
/// Values are counted so that more is looser: a least distance and an earliest start by their
/// negatives.
struct LimitedLength {
  private let fact: ProblemFact
  /// The limit as the problem has it.
  let limit: Int
  /// The loosest value that makes sense; nil where there is none.
  let loosest: Int?

  /// Finds the limit that a fact is; nil where it is not a length, or where nothing looser makes
  /// sense.
  init?(_ fact: ProblemFact, in problem: SchedulingProblem) {
    self.fact = fact
    switch fact {
    case .maximumSlack(let group):
      guard let value = problem.groups[group].maximumSlack?.value else { return nil }
      (limit, loosest) = (value, nil)
    case .maximumLag(let lag):
      guard let value = problem.timeLags[lag].maximum?.value else { return nil }
      (limit, loosest) = (value, nil)
    case .minimumLag(let lag):
      // What follows something does not come before it, whatever the distance.
      guard let value = problem.timeLags[lag].minimum?.value, value > 0 else { return nil }
      (limit, loosest) = (-value, 0)
    case .deadline(let activity):
      guard let value = problem.activities[activity.index].deadline?.value else { return nil }
      (limit, loosest) = (value, nil)
    case .release(let activity):
      guard let value = problem.activities[activity.index].release?.value else { return nil }
      (limit, loosest) = (-value, nil)
    default: return nil
    }
  }

  /// Whether it limits how long a dish waits to be served.
  var isWait: Bool {
    if case .maximumSlack = fact { true } else { false }
  }

  /// Sets the limit; nil lifts it as far as makes sense.
  func set(_ value: Int?, in problem: inout SchedulingProblem) {
    let value = value ?? loosest
    switch fact {
    case .maximumSlack(let group): problem.groups[group].maximumSlack = value.map { TimeSpan($0) }
    case .maximumLag(let lag): problem.timeLags[lag].maximum = value.map { TimeSpan($0) }
    case .minimumLag(let lag): problem.timeLags[lag].minimum = value.map { TimeSpan(-$0) }
    case .deadline(let activity):
      problem.activities[activity.index].deadline = value.map { TimePoint($0) }
    case .release(let activity):
      problem.activities[activity.index].release = value.map { TimePoint(-$0) }
    default: break
    }
  }

  /// What the limit would have to be for a schedule to keep it.
  func measure(_ schedule: Schedule, of problem: SchedulingProblem) -> Int {
    switch fact {
    case .maximumSlack(let group): schedule.slack(of: problem.groups[group], in: problem).value
    case .maximumLag(let lag): schedule.length(of: problem.timeLags[lag], in: problem).value
    case .minimumLag(let lag): -schedule.length(of: problem.timeLags[lag], in: problem).value
    case .deadline(let activity): schedule.end(of: activity, in: problem).value
    case .release(let activity): -schedule[activity].start.value
    default: limit
    }
  }
}
