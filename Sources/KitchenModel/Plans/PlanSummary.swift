/// A stored plan at a glance.
package struct PlanSummary: Sendable, Hashable {
  /// Its number among the stored plans, from 1.
  package var id: Int
  /// What it is a plan for.
  package var meal: String
  /// How far the proof came.
  package var status: Plan.Status
  /// What was optimised after the makespan.
  package var objective: PlanObjective
  /// From the plan's start to serving time.
  package var makespan: Seconds
  /// How long hot dishes wait to be served, added up.
  package var hold: Seconds
  /// How much longer what steps make stands than it keeps, added up.
  package var standing: Seconds
  /// The plan's start on the clock; nil where it has none.
  package var startAt: Instant?
  /// Serving time on the clock; nil together with `startAt`.
  package var serveAt: Instant?
  /// When it was stored.
  package var savedAt: Instant

  /// Creates a summary.
  package init(
    id: Int, meal: String, status: Plan.Status, objective: PlanObjective, makespan: Seconds,
    hold: Seconds, standing: Seconds,
    startAt: Instant? = nil, serveAt: Instant? = nil, savedAt: Instant
  ) {
    self.id = id
    self.meal = meal
    self.status = status
    self.objective = objective
    self.makespan = makespan
    self.hold = hold
    self.standing = standing
    self.startAt = startAt
    self.serveAt = serveAt
    self.savedAt = savedAt
  }

  /// Creates the summary of a stored plan.
  package init(id: Int, plan: Plan, savedAt: Instant) {
    self.id = id
    meal = plan.menu.name
    status = plan.status
    objective = plan.objective
    makespan = plan.makespan
    let figures = plan.servingFigures
    hold = figures.hold
    standing = figures.standing
    startAt = plan.startAt
    serveAt = plan.serveAt
    self.savedAt = savedAt
  }
}
