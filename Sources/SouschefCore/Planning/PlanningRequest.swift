package import KitchenModel

/// What to plan, as a front end asks for it.
package struct PlanningRequest: Sendable {
  /// Meals or dishes, by name or unique prefix.
  package var names: [String]
  /// Where the dishes come from.
  package var source: Source
  /// This many cooks rather than the kitchen's; nil for the kitchen's.
  package var cooks: Int?
  /// What is optimised after the makespan.
  package var objective: PlanObjective
  /// The time asked for.
  package var anchor: TimeAsked
  /// How long to search.
  package var timeLimit: Seconds

  /// Creates a request.
  package init(
    names: [String], source: Source = .database, cooks: Int? = nil,
    objective: PlanObjective = .hot, anchor: TimeAsked = .none, timeLimit: Seconds = Seconds(10)
  ) {
    self.names = names
    self.source = source
    self.cooks = cooks
    self.objective = objective
    self.anchor = anchor
    self.timeLimit = timeLimit
  }

  /// Where the dishes come from.
  package enum Source: Sendable, Hashable {
    /// What is stored.
    case database
    /// A kitchen file.
    case file(SourceFile)
  }
}
