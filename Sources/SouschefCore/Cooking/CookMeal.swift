package import KitchenModel
import KitchenStore
import MealExecution
import MealPlanning

/// Plans a meal, takes a stored plan, or takes up an interrupted run, and cooks it.
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
  ///   - observer: hears everything.
  ///   - input: what the cook at the terminal says.
  ///   - isCancelled: ends the search for a plan with the best so far.
  /// - Throws: ``Diagnostic``, or what the audience throws.
  package func perform(
    in workspace: Workspace, observer: any RunObserver,
    input: AsyncStream<RunVerb> = AsyncStream { $0.finish() },
    isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws -> Result {
    guard request.actuals == nil || request.takesActuals else {
      throw Diagnostic(.actualsInLiveRun)
    }
    let session: RunSession
    switch request.source {
    case .interrupted(let id):
      session = try RunSession(resuming: id, request, in: workspace)
    case .plan(let id):
      let store = try workspace.storeForWriting()
      session = try RunSession(
        beginning: try store.plan(id), .stored(id), request, in: workspace, store)
      if let entry = request.weekEntry { try store.week.link(entry: entry, toRun: session.id) }
    case .meal(let planning):
      // Nobody should wait for a plan that cannot be cooked now.
      try refuseWhereBusy(in: workspace)
      let outcome = try PlanMeal(request: planning)
        .perform(in: workspace, isCancelled: isCancelled, onProgress: onProgress)
      outcome.remarks.forEach(observer.didRemark)
      switch outcome.value.outcome {
      case .infeasible(let reasons): return .infeasible(reasons)
      case .plan(let best):
        // An event loop plans nothing: what it will do is its plan.
        let plan =
          request.policy == .inOrder
          ? MealPlanner.inOrder(PlanRequest(following: best, in: workspace.timeZone)) ?? best : best
        session = try RunSession(
          beginning: plan, .new(plan), request, in: workspace, try workspace.storeForWriting())
        if let entry = planning.weekEntry {
          try workspace.storeForWriting().week.link(entry: entry, toRun: session.id)
        }
      }
    }
    return .cooked(try await session.cook(in: workspace, observer: observer, input: input))
  }

  private func refuseWhereBusy(in workspace: Workspace) throws {
    guard request.clock == .live, request.company == .alone else { return }
    let open = try workspace.storeForReading().runs.open()
    guard let other = open.first(where: workspace.isUnderWay) else { return }
    throw RunRepository.inTheWay(other)
  }
}

extension CookRequest {
  /// Whether true durations mean anything.
  fileprivate var takesActuals: Bool {
    if case .interrupted = source { true } else { clock != .live }
  }
}
