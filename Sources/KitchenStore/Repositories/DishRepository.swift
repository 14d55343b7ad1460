internal import GRDB
package import KitchenModel

/// The stored dishes; each call is one transaction. They are changed by
/// ``KitchenStore/change(_:at:_:)``.
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

  /// What the recipes of imported dishes were at their source, as the texts of kitchen files, by
  /// the names of the dishes.
  ///
  /// - Throws: ``Diagnostic``.
  package func importedRecipes() throws -> [Name: String] {
    try store.read { db in
      var recipes: [Name: String] = [:]
      for (dish, recipe) in try ImportedRecipeRows.all(from: db) {
        recipes[try Name(dish)] = recipe
      }
      return recipes
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
}
