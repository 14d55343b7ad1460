import KitchenModel
import MealPlanning
import Scheduling

/// Planning within a limit of time.
enum Planning {
  /// Plans a request.
  ///
  /// - Parameter percent: how many hundredths of the time may have passed when the search ends; what
  ///   is left is for what follows.
  /// - Throws: ``Diagnostic`` where no plan was found in time, or the menu does not fit.
  static func plan(
    _ request: PlanRequest, within deadline: PlanningDeadline, percent: Int = 100,
    onProgress: (@Sendable (PlanProgress) -> Void)? = nil
  ) throws(Diagnostic) -> PlannedMeal.PlanOutcome {
    let planner = MealPlanner(stopwatch: {
      let (seconds, attoseconds) = deadline.elapsed.components
      return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    })
    let objective = request.objective
    var report: (@Sendable (SolveProgress) -> Void)?
    if let onProgress {
      report = { onProgress(PlanProgress($0, objective: objective)) }
    }
    let outcome = planner.plan(
      request, isCancelled: { deadline.isOver(after: percent) }, onProgress: report)
    switch outcome {
    case .plan(let plan): return .plan(plan)
    case .infeasible(let reasons): return .infeasible(reasons)
    case .notFound:
      guard !deadline.wasStopped else {
        throw Diagnostic(.stopped, "Stopped before a plan was found.")
      }
      let limit = deadline.limit
      throw Diagnostic(
        .couldNotBeDone,
        // A limit is about the search, not about cooking: nothing at all is seconds, not minutes.
        "No plan was found in \(limit > .zero ? limit.spokenText : "0 s"), nor a proof "
          + "that there is none.",
        hints: [.advice(.searchLonger(than: limit))])
    }
  }

  /// What would help a plan, found within a limit of time.
  static func whatIf(
    _ plan: Plan, _ request: PlanRequest, more: Int, within deadline: PlanningDeadline,
    percent: Int
  ) -> [String] {
    MealPlanner(stopwatch: { 0 }).whatIf(
      plan, request, more: more, isCancelled: { deadline.isOver(after: percent) })
  }
}
