internal import GRDB
package import KitchenModel

extension Change {
  /// Adds a dish.
  ///
  /// - Throws: ``Diagnostic``, also where its name is taken.
  package func add(_ dish: Dish) throws {
    try claim(dish.name)
    remember(newDish: try DishRows.insert(dish, into: db))
    say("added dish \"\(dish.name)\"")
  }

  /// Puts `dish` in the place of the one of its name; its meals keep it.
  ///
  /// - Returns: False where it was already stored exactly like that.
  /// - Throws: ``Diagnostic``, also where there is none of its name.
  @discardableResult
  package func replace(_ dish: Dish) throws -> Bool {
    let id = try idOfDish(dish.name)
    guard let old = try DishRows.load(id: id, from: db) else { throw Unreadable() }
    guard old != dish || old.name.text != dish.name.text else { return false }
    try remember(dish: id)
    try DishRows.replace(id: id, with: dish, in: db)
    say("changed dish \"\(dish.name)\"")
    return true
  }

  /// Keeps what a dish's recipe is at its source, as a kitchen file's text.
  ///
  /// It is remembered with the dish: where nothing else changes, no change is noted.
  ///
  /// - Throws: ``Diagnostic``, also where there is no dish of that name.
  package func keepRecipe(_ recipe: String, of name: Name) throws {
    try ImportedRecipeRows.put(recipe, of: try idOfDish(name), in: db)
  }

  /// Renames a dish; meals and the `after` of every dish follow.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish or the new name is taken.
  package func renameDish(_ name: Name, to newName: Name) throws {
    let id = try idOfDish(name)
    guard let old = try DishRows.load(id: id, from: db)?.name else { throw Unreadable() }
    guard old.text != newName.text else { return }
    if old != newName { try claim(newName) }
    try remember(dish: id)
    for follower in try idsOfDishes(after: old) { try remember(dish: follower) }
    try db.perform(
      "UPDATE dish SET name = ?, name_key = ? WHERE id = ?", [newName.text, newName.key, id])
    try db.perform(
      "UPDATE step_dependency SET on_dish = ?, on_dish_key = ? WHERE on_dish_key = ?",
      [newName.text, newName.key, old.key])
    say("renamed dish \"\(old)\" to \"\(newName)\"")
  }

  /// What to do with the meals that have a dish which is to be removed.
  package enum MealsOfRemovedDish: Sendable {
    /// Refuse, naming the meals.
    case refuse
    /// Take it out of them, and remove those that have nothing else.
    case takeOut
  }

  /// What the removal of a dish did to meals, each list by name.
  package struct RemovedDish: Sendable, Hashable {
    /// The meals that had the dish among others.
    package var changedMeals: [Name] = []
    /// The meals that had nothing else.
    package var removedMeals: [Name] = []
    /// The days of the week that had the dish.
    package var changedDays: [CookDay] = []
  }

  /// Removes a dish.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish, or meals have it and `meals` is
  ///   `refuse`.
  @discardableResult
  package func removeDish(_ name: Name, meals: MealsOfRemovedDish = .refuse) throws -> RemovedDish {
    let id = try idOfDish(name)
    guard let old = try DishRows.load(id: id, from: db)?.name else { throw Unreadable() }
    let users = try MealRows.ids(withDish: id, in: db)
    if !users.isEmpty, case .refuse = meals { throw try refusal(toRemove: old, from: users) }
    let entries = try WeekRows.load(
      where: "week_entry.id IN (SELECT entry_id FROM week_dish WHERE dish_id = ?)", [id], from: db)
    if !entries.isEmpty, case .refuse = meals { throw refusal(toRemove: old, from: entries) }
    try remember(dish: id)
    var outcome = RemovedDish()
    for entry in entries {
      guard var row = try WeekRows.row(id: entry.id, from: db) else { throw Unreadable() }
      remember(entry: entry.id, row)
      row.dishes.removeAll { $0.dish == id }
      try WeekRows.put(row.dishes.isEmpty ? nil : row, id: entry.id, in: db)
      outcome.changedDays.append(entry.day)
    }
    for user in users {
      try remember(meal: user)
      guard var meal = try MealRows.load(id: user, from: db).first?.meal else { throw Unreadable() }
      meal.dishes.removeAll { $0 == old }
      if meal.dishes.isEmpty {
        try MealRows.delete(id: user, from: db)
        outcome.removedMeals.append(meal.name)
      } else {
        try MealRows.replace(id: user, with: meal, in: db)
        outcome.changedMeals.append(meal.name)
      }
    }
    try DishRows.delete(id: id, from: db)
    say("removed dish \"\(old)\"\(Self.phrase(for: outcome))")
    return outcome
  }

  private static func phrase(for outcome: RemovedDish) -> String {
    func quoted(_ names: [Name]) -> String {
      (names.count == 1 ? "meal " : "meals ") + names.map { "\"\($0)\"" }.joined(separator: ", ")
    }
    var phrase = ""
    if !outcome.changedMeals.isEmpty { phrase += ", also from \(quoted(outcome.changedMeals))" }
    if !outcome.removedMeals.isEmpty {
      phrase += ", and with it \(quoted(outcome.removedMeals)), which had nothing else"
    }
    return phrase
  }

  private func refusal(toRemove dish: Name, from meals: [Int64]) throws -> Diagnostic {
    let names = try meals.compactMap { try MealRows.load(id: $0, from: db).first?.meal.name }
    return Diagnostic(.dishInMeals(dish.text, names.map(\.text)))
  }

  private func refusal(toRemove dish: Name, from entries: [WeekEntry]) -> Diagnostic {
    let days = entries.map(\.day.spokenText).joined(separator: ", ")
    return Diagnostic(
      .couldNotBeDone, "The dish \"\(dish)\" is in the week: \(days).",
      hints: ["Take it off those days first, or force the removal: it is then taken out of them."])
  }

  private func idsOfDishes(after name: Name) throws -> [Int64] {
    try db.mapRows(
      """
      SELECT DISTINCT dish_id FROM step_dependency JOIN step ON step.id = step_id
      WHERE on_dish_key = ? ORDER BY dish_id
      """, [name.key]
    ) { Int64(try $0.int()) }
  }

  private func idOfDish(_ name: Name) throws -> Int64 {
    guard let id = try DishRows.id(of: name, in: db) else {
      throw Diagnostic(.noSuch(.dish, name.text, nearest: nil, isEmpty: false))
    }
    return id
  }
}
