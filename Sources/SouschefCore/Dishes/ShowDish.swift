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
    let names = try dishes.names()
    let begun = names.filter { Name.key(of: $0).hasPrefix(Name.key(of: text)) }
    throw Diagnostic(
      .noSuch(
        .dish, text, nearest: NearMiss.best(of: names, for: text) ?? begun.first,
        isEmpty: names.isEmpty))
  }

  /// The meal whose whole name is `text`.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  func meal(_ text: String) throws -> Meal {
    if let name = try? Name(text), let meal = try meals.named(name) { return meal }
    let names = try meals.names()
    let begun = names.filter { Name.key(of: $0).hasPrefix(Name.key(of: text)) }
    throw Diagnostic(
      .noSuch(
        .meal, text, nearest: NearMiss.best(of: names, for: text) ?? begun.first,
        isEmpty: names.isEmpty))
  }
}
