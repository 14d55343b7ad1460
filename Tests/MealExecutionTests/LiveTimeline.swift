import KitchenModel
import MealExecution
import TestSupport

/// Plays a live run through its driver on a manual clock, timer by timer, and has what is said: each
/// line with its moment, remarks among them, in the order in which a cook hears them.
actor LiveTimeline {
  nonisolated let bench: Bench
  private let running: Task<Run.Status, any Error>
  private var tickets = 0
  private var shown = 0

  /// Begins to run the machine; the clock stands at `start`, which may be before the run's beginning.
  init(
    _ machine: RunStateMachine, replanner: (any Replanner)? = nil, startingAt start: Int = 0
  ) {
    let bench = Bench(machine, replanner: replanner, startingAt: Seconds(start))
    self.bench = bench
    running = Task { try await bench.driver.run() }
  }

  /// Begins a new live run of a plan.
  init(
    _ plan: Plan, _ policy: Run.Policy = .static, limits: RunLimits = RunLimits(),
    replanner: (any Replanner)? = nil, startingAt start: Int = 0
  ) {
    self.init(
      RunStateMachine(
        plan: plan, settings: .test(policy, .cook, limits: limits), placer: AppendingPlacer()),
      replanner: replanner, startingAt: start)
  }

  /// What has been said so far, without the answers to verbs.
  nonisolated var lines: [String] { bench.listener.lines.filter { !$0.hasPrefix("answer ") } }

  /// The log so far.
  nonisolated var events: [RunEvent] { bench.journal.entries.map(\.event) }

  /// The machine as it stands.
  var machine: RunStateMachine { get async { await bench.driver.machine } }

  /// Lets time pass, each timer at its own moment, until the clock reads `moment`.
  func advance(to moment: Int) async {
    while let next = await nextTimer(), next <= Seconds(moment) { await ring(next, at: next) }
    bench.clock.advance(to: Seconds(moment))
  }

  /// Says something at a moment; the refusal, where it is refused.
  @discardableResult
  func say(_ verb: RunVerb, at moment: Int) async -> VerbRefusal? {
    await advance(to: moment)
    tickets += 1
    bench.say.yield(RunRequest(verb, ticket: tickets))
    return await bench.listener.answer(to: tickets)
  }

  /// The process stands still up to a moment, whatever is due by then.
  func stop(until moment: Int) async {
    guard let next = await nextTimer() else { return bench.clock.advance(to: Seconds(moment)) }
    await ring(next, at: Seconds(moment))
  }

  /// Ends each step in hand when its time is up, until the run is over.
  func cookOn() async throws -> Run.Status {
    while let next = await nextStop() {
      await advance(to: next.moment.count)
      if let step = next.step { await say(.done(step), at: next.moment.count) }
    }
    return try await finish()
  }

  /// Leaves the run as Ctrl-C does.
  func interrupt() async throws -> Run.Status {
    _ = await nextTimer()
    running.cancel()
    return try await running.value
  }

  /// Waits for the end of the run.
  func finish() async throws -> Run.Status { try await running.value }

  /// Moves the clock to a moment at which a timer that is set for `timer` has rung, and waits until
  /// that has been dealt with.
  private func ring(_ timer: Seconds, at moment: Seconds) async {
    await bench.clock.untilSomebodySleeps(until: timer)
    shown = bench.listener.showings
    bench.clock.advance(to: moment)
    shown = await bench.listener.shows(after: shown)?.count ?? shown
  }

  /// The next moment at which a step in somebody's hands has had its time, or a timer rings; nil at
  /// the end.
  private func nextStop() async -> (moment: Seconds, step: StepReference?)? {
    let timer = await nextTimer()
    let machine = await machine
    guard machine.status == .running else { return nil }
    let due = machine.steps.filter { $0.status == .running && $0.planned.kind == .blocking }
      .map { (moment: $0.expectedEnd(at: machine.now), step: $0.reference) }
      .min { ($0.moment, $0.step) < ($1.moment, $1.step) }
    if let due, timer.map({ due.moment <= $0 }) ?? true { return (due.moment, due.step) }
    return timer.map { ($0, nil) }
  }

  /// When the driver looks again by itself; nil where it only waits for a word, or is over.
  private func nextTimer() async -> Seconds? {
    // What is shown first is the machine that has not begun; it begins at once, or waits for zero.
    let begun = bench.clock.elapsed >= .zero
    guard let (machine, count) = await bench.listener.shows(after: max(shown - 1, begun ? 1 : 0))
    else { return nil }
    shown = count
    guard begun else { return .zero }
    guard machine.status == .running || machine.status == .paused else { return nil }
    var copy = machine
    guard case .wait(let moment) = copy.advance(to: copy.now).last else { return nil }
    guard machine.isLate else { return moment }
    let look = bench.clock.elapsed + RunDriver.longestLook
    return min(moment ?? look, look)
  }
}
