internal import GRDB
package import KitchenModel

extension Change {
  /// Adds a meal of stored dishes.
  ///
  /// - Throws: ``Diagnostic``, also where its name is taken or a dish is not stored.
  package func add(_ meal: Meal) throws {
    try claim(meal.name)
    remember(newMeal: try MealRows.insert(meal, into: db))
    say("added meal \"\(meal.name)\"")
  }

  /// Puts `meal` in the place of the one of its name.
  ///
  /// - Returns: False where it was already stored exactly like that.
  /// - Throws: ``Diagnostic``, also where there is none of its name or a dish is not stored.
  @discardableResult
  package func replace(_ meal: Meal) throws -> Bool {
    let (id, old) = try stored(meal.name)
    guard old != meal || old.name.text != meal.name.text else { return false }
    try remember(meal: id)
    try MealRows.replace(id: id, with: meal, in: db)
    say("changed meal \"\(meal.name)\"")
    return true
  }

  /// Renames a meal.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such meal or the new name is taken.
  package func renameMeal(_ name: Name, to newName: Name) throws {
    let (id, old) = try stored(name)
    guard old.name.text != newName.text else { return }
    if old.name != newName { try claim(newName) }
    try remember(meal: id)
    try MealRows.replace(id: id, with: Meal(name: newName, dishes: old.dishes), in: db)
    say("renamed meal \"\(old.name)\" to \"\(newName)\"")
  }

  /// Removes a meal, not its dishes.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such meal.
  package func removeMeal(_ name: Name) throws {
    let (id, old) = try stored(name)
    try remember(meal: id)
    try MealRows.delete(id: id, from: db)
    say("removed meal \"\(old.name)\"")
  }

  private func stored(_ name: Name) throws -> (id: Int64, meal: Meal) {
    guard let id = try MealRows.id(of: name, in: db) else {
      throw Diagnostic(.noSuch(.meal, name.text, nearest: nil, isEmpty: false))
    }
    guard let meal = try MealRows.load(id: id, from: db).first?.meal else { throw Unreadable() }
    return (id, meal)
  }
}
