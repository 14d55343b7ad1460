package import KitchenModel
import KitchenStore

/// Finds one dish.
package struct ShowDish {
  private let name: String

  /// Creates the request; a unique beginning of the name is enough.
  package init(name: String) { self.name = name }

  /// The dish.
  ///
  /// - Throws: ``Diagnostic``, also where there is none or several begin so.
  package func perform(in workspace: Workspace) throws -> Outcome<Dish> {
    let store = try workspace.storeForReading()
    let found = try Naming.find(name, .dish, among: store.dishes.names(), .uniquePrefix) { $0 }
    return Outcome(try store.dish(found))
  }
}

extension KitchenStore {
  /// The dish whose whole name is `text`.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  func dish(_ text: String) throws -> Dish {
    if let name = try? Name(text), let dish = try dishes.named(name) { return dish }
    throw Naming.none(text, .dish, among: try dishes.names())
  }

  /// The meal whose whole name is `text`.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  func meal(_ text: String) throws -> Meal {
    if let name = try? Name(text), let meal = try meals.named(name) { return meal }
    throw Naming.none(text, .meal, among: try meals.names())
  }
}
