internal import GRDB
internal import KitchenModel

extension ChangeImage {
  /// Puts everything back, in the transaction of `db`.
  ///
  /// What is there now is removed before anything is put back, so that names which moved from one
  /// thing to another do not clash on the way; references are checked when the transaction ends.
  func restore(in db: Database, at now: Instant) throws {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    for meal in meals { try MealRows.delete(id: meal.id, from: db) }
    for dish in dishes { try DishRows.delete(id: dish.id, from: db) }
    for dish in dishes {
      guard let before = dish.before else { continue }
      _ = try DishRows.insert(before, id: dish.id, into: db)
      if let recipe = dish.recipe { try ImportedRecipeRows.put(recipe, of: dish.id, in: db) }
    }
    for meal in meals {
      if let before = meal.before { try MealRows.restore(before, id: meal.id, in: db) }
    }
    if let kitchen { try KitchenRows.write(kitchen, to: db) }
    for run in keptRuns {
      try db.perform("UPDATE run SET removed_at = NULL WHERE id = ?", [run])
    }
    for entry in week ?? [] { try WeekRows.put(entry.before, id: entry.id, in: db) }
    for item in shopItems ?? [] { try ShopItemRows.put(item.before, key: item.key, in: db) }
    for edit in edits ?? [] { try EditRows.withdraw(edit.id, run: edit.run, at: now, in: db) }
    for id in learned ?? [] {
      try db.perform("UPDATE learned_estimate SET withdrawn_at = ? WHERE id = ?", [now.stored, id])
    }
  }
}
