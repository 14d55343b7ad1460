import KitchenModel
import KitchenStore

/// What could be planned: the meals, then the dishes.
package struct OfferMenu {
  /// Creates the request.
  package init() {}

  /// The names.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[String]> {
    let store = try workspace.storeForReading()
    return Outcome(try store.meals.names() + store.dishes.names())
  }

  /// What could be planned, by its sort.
  package struct Offers: Sendable, Hashable {
    /// The names of the meals.
    package var meals: [String]
    /// The names of the dishes.
    package var dishes: [String]

    /// Whether there is nothing.
    package var isEmpty: Bool { meals.isEmpty && dishes.isEmpty }
  }

  /// The names by their sort.
  ///
  /// - Throws: ``Diagnostic``.
  package func bySort(in workspace: Workspace) throws -> Outcome<Offers> {
    let store = try workspace.storeForReading()
    return Outcome(Offers(meals: try store.meals.names(), dishes: try store.dishes.names()))
  }
}
