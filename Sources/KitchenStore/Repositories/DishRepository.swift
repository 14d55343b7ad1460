internal import GRDB
package import KitchenModel

/// The stored dishes; each call is one transaction, and each that writes is one change that
/// ``KitchenStore/undo(at:)`` takes back.
package struct DishRepository: Sendable {
  let store: KitchenStore

  /// Every dish, by name; with a `tag`, those that have it in any case.
  ///
  /// - Throws: ``Diagnostic``.
  /// - Complexity: seven queries, whatever the number of dishes.
  package func all(tag: String? = nil) throws -> [Dish] {
    try store.read { db in
      let selection = tag.map { DishRows.Selection.tagged(key: Name.key(of: $0)) } ?? .all
      return try DishRows.load(selection, from: db).map(\.dish)
    }
  }

  /// Every dish's name, by name: what completion needs.
  ///
  /// - Throws: ``Diagnostic``.
  package func names() throws -> [String] {
    try store.read { db in
      try db.mapRows("SELECT name FROM dish ORDER BY name_key") { try $0.text() }
    }
  }

  /// The dish called `name`; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func named(_ name: Name) throws -> Dish? {
    try store.read { db in
      guard let id = try DishRows.id(of: name, in: db) else { return nil }
      return try DishRows.load(id: id, from: db)
    }
  }

  /// Adds a dish as one change.
  ///
  /// - Throws: ``Diagnostic``, also where its name is taken.
  package func add(_ dish: Dish, at now: Instant) throws {
    try store.change(at: now) { try $0.add(dish) }
  }

  /// Puts `dish` in the place of the one of its name, as one change.
  ///
  /// - Returns: False where it was already stored exactly like that.
  /// - Throws: ``Diagnostic``, also where there is none of its name.
  @discardableResult
  package func replace(_ dish: Dish, at now: Instant) throws -> Bool {
    try store.change(at: now) { try $0.replace(dish) }
  }

  /// Renames a dish, as one change; meals and the `after` of other dishes follow.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish or the new name is taken.
  package func rename(_ name: Name, to newName: Name, at now: Instant) throws {
    try store.change(at: now) { try $0.renameDish(name, to: newName) }
  }

  /// Removes a dish, as one change.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish, or meals have it and `meals` keeps
  ///   them as they are.
  @discardableResult
  package func remove(
    _ name: Name, meals: Change.MealsOfRemovedDish = .refuse, at now: Instant
  ) throws -> Change.RemovedDish {
    try store.change(at: now) { try $0.removeDish(name, meals: meals) }
  }
}
