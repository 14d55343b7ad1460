internal import GRDB
internal import KitchenModel

/// Reads and writes meals, which refer to dishes by number and so follow their renames.
enum MealRows {
  /// A meal with its number in the database.
  struct Stored {
    var id: Int64
    var meal: Meal
  }

  /// Reads every meal, or the one with number `id`, by name; one pass over each table.
  static func load(id: Int64? = nil, from db: Database) throws -> [Stored] {
    let arguments: StatementArguments = id.map { [$0] } ?? []
    var dishes: [Int64: [Name]] = [:]
    try db.forEachRow(
      """
      SELECT meal_id, dish.name FROM meal_dish JOIN dish ON dish.id = dish_id
      WHERE \(id == nil ? "1" : "meal_id = ?") ORDER BY meal_id, position
      """, arguments
    ) { row in
      dishes[Int64(try row.int()), default: []].append(try row.name())
    }
    return try db.mapRows(
      "SELECT id, name FROM meal WHERE \(id == nil ? "1" : "id = ?") ORDER BY name_key", arguments
    ) { row in
      let id = Int64(try row.int())
      return Stored(id: id, meal: Meal(name: try row.name(), dishes: dishes[id] ?? []))
    }
  }

  /// The number of the meal that is called `name`.
  static func id(of name: Name, in db: Database) throws -> Int64? {
    try db.firstRow("SELECT id FROM meal WHERE name_key = ?", [name.key]) { Int64(try $0.int()) }
  }

  /// The numbers of the meals that have a dish, by the meals' names.
  static func ids(withDish dish: Int64, in db: Database) throws -> [Int64] {
    try db.mapRows(
      """
      SELECT DISTINCT meal.id FROM meal_dish JOIN meal ON meal.id = meal_id
      WHERE dish_id = ? ORDER BY name_key
      """, [dish]
    ) { Int64(try $0.int()) }
  }

  /// Adds a meal and returns its number.
  static func insert(_ meal: Meal, into db: Database) throws -> Int64 {
    try db.perform(
      "INSERT INTO meal (name, name_key) VALUES (?, ?)", [meal.name.text, meal.name.key])
    let id = db.lastInsertedRowID
    try insertDishes(of: meal, id: id, into: db)
    return id
  }

  /// Puts `meal` in the place of the one with number `id`.
  static func replace(id: Int64, with meal: Meal, in db: Database) throws {
    try db.perform(
      "UPDATE meal SET name = ?, name_key = ? WHERE id = ?", [meal.name.text, meal.name.key, id])
    try db.perform("DELETE FROM meal_dish WHERE meal_id = ?", [id])
    try insertDishes(of: meal, id: id, into: db)
  }

  /// Removes the meal with number `id`.
  static func delete(id: Int64, from db: Database) throws {
    try db.perform("DELETE FROM meal WHERE id = ?", [id])
  }

  /// The meal with number `id` by its dishes' numbers; nil where there is none.
  static func row(id: Int64, from db: Database) throws -> Row? {
    let dishes = try db.mapRows(
      "SELECT dish_id FROM meal_dish WHERE meal_id = ? ORDER BY position", [id]
    ) { Int64(try $0.int()) }
    return try db.firstRow("SELECT name FROM meal WHERE id = ?", [id]) {
      Row(name: try $0.name(), dishes: dishes)
    }
  }

  /// Puts back a meal that is not there, with number `id`.
  static func restore(_ row: Row, id: Int64, in db: Database) throws {
    try db.perform(
      "INSERT INTO meal (id, name, name_key) VALUES (?, ?, ?)", [id, row.name.text, row.name.key])
    for (position, dish) in row.dishes.enumerated() {
      try db.perform(
        "INSERT INTO meal_dish (meal_id, position, dish_id) VALUES (?, ?, ?)", [id, position, dish])
    }
  }

  private static func insertDishes(of meal: Meal, id: Int64, into db: Database) throws {
    guard !meal.dishes.isEmpty else {
      throw Diagnostic(
        .badContent, "The meal \"\(meal.name)\" has no dishes.",
        hints: ["Name at least one dish."])
    }
    for (position, name) in meal.dishes.enumerated() {
      guard let dish = try DishRows.id(of: name, in: db) else {
        throw Diagnostic(
          .couldNotBeDone, "The meal \"\(meal.name)\" names a dish \"\(name)\" that is not stored.",
          hints: [.advice(.addDishFirst)])
      }
      try db.perform(
        "INSERT INTO meal_dish (meal_id, position, dish_id) VALUES (?, ?, ?)", [id, position, dish])
    }
  }
}
