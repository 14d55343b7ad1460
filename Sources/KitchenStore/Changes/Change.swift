internal import GRDB
package import KitchenModel

/// One change of what is stored, while it is being made: everything done through it happens
/// together or not at all, and is taken back together.
///
/// Valid only inside the closure of ``KitchenStore/change(_:at:_:)``, on its thread.
package final class Change {
  let db: Database
  /// What undo will need: each thing touched, as it was before.
  private(set) var before = ChangeImage()
  /// The numbers of the dishes and meals that ``before`` has.
  private var notedDishes: Set<Int64> = []
  private var notedMeals: Set<Int64> = []
  /// What was done, a phrase for each thing.
  private(set) var sentences: [String] = []

  init(_ db: Database) { self.db = db }

  /// Notes how the dish with number `id` is now, unless it has been noted before.
  func remember(dish id: Int64) throws {
    guard notedDishes.insert(id).inserted else { return }
    before.dishes.append(
      .init(
        id: id, before: try DishRows.load(id: id, from: db),
        recipe: try ImportedRecipeRows.load(id, from: db)))
  }

  /// Notes that the dish with number `id` did not exist before.
  func remember(newDish id: Int64) {
    guard notedDishes.insert(id).inserted else { return }
    before.dishes.append(.init(id: id, before: nil))
  }

  /// Notes how the meal with number `id` is now, unless it has been noted before.
  func remember(meal id: Int64) throws {
    guard notedMeals.insert(id).inserted else { return }
    before.meals.append(.init(id: id, before: try MealRows.row(id: id, from: db)))
  }

  /// Notes that the meal with number `id` did not exist before.
  func remember(newMeal id: Int64) {
    guard notedMeals.insert(id).inserted else { return }
    before.meals.append(.init(id: id, before: nil))
  }

  /// Notes that the run with number `id` was not removed before.
  func remember(keptRun id: Int) {
    before.keptRuns.append(id)
  }

  /// Notes that an edit of a run was made.
  func remember(edit id: Int, run: Int) {
    before.edits = (before.edits ?? []) + [.init(id: id, run: run)]
  }

  /// Notes that an estimate was learned.
  func remember(learned id: Int) {
    before.learned = (before.learned ?? []) + [id]
  }

  /// Notes how the entry of the week with number `id` is now; nil where there was none before.
  func remember(entry id: Int, _ before: WeekRows.Row?) {
    guard !(self.before.week ?? []).contains(where: { $0.id == id })
    else { return }
    self.before.week = (self.before.week ?? []) + [.init(id: id, before: before)]
  }

  /// Notes what is known of a thing to buy now.
  func remember(shopItem key: String, _ before: ShopItemRows.Row?) {
    guard !(self.before.shopItems ?? []).contains(where: { $0.key == key }) else { return }
    self.before.shopItems = (self.before.shopItems ?? []) + [.init(key: key, before: before)]
  }

  /// Adds what was done to the change's sentence.
  func say(_ sentence: String) {
    sentences.append(sentence)
  }

  /// The dish called `name` as it is at this moment of the change.
  ///
  /// - Throws: ``Diagnostic``.
  package func dish(named name: Name) throws -> Dish? {
    guard let id = try DishRows.id(of: name, in: db) else { return nil }
    return try DishRows.load(id: id, from: db)
  }

  /// The meal called `name` as it is at this moment of the change.
  ///
  /// - Throws: ``Diagnostic``.
  package func meal(named name: Name) throws -> Meal? {
    guard let id = try MealRows.id(of: name, in: db) else { return nil }
    return try MealRows.load(id: id, from: db).first?.meal
  }

  /// The kitchen as it is at this moment of the change.
  ///
  /// - Throws: ``Diagnostic``.
  package func kitchen() throws -> Kitchen { try KitchenRows.load(from: db) }

  /// Puts `kitchen` in the place of the one there is.
  ///
  /// - Returns: False where it was already like that.
  /// - Throws: ``Diagnostic``.
  @discardableResult
  package func set(_ kitchen: Kitchen) throws -> Bool {
    let old = try KitchenRows.load(from: db)
    guard old != kitchen else { return false }
    if before.kitchen == nil { before.kitchen = old }
    try KitchenRows.write(kitchen, to: db)
    say("changed the kitchen")
    return true
  }

  /// Refuses a name that a dish or a meal has already.
  func claim(_ name: Name) throws {
    let taken: (Advice.Listed, String)? =
      if let id = try DishRows.id(of: name, in: db) {
        (.dish, try title(of: id, in: "dish"))
      } else if let id = try MealRows.id(of: name, in: db) {
        (.meal, try title(of: id, in: "meal"))
      } else { nil }
    guard let (kind, title) = taken else { return }
    throw Diagnostic(.nameTaken(kind, title))
  }

  private func title(of id: Int64, in table: String) throws -> String {
    try db.firstRow("SELECT name FROM \(table) WHERE id = ?", [id]) { try $0.text() } ?? ""
  }
}
