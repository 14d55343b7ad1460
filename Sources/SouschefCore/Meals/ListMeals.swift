package import KitchenModel
import KitchenStore

/// Lists the stored meals, by name.
package struct ListMeals {
  /// Creates the request.
  package init() {}

  /// The meals.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[Meal]> {
    Outcome(try workspace.storeForReading().meals.all())
  }
}

/// Finds one meal.
package struct ShowMeal {
  private let name: String

  /// Creates the request; a unique beginning of the name is enough.
  package init(name: String) { self.name = name }

  /// The meal.
  ///
  /// - Throws: ``Diagnostic``, also where there is none or several begin so.
  package func perform(in workspace: Workspace) throws -> Outcome<Meal> {
    let meals = try workspace.storeForReading().meals.all()
    return Outcome(try Naming.find(name, .meal, among: meals, .uniquePrefix) { $0.name.text })
  }
}
