internal import GRDB

/// What dishes' recipes were when they were last imported, as a kitchen file's text.
enum ImportedRecipeRows {
  /// The recipe of the dish with number `dish`; nil where it was not imported.
  static func load(_ dish: Int64, from db: Database) throws -> String? {
    try db.mapRows("SELECT recipe FROM imported_recipe WHERE dish_id = ?", [dish]) {
      try $0.text()
    }.first
  }

  /// Every one with its dish's name.
  static func all(from db: Database) throws -> [(dish: String, recipe: String)] {
    try db.mapRows(
      """
      SELECT dish.name, recipe FROM imported_recipe JOIN dish ON dish.id = dish_id
      ORDER BY dish.name_key
      """
    ) { row in (try row.text(), try row.text()) }
  }

  /// Keeps the recipe of the dish with number `dish`.
  static func put(_ recipe: String, of dish: Int64, in db: Database) throws {
    try db.perform(
      "INSERT OR REPLACE INTO imported_recipe (dish_id, recipe) VALUES (?, ?)", [dish, recipe])
  }
}
