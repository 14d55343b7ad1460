import KitchenModel
import Scheduling

/// What eating a little later would spare the food, found by solving again.
struct LaterServing {
  private let problem: SchedulingProblem
  private let schedule: Schedule
  private let naming: StepNaming
  private let menu: Menu
  private let steps: [StepReference]
  private let isCancelled: @Sendable () -> Bool

  /// How much later is tried.
  private static let delays = [5, 10, 15].map { Seconds.minutes($0) }
  /// The dead ends that each try may cost.
  private static let effort = 400

  /// Prepares to look past the schedule of a plan.
  init(
    _ schedule: Schedule, _ request: PlanRequest, _ translation: MenuTranslation,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.schedule = schedule
    problem = translation.problem
    steps = translation.steps
    menu = request.menu
    naming = StepNaming(request.menu)
    self.isCancelled = isCancelled
  }

  /// A sentence for each delay that spares more than twice its length, and more than the one
  /// before.
  var sentences: [String] {
    guard problem.objective == .staleness else { return [] }
    var sentences: [String] = []
    var least = schedule.staleness(in: problem)
    var before = Seconds.zero
    for delay in Self.delays {
      guard least > TimeSpan(delay - before) * 2, !isCancelled() else { break }
      guard let later = fresher(by: delay) else { continue }
      let staleness = later.staleness(in: problem)
      guard least - staleness > TimeSpan(delay - before) * 2, let gain = gain(of: later) else {
        continue
      }
      let change = isServingAsked ? "Begun \(delay.exactText) earlier" : "\(delay.exactText) later"
      sentences.append("\(change), \(gain).")
      (least, before) = (staleness, delay)
    }
    return sentences
  }

  /// Whether it is known when to serve, so that more time means to begin sooner.
  private var isServingAsked: Bool {
    if case .fixed = problem.completion { true } else { false }
  }

  /// The freshest schedule that is found at a later serving time.
  private func fresher(by delay: Seconds) -> Schedule? {
    var question = problem
    question.allowance = 0
    switch problem.completion {
    // Where serving time is asked for, there is more time where the plan starts sooner.
    case .fixed(let completion):
      let start = completion - schedule.makespan - TimeSpan(delay)
      if case .fixed = problem.projectStart { return nil }
      question.projectStart = .fixed(start)
    case .free:
      question.projectStart = .fixed(schedule.projectStart)
      question.completion = .fixed(schedule.completion + TimeSpan(delay))
    }
    var warm = schedule
    warm.completion = schedule.completion + TimeSpan(delay)
    return question.solveUnchecked(
      SolveOptions(
        conflictLimit: Self.effort, warmStart: warm, explainsClash: false,
        isCancelled: isCancelled)
    ).schedule
  }

  /// What gains most: a dish that waits to be served, or what a step made.
  private func gain(of later: Schedule) -> String? {
    var best: (gain: TimeSpan, words: String)?
    func offer(_ now: TimeSpan, _ then: TimeSpan, _ words: String) {
      guard now - then > best?.gain ?? 59 else { return }
      let times = "\(Seconds(then).exactText) instead of \(Seconds(now).exactText)"
      best = (now - then, "\(words): \(times)")
    }
    for group in problem.groups where group.weight > 0 {
      offer(
        schedule.slack(of: group, in: problem), later.slack(of: group, in: problem),
        "\(group.name) waiting to be served")
    }
    for term in problem.standing {
      let step = steps[term.activity.index]
      offer(
        schedule.standing(of: term, in: problem), later.standing(of: term, in: problem),
        "\(menu.dishes[step.dish].label) standing after \(naming.title(step))")
    }
    return best?.words
  }
}
