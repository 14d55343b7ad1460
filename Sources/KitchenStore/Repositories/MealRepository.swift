internal import GRDB
package import KitchenModel

/// The stored meals; each call is one transaction, and each that writes is one change that
/// ``KitchenStore/undo(at:)`` takes back.
package struct MealRepository: Sendable {
  let store: KitchenStore

  /// Every meal, by name.
  ///
  /// - Throws: ``Diagnostic``.
  package func all() throws -> [Meal] {
    try store.read { db in try MealRows.load(from: db).map(\.meal) }
  }

  /// Every meal's name, by name: what completion needs.
  ///
  /// - Throws: ``Diagnostic``.
  package func names() throws -> [String] {
    try store.read { db in
      try db.mapRows("SELECT name FROM meal ORDER BY name_key") { try $0.text() }
    }
  }

  /// The meal called `name`; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func named(_ name: Name) throws -> Meal? {
    try store.read { db in
      guard let id = try MealRows.id(of: name, in: db) else { return nil }
      return try MealRows.load(id: id, from: db).first?.meal
    }
  }

  /// The names of the meals that have a dish, by name.
  ///
  /// - Throws: ``Diagnostic``.
  package func names(withDish dish: Name) throws -> [String] {
    try store.read { db in
      try db.mapRows(
        """
        SELECT name FROM meal WHERE id IN
          (SELECT meal_id FROM meal_dish
            WHERE dish_id = (SELECT id FROM dish WHERE name_key = ?))
        ORDER BY name_key
        """, [dish.key]
      ) { try $0.text() }
    }
  }

  /// Adds a meal of stored dishes as one change.
  ///
  /// - Throws: ``Diagnostic``, also where its name is taken or a dish is not stored.
  package func add(_ meal: Meal, at now: Instant) throws {
    try store.change(at: now) { try $0.add(meal) }
  }

  /// Puts `meal` in the place of the one of its name, as one change.
  ///
  /// - Returns: False where it was already stored exactly like that.
  /// - Throws: ``Diagnostic``, also where there is none of its name.
  @discardableResult
  package func replace(_ meal: Meal, at now: Instant) throws -> Bool {
    try store.change(at: now) { try $0.replace(meal) }
  }

  /// Renames a meal, as one change.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such meal or the new name is taken.
  package func rename(_ name: Name, to newName: Name, at now: Instant) throws {
    try store.change(at: now) { try $0.renameMeal(name, to: newName) }
  }

  /// Removes a meal, not its dishes, as one change.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such meal.
  package func remove(_ name: Name, at now: Instant) throws {
    try store.change(at: now) { try $0.removeMeal(name) }
  }
}
