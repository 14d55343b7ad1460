package import KitchenModel
import KitchenStore
import MealPlanning
import Scheduling

/// Finds the best plan for a meal.
package struct PlanMeal {
  private let request: PlanningRequest
  private let saving: Saving

  /// Whether the plan is stored.
  package enum Saving: Sendable {
    case save, discard
  }

  /// Creates the request.
  package init(request: PlanningRequest, saving: Saving = .discard) {
    self.request = request
    self.saving = saving
  }

  /// Plans, and stores the plan where that was asked for.
  ///
  /// - Parameters:
  ///   - isCancelled: asked often; returning true ends the search with the best so far.
  ///   - onProgress: told of each improvement.
  /// - Throws: ``Diagnostic``, also where no plan was found in time.
  package func perform(
    in workspace: Workspace, isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: (@Sendable (PlanProgress) -> Void)? = nil
  ) throws -> Outcome<PlannedMeal> {
    let menu = try MenuResolution(request).menu(in: workspace)
    let outcome = try Planning.plan(
      PlanRequest(
        menu: menu.value, objective: request.objective, anchor: request.anchor,
        now: workspace.now, timeZone: workspace.timeZone),
      timeLimit: request.timeLimit, isCancelled: isCancelled, onProgress: onProgress)
    var planned = PlannedMeal(outcome: outcome, id: nil)
    var remarks = menu.remarks
    if case .plan(let plan) = outcome {
      remarks += Planning.remarks(on: plan, now: workspace.now, in: workspace.timeZone)
      if saving == .save {
        planned.id = try workspace.storeForWriting().plans.save(plan, at: workspace.now)
      }
    }
    return Outcome(planned, remarks: remarks)
  }
}

/// What came of planning a meal.
package struct PlannedMeal: Sendable, Hashable {
  /// A plan, or why there is none.
  package var outcome: PlanOutcome
  /// Its number, where it was stored.
  package var id: Int?

  /// The outcome of a plan request.
  package enum PlanOutcome: Sendable, Hashable {
    /// A plan, optimal or the best found before a limit.
    case plan(Plan)
    /// There is none.
    case infeasible(Infeasibility)
  }
}

/// How far a search has come, in words.
package struct PlanProgress: Sendable, Hashable {
  /// `serving in 1 h 40, at least 1 h 32`.
  package var words: String

  init(_ progress: SolveProgress, objective: PlanObjective) {
    let best = progress.best.map { Seconds($0).spokenText } ?? "nothing yet"
    let lower = Seconds(progress.lower).spokenText
    let what =
      progress.level == 1
      ? "Serving time" : objective == .hot ? "Waiting to serve" : "Sum of starts"
    words = "\(what): best \(best), at least \(lower)"
  }
}
