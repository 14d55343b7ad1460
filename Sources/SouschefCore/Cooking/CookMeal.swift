package import KitchenModel
import KitchenStore
import MealExecution
import Foundation
import MealPlanning

/// Plans a meal, or takes a stored plan, and cooks it.
package struct CookMeal {
  private let request: CookRequest

  /// Creates the request.
  package init(request: CookRequest) { self.request = request }

  /// What came of cooking.
  package enum Result: Sendable {
    /// The run, over or interrupted.
    case cooked(Run)
    /// There is no plan, and why.
    case infeasible(Infeasibility)
  }

  /// Cooks until the run is over or the task is cancelled, which interrupts the run.
  ///
  /// - Parameters:
  ///   - audience: is told everything.
  ///   - input: what the cook at the terminal says.
  ///   - isCancelled: ends the search for a plan with the best so far.
  /// - Throws: ``Diagnostic``, or what the audience throws.
  package func perform(
    in workspace: Workspace, audience: any CookAudience,
    input: AsyncStream<CookInput> = AsyncStream { $0.finish() },
    isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws -> Result {
    guard request.actuals == nil || request.clock != .live else {
      throw Diagnostic(
        .usage, "--actuals goes with --speed or --simulate only.",
        hints: ["In a live run the cook says when a step is done."])
    }
    let source: RunRepository.PlanSource
    let plan: Plan
    let store: KitchenStore
    switch request.source {
    case .plan(let id):
      store = try workspace.storeForWriting()
      plan = try store.plan(id)
      source = .stored(id)
    case .meal(let planning):
      let outcome = try PlanMeal(request: planning)
        .perform(in: workspace, isCancelled: isCancelled, onProgress: onProgress)
      outcome.remarks.forEach(audience.hear)
      switch outcome.value.outcome {
      case .infeasible(let reasons): return .infeasible(reasons)
      case .plan(let best):
        // An event loop plans nothing: what it will do is its plan.
        let made =
          request.policy == .inOrder
          ? MealPlanner.inOrder(PlanRequest(following: best, in: workspace.timeZone)) ?? best : best
        plan = made
        source = .new(made)
      }
      store = try workspace.storeForWriting()
    }
    return .cooked(
      try await cook(plan, source, in: workspace, store, audience: audience, input: input))
  }

  private func cook(
    _ plan: Plan, _ source: RunRepository.PlanSource, in workspace: Workspace,
    _ store: KitchenStore, audience: any CookAudience, input: AsyncStream<CookInput>
  ) async throws -> Run {
    let durations = try request.actuals.map { try TrueDurationsFile.read($0, for: plan.menu) }
    let policy = try policy(audience)
    try workspace.settleAbandoned(in: store)
    let startedAt = workspace.clock()
    let timeline = RunTimeline(startedAt: startedAt, speedThousandths: request.speedThousandths)
    let id = try store.runs.begin(
      source, mode: request.mode, speedThousandths: request.speedThousandths, policy: policy,
      startedAt: startedAt, lease: workspace.lease)
    let machine = RunStateMachine(
      plan: plan,
      settings: .init(
        policy: policy,
        ending: request.clock == .live ? .cook : .timer(durations ?? TrueDurations()),
        timeline: timeline, limits: RunLimits(of: plan, in: workspace.timeZone)))
    let announcer = AudienceAnnouncer(audience, run: id, menu: plan.menu)
    let inbox = RunInbox(
      store: store, run: id, menu: plan.menu, input: input,
      watching: request.clock != .simulated, clock: workspace.clock)
    let clock: any RunClock =
      request.clock == .simulated
      ? SimulatedRunClock() : WallRunClock(timeline: timeline, now: startedAt)
    let driver = RunDriver(
      machine: machine, clock: clock, journal: StoreJournal(store: store, run: id),
      announcer: announcer, replanner: replanner(for: policy, in: workspace),
      inbox: inbox.commands)
    defer { inbox.close() }
    _ = try await driver.run()
    try announcer.check()
    guard let run = try store.runs.run(id) else {
      preconditionFailure("a run that was begun is stored")
    }
    return run
  }

  private func policy(_ audience: any CookAudience) throws -> Run.Policy {
    request.policy ?? .replan
  }

  private func replanner(for policy: Run.Policy, in workspace: Workspace) -> (any Replanner)? {
    switch policy {
    case .replan: PlannerReplanner(timeZone: workspace.timeZone)
    case .inOrder: InOrderReplanner(timeZone: workspace.timeZone)
    case .static, .sequential: nil
    }
  }
}

extension CookRequest {
  /// Kitchen seconds in a thousand seconds.
  fileprivate var speedThousandths: Int {
    if case .scaled(let thousandths) = clock { thousandths } else { 1000 }
  }

  /// The clock as the record has it.
  fileprivate var mode: Run.Mode {
    switch clock {
    case .live: .live
    case .scaled: .scaled
    case .simulated: .simulated
    }
  }
}

extension RunLimits {
  /// The limits on the clock of a plan's menu.
  init(of plan: Plan, in timeZone: TimeZone) {
    let limits = PlanClockLimits(of: plan, in: timeZone)
    self.init(
      absences: limits.absences.map { .init(cook: $0.cook, from: $0.from, to: $0.to) },
      earliest: limits.earliest)
  }
}
