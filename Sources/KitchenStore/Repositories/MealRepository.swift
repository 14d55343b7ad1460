internal import GRDB
package import KitchenModel

/// The stored meals; each call is one transaction. They are changed by
/// ``KitchenStore/change(_:at:_:)``.
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
}
