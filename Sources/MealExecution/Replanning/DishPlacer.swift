package import KitchenModel

/// Finds a first place for dishes that come on the menu in the middle of a meal, so that there is a
/// plan at once; a better one is asked for then.
///
/// It stands beside the planner, which this module does not know.
package protocol DishPlacer: Sendable {
  /// The plan with those dishes at the end of its menu; nil where it cannot say.
  ///
  /// - Parameter plan: What is still to come of the meal, as far as can be foretold.
  func plan(_ plan: Plan, adding dishes: [Dish]) -> Plan?
}

/// Places nothing: for runs whose menu stays as it is.
package struct NoPlacer: DishPlacer {
  /// Creates it.
  package init() {}

  package func plan(_ plan: Plan, adding dishes: [Dish]) -> Plan? { nil }
}
