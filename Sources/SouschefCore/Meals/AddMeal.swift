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
    let meal = Meal(name: name, dishes: try store.dishes(ofMeal: dishes))
    try store.change(at: workspace.now, rehearsing) { try $0.add(meal) }
    return Outcome(meal)
  }
}

extension KitchenStore {
  /// The dishes of a meal, by the names that a cook typed.
  ///
  /// - Throws: ``Diagnostic`` where one is not there, or is itself a meal.
  func dishes(ofMeal names: [String]) throws -> [Name] {
    try names.map { text in
      do { return try dish(text).name } catch let fault as Diagnostic {
        guard let name = try? Name(text), let meal = try meals.named(name) else { throw fault }
        throw Diagnostic(
          .usage, "\(meal.name.text.quoted) is a meal, not a dish.",
          hints: ["Name its dishes: \(meal.dishes.map(\.text.quoted).joined(separator: " "))"])
      }
    }
  }
}
