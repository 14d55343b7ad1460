import KitchenFile
import KitchenModel
import KitchenStore

/// Writes what is stored as a kitchen file.
package struct ExportKitchenFile {
  private let names: [String]

  /// Creates the request; without names everything is written, with the kitchen.
  package init(names: [String] = []) { self.names = names }

  /// The file's text.
  ///
  /// - Throws: ``Diagnostic``, also where a name is not known.
  package func perform(in workspace: Workspace) throws -> Outcome<String> {
    let store = try workspace.storeForReading()
    let dishes = try store.dishes.all()
    let meals = try store.meals.all()
    guard !names.isEmpty else {
      return Outcome(
        KitchenDocument(kitchen: try store.kitchen(), dishes: dishes, meals: meals).yaml)
    }
    var chosenDishes: Set<Name> = []
    var chosenMeals: Set<Name> = []
    for text in names {
      let known = meals.map(\.name) + dishes.map(\.name)
      let name = try Naming.find(text, "meal or dish", among: known, .uniquePrefix) { $0.text }
      if let meal = meals.first(where: { $0.name == name }) {
        chosenMeals.insert(name)
        chosenDishes.formUnion(meal.dishes)
      } else {
        chosenDishes.insert(name)
      }
    }
    return Outcome(
      KitchenDocument(
        dishes: dishes.filter { chosenDishes.contains($0.name) },
        meals: meals.filter { chosenMeals.contains($0.name) }
      ).yaml)
  }
}
