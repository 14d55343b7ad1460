package import KitchenModel
import KitchenStore
import MealPlanning
import Scheduling

/// Finds the best plan for a meal.
package struct PlanMeal {
  private let request: PlanningRequest
  private let trying: Trying

  /// Whether it is found out what would help.
  package enum Trying: Sendable {
    /// The kitchen as it is, alone.
    case nothing
    /// So many more cooks and appliances, at least 1.
    case more(Int)
  }

  /// Creates the request.
  package init(request: PlanningRequest, trying: Trying = .nothing) {
    self.request = request
    self.trying = trying
  }

  /// Plans; ``SavePlan`` stores what comes of it.
  ///
  /// - Parameters:
  ///   - isCancelled: asked often; returning true ends the search with the best so far.
  ///   - onProgress: told of each improvement.
  /// - Throws: ``Diagnostic``, also where no plan was found in time.
  package func perform(
    in workspace: Workspace, isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: (@Sendable (PlanProgress) -> Void)? = nil
  ) throws -> Outcome<PlannedMeal> {
    let deadline = PlanningDeadline(request.timeLimit, isCancelled: isCancelled)
    var menu = try MenuResolution(request).menu(in: workspace)
    let learned =
      switch request.estimates {
      case .stored: [LearnedEstimate]()
      case .learned: try menu.value.learn(from: workspace.storeForReading().history)
      }
    let question = PlanRequest(
      menu: menu.value, objective: request.objective, anchor: request.anchor,
      later: request.later, now: workspace.now, timeZone: workspace.timeZone)
    let outcome = try Planning.plan(
      question, within: deadline, percent: shares.search, onProgress: onProgress)
    var planned = PlannedMeal(outcome: outcome)
    var remarks = menu.remarks
    if case .plan(var plan) = outcome {
      if case .more(let count) = trying {
        plan.why += Planning.whatIf(
          plan, question, more: count, within: deadline, percent: shares.trying)
      }
      let late = LateStart(plan, question, within: deadline)
      if let late {
        plan.why.append(late.sentence)
        remarks.append(late.remark)
      }
      if let note = plan.menu.scalingNote { plan.why.append(note) }
      if let note = LearnedEstimate.sentence(of: learned) { plan.why.append(note) }
      planned.outcome = .plan(plan)
    }
    return Outcome(planned, remarks: remarks)
  }

  /// By when the search and the trying have to end, in hundredths of the time: the rest is for what
  /// comes after them, where something may.
  private var shares: (search: Int, trying: Int) {
    let isTimed: Bool
    if case .none = request.anchor { isTimed = false } else { isTimed = true }
    let end = isTimed ? 90 : 100
    if case .nothing = trying { return (end, end) }
    return (50, end)
  }
}

/// What came of planning a meal.
package struct PlannedMeal: Sendable, Hashable {
  /// A plan, or why there is none.
  package var outcome: PlanOutcome

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
    let best = progress.best.map { Seconds($0.value).spokenText } ?? "nothing yet"
    let lower = Seconds(progress.lower.value).spokenText
    let what =
      progress.level == 1
      ? "Serving time" : objective == .hot ? "Waiting to serve" : "Sum of starts"
    words = "\(what): best \(best), at least \(lower)"
  }
}
