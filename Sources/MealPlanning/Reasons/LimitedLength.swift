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
      guard let value = problem.groups[group].maximumSlack else { return nil }
      (limit, loosest) = (value, nil)
    case .maximumLag(let lag):
      guard let value = problem.timeLags[lag].maximum else { return nil }
      (limit, loosest) = (value, nil)
    case .minimumLag(let lag):
      // What follows something does not come before it, whatever the distance.
      guard let value = problem.timeLags[lag].minimum, value > 0 else { return nil }
      (limit, loosest) = (-value, 0)
    case .deadline(let activity):
      guard let value = problem.activities[activity.index].deadline else { return nil }
      (limit, loosest) = (value, nil)
    case .release(let activity):
      guard let value = problem.activities[activity.index].release else { return nil }
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
    case .maximumSlack(let group): problem.groups[group].maximumSlack = value
    case .maximumLag(let lag): problem.timeLags[lag].maximum = value
    case .minimumLag(let lag): problem.timeLags[lag].minimum = value.map { -$0 }
    case .deadline(let activity): problem.activities[activity.index].deadline = value
    case .release(let activity): problem.activities[activity.index].release = value.map { -$0 }
    default: break
    }
  }

  /// What the limit would have to be for a schedule to keep it.
  func measure(_ schedule: Schedule, of problem: SchedulingProblem) -> Int {
    switch fact {
    case .maximumSlack(let group): schedule.slack(of: problem.groups[group], in: problem)
    case .maximumLag(let lag): distance(of: problem.timeLags[lag], in: schedule, problem)
    case .minimumLag(let lag): -distance(of: problem.timeLags[lag], in: schedule, problem)
    case .deadline(let activity): schedule.end(of: activity, in: problem)
    case .release(let activity): -schedule[activity].start
    default: limit
    }
  }

  private func distance(
    of lag: TimeLag, in schedule: Schedule, _ problem: SchedulingProblem
  ) -> Int {
    let origin =
      lag.moment == .start ? schedule[lag.from].start : schedule.end(of: lag.from, in: problem)
    return schedule[lag.to].start - origin
  }
}
