package import KitchenModel
import KitchenStore

/// Stores a new meal.
package struct AddMeal {
  private let name: String
  private let dishes: [String]
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(name: String, dishes: [String], rehearsing: Rehearsing = .no) {
    self.name = name
    self.dishes = dishes
    self.rehearsing = rehearsing
  }

  /// Adds the meal.
  ///
  /// - Throws: ``Diagnostic``, also where the name is taken or a dish is not there.
  package func perform(in workspace: Workspace) throws -> Outcome<Meal> {
    let name = try SouschefCore.name(name)
    let store = try workspace.storeOfExisting(rehearsing)
    let meal = Meal(name: name, dishes: try dishes.map { try store.dish($0).name })
    try store.change(at: workspace.now, rehearsing) { try $0.add(meal) }
    return Outcome(meal)
  }
}
