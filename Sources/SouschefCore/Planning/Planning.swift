import Foundation
import KitchenModel
import MealPlanning
import Scheduling

/// Planning within a limit of time.
enum Planning {
  /// Plans a request.
  ///
  /// - Throws: ``Diagnostic`` where no plan was found in time, or the menu does not fit.
  static func plan(
    _ request: PlanRequest, timeLimit: Seconds,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: (@Sendable (PlanProgress) -> Void)? = nil
  ) throws(Diagnostic) -> PlannedMeal.PlanOutcome {
    let clock = ContinuousClock()
    let began = clock.now
    let deadline = began.advanced(by: .seconds(timeLimit.count))
    let planner = MealPlanner(stopwatch: {
      let (seconds, attoseconds) = began.duration(to: clock.now).components
      return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    })
    let objective = request.objective
    var report: (@Sendable (SolveProgress) -> Void)?
    if let onProgress {
      report = { onProgress(PlanProgress($0, objective: objective)) }
    }
    let outcome = planner.plan(
      request, isCancelled: { isCancelled() || clock.now >= deadline },
      onProgress: report)
    switch outcome {
    case .plan(let plan): return .plan(plan)
    case .infeasible(let reasons): return .infeasible(reasons)
    case .notFound:
      throw Diagnostic(
        .couldNotBeDone,
        // A limit is about the search, not about cooking: nothing at all is seconds, not minutes.
        "No plan was found in \(timeLimit > .zero ? timeLimit.spokenText : "0 s"), nor a proof "
          + "that there is none.",
        hints: ["Give the search longer: --time-limit 1m. Or relax the tightest limits."])
    }
  }

  /// What would help a plan, found within a limit of time.
  static func whatIf(
    _ plan: Plan, _ request: PlanRequest, more: Int, timeLimit: Seconds,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> [String] {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(timeLimit.count))
    return MealPlanner(stopwatch: { 0 }).whatIf(
      plan, request, more: more, isCancelled: { isCancelled() || clock.now >= deadline })
  }
}
