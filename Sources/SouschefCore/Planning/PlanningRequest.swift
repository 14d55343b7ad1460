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
  /// How much later than it could be dinner may be, where less stands about for it.
  package var later: Seconds
  /// How long to search.
  package var timeLimit: Seconds
  /// How long steps are taken to last.
  package var estimates: Estimates
  /// The entry of the week that is planned; nil where it is none's.
  package var weekEntry: Int?
  /// How much of dishes is cooked, by name, in the place of what ``names`` say.
  package var portions: [Name: Portion] = [:]

  /// For how many the dishes are cooked of which neither ``portions`` nor ``names`` say how much; nil for
  /// as they are written.
  package var servings: Int?

  /// How much of a dish is cooked.
  package enum Portion: Sendable, Hashable {
    /// For so many; the dish says how many its recipe serves.
    case people(Int)
    /// So many times the recipe.
    case times(Scale)
  }

  /// Creates a request.
  package init(
    names: [String], source: Source = .database, cooks: Int? = nil,
    objective: PlanObjective = .hot, anchor: TimeAsked = .none, later: Seconds = .zero,
    timeLimit: Seconds = Seconds(10),
    estimates: Estimates = .stored
  ) {
    self.names = names
    self.source = source
    self.cooks = cooks
    self.objective = objective
    self.anchor = anchor
    self.later = later
    self.timeLimit = timeLimit
    self.estimates = estimates
  }

  /// Where durations come from.
  package enum Estimates: String, Sendable, Hashable, CaseIterable {
    /// From the dishes as they are written.
    case stored
    /// From what cooking took, where it has taught enough.
    case learned
  }

  /// Where the dishes come from.
  package enum Source: Sendable, Hashable {
    /// What is stored.
    case database
    /// A kitchen file.
    case file(SourceFile)
  }
}
