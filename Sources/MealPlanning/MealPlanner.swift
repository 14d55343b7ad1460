package import KitchenModel
package import Scheduling

/// Turns a menu into the provably best plan for it.
package struct MealPlanner: Sendable {
  let stopwatch: Stopwatch

  /// A clock that reads nanoseconds, for reporting only.
  package typealias Stopwatch = @Sendable () -> Int

  /// Creates a planner that times its searches by `stopwatch`.
  package init(stopwatch: @escaping Stopwatch) { self.stopwatch = stopwatch }

  /// Plans a request whose dishes and kitchen are sound in themselves.
  ///
  /// - Parameter isCancelled: asked often; returning true ends the search with the best so far.
  package func plan(
    _ request: PlanRequest, isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: (@Sendable (SolveProgress) -> Void)? = nil
  ) -> PlanOutcome {
    let shortages = ShortageWording(request.menu)
    guard shortages.sentences.isEmpty else {
      return .infeasible(
        Infeasibility(
          menu: request.menu.name, why: shortages.sentences, changes: shortages.changes))
    }
    let translation = MenuTranslation(request)
    let began = stopwatch()
    let result = translation.problem.solveUnchecked(
      SolveOptions(
        warmStart: nil, isCancelled: isCancelled, onProgress: onProgress))
    let took = stopwatch() - began
    let report = SolverReport(
      nanoseconds: took, conflicts: result.statistics.conflicts,
      propagations: result.statistics.propagations)
    guard let schedule = result.schedule else {
      guard let clash = result.clash else { return .notFound(report) }
      return .infeasible(
        Infeasibility(
          menu: request.menu.name,
          why: ClashWording(request.menu, translation).sentences(clash),
          changes: ChangeSearch(request, translation, isCancelled: isCancelled)
            .sentences(for: clash),
          solver: report))
    }
    var plan = PlanAssembly(request, translation, isCancelled: isCancelled)
      .plan(schedule, from: result, taking: took)
    plan.why = PlanReasons(plan, in: request.timeZone).sentences
    if result.isOptimal, request.later == .zero {
      plan.why += LaterServing(schedule, request, translation, isCancelled: isCancelled).sentences
    }
    return .plan(plan)
  }
}

extension MealPlanner {
  /// The plan of an event loop: whatever is ready starts, in listed order, whatever limit that
  /// breaks; nil where the loop stalls.
  package static func inOrder(_ request: PlanRequest) -> Plan? {
    let translation = MenuTranslation(request)
    guard let schedule = translation.problem.dispatched(.ignored) else { return nil }
    return PlanAssembly(request, translation).plan(
      schedule,
      from: SolveResult(
        .feasible(schedule, .init(makespan: .init(best: schedule.makespan, lower: nil)))),
      taking: 0)
  }
}

/// What came of planning.
package enum PlanOutcome: Sendable, Hashable {
  /// A plan, optimal or the best found before a limit.
  case plan(Plan)
  /// There is none.
  case infeasible(Infeasibility)
  /// None was found before a limit, and none excluded.
  case notFound(SolverReport)
}
