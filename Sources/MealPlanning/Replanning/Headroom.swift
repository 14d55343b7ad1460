import KitchenModel
import Scheduling

/// Time to spare for what is still to surprise: hot dishes may be ready a little before serving.
///
/// A plan that holds every dish as short as can be lets all of them end in the same minute, and then
/// whichever step takes longer than its estimate puts serving off. Once reality has begun to differ
/// from the estimates, a hot dish may therefore wait up to a share of the time left till serving, or
/// as long as the best plan has it wait anyway; within that, everything starts as early as it can.
/// The nearer serving is, the less there is to spare, and the less is held.
///
/// The idea is the feeding buffer of critical chains: Goldratt, *Critical Chain*, 1997.
struct Headroom {
  private let problem: SchedulingProblem
  private let elapsed: Int

  /// How long a dish may wait, in hundredths of the time left: about what kitchen estimates are off
  /// by at most.
  private static let share = 50

  /// Looks for room in a problem of which `elapsed` is past.
  init(_ problem: SchedulingProblem, at elapsed: Seconds) {
    self.problem = problem
    self.elapsed = elapsed.count
  }

  /// A schedule that serves when `best` does and starts what is left as early as the room allows;
  /// `best` itself where none is found in time.
  func schedule(after best: Schedule, _ patience: ReplanPatience) -> Schedule {
    let room = max(0, best.completion - elapsed) * Self.share / 100
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
      isCancelled: patience.isOver)
    return question.solve(options).schedule ?? best
  }
}
