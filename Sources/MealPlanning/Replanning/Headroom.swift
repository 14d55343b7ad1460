import KitchenModel
import Scheduling

/// Time to spare for what is still to surprise: hot dishes may be ready a little before serving.
///
/// A plan that holds every dish as short as can be lets all of them end in the same minute, and then
/// whichever step takes longer than its estimate puts serving off. Once reality has begun to differ
/// from the estimates, a hot dish may therefore wait up to a share of the time left till serving, or
/// as long as the best plan has it wait anyway; within that, everything starts as early as it can.
/// The nearer serving is, the less there is to spare, and the less is held. The share grows with what
/// the cooks have to do: hands that are wanted all the time cannot make up for time they have lost.
///
/// The idea is the feeding buffer of critical chains: Goldratt, *Critical Chain*, 1997.
struct Headroom {
  private let problem: SchedulingProblem
  private let elapsed: Int

  /// How long a dish may wait at least, in hundredths of the time left: about what kitchen estimates
  /// are off by at most.
  private static let leastShare = 50

  /// Looks for room in a problem of which `elapsed` is past.
  init(_ problem: SchedulingProblem, at elapsed: Seconds) {
    self.problem = problem
    self.elapsed = elapsed.count
  }

  /// A schedule that serves when `best` does and starts what is left as early as the room allows;
  /// `best` itself where none is found in time.
  func schedule(after best: Schedule, _ patience: ReplanPatience) -> Schedule {
    let left = max(0, best.completion - elapsed)
    let room = min(left, max(left * Self.leastShare / 100, handsOn(after: best)))
    var question = problem
    question.objective = .startSum
    question.completion = .fixed(best.completion)
    for index in question.groups.indices where question.groups[index].weight > 0 {
      let allowed = max(room, best.slack(of: question.groups[index], in: problem))
      question.groups[index].maximumSlack = min(
        question.groups[index].maximumSlack ?? allowed, allowed)
    }
    let options = SolveOptions(
      conflictLimit: patience.conflicts.map { $0 / 2 }, warmStart: best, explainsClash: false,
      isCancelled: { patience.isOver(.headroom) })
    return question.solve(options).schedule ?? best
  }

  /// For how long each cook's hands are wanted from now on, on average.
  private func handsOn(after schedule: Schedule) -> Int {
    let cooks = problem.attendants.reduce(0) { $0 + problem.resources[$1.index].capacity }
    let work = problem.activities.indices.map { ActivityID($0) }.reduce(0) { sum, activity in
      let mode = problem.activities[activity.index].modes[schedule[activity].mode]
      let hands = mode.requirements.filter { $0.candidates.contains(where: isCook) }
        .reduce(0) { $0 + $1.count * $1.amount }
      let begin = max(elapsed, schedule[activity].start)
      return sum + hands * max(0, schedule.end(of: activity, in: problem) - begin)
    }
    return work / max(1, cooks)
  }

  private func isCook(_ resource: ResourceID) -> Bool { problem.attendants.contains(resource) }
}
