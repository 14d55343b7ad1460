internal import GRDB
internal import KitchenModel

/// Everything a change touched, as it was before.
///
/// Things are known by their numbers, which do not change with their names and come back with them;
/// so are the dishes of a meal, since the same change may have renamed them before.
struct ChangeImage: Codable {
  /// A dish as it was; nil where there was none.
  struct DishBefore: Codable {
    var id: Int64
    var before: Dish?
  }

  /// A meal as it was; nil where there was none.
  struct MealBefore: Codable {
    var id: Int64
    var before: MealRows.Row?
  }

  var dishes: [DishBefore] = []
  var meals: [MealBefore] = []
  /// The kitchen as it was; nil where it was not touched.
  var kitchen: Kitchen?
  /// The runs that were removed.
  var keptRuns: [Int] = []
  /// The edits that were made; nil where there were none, as in older journals.
  var edits: [EditMade]?
  /// The numbers of the estimates that were learned; nil where there were none.
  var learned: [Int]?

  /// The entries of the week as they were; nil where none was touched.
  var week: [EntryBefore]?
  /// What was known of things to buy; nil where none was touched.
  var shopItems: [ShopItemBefore]?

  /// An entry of the week as it was; nil where there was none.
  struct EntryBefore: Codable {
    var id: Int
    var before: WeekRows.Row?
  }

  /// What was known of a thing to buy; nil where nothing was.
  struct ShopItemBefore: Codable {
    var key: String
    var before: ShopItemRows.Row?
  }

  /// An edit of a run's history.
  struct EditMade: Codable {
    var id: Int
    var run: Int
  }

  /// Whether nothing was touched.
  var isEmpty: Bool {
    dishes.isEmpty && meals.isEmpty && kitchen == nil && keptRuns.isEmpty
      && edits == nil && learned == nil && week == nil && shopItems == nil
  }

  /// Puts everything back, in the transaction of `db`.
  ///
  /// What is there now is removed before anything is put back, so that names which moved from one
  /// thing to another do not clash on the way; references are checked when the transaction ends.
  func restore(in db: Database, at now: Instant) throws {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    for meal in meals { try MealRows.delete(id: meal.id, from: db) }
    for dish in dishes { try DishRows.delete(id: dish.id, from: db) }
    for dish in dishes {
      if let before = dish.before { _ = try DishRows.insert(before, id: dish.id, into: db) }
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
