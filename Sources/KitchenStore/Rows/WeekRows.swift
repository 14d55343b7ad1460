internal import GRDB
internal import KitchenModel

/// Reads and writes the entries of the week, which refer to dishes by number and so follow their
/// renames.
enum WeekRows {
  private static let columns = "id, date, time, title, first_date, leftovers_of, run_id"

  /// Reads the entries that meet a condition, by day and time.
  static func load(
    where condition: String = "1", _ arguments: StatementArguments = [], from db: Database
  ) throws -> [WeekEntry] {
    var portions: [Int: [WeekEntry.Portion]] = [:]
    try db.forEachRow(
      """
      SELECT entry_id, dish.name, week_dish.servings FROM week_dish
      JOIN dish ON dish.id = dish_id JOIN week_entry ON week_entry.id = entry_id
      WHERE \(condition) ORDER BY entry_id, position
      """, arguments
    ) { row in
      portions[try row.int(), default: []].append(
        WeekEntry.Portion(dish: try row.name(), servings: try row.optionalInt()))
    }
    return try db.mapRows(
      "SELECT \(columns) FROM week_entry WHERE \(condition) ORDER BY date, time, id", arguments
    ) { row in
      let id = try row.int()
      guard let day = CookDay(try row.text()),
        case .timeOfDay(let time)? = try row.optionalClockTime()
      else { throw Unreadable() }
      var entry = WeekEntry(
        day: day, time: time, title: try row.text(), dishes: portions[id] ?? [])
      entry.id = id
      entry.firstDay = CookDay(try row.text()) ?? day
      entry.leftoversOf = try row.optionalInt()
      entry.runID = try row.optionalInt()
      return entry
    }
  }

  /// The entry with number `id` by its dishes' numbers; nil where there is none.
  static func row(id: Int, from db: Database) throws -> Row? {
    let dishes = try db.mapRows(
      "SELECT dish_id, servings FROM week_dish WHERE entry_id = ? ORDER BY position", [id]
    ) { Portion(dish: Int64(try $0.int()), servings: try $0.optionalInt()) }
    return try db.firstRow("SELECT \(columns) FROM week_entry WHERE id = ?", [id]) { row in
      _ = try row.int()
      return Row(
        date: try row.text(), time: try row.text(), title: try row.text(),
        firstDate: try row.text(), leftoversOf: try row.optionalInt(),
        runID: try row.optionalInt(), dishes: dishes)
    }
  }

  /// Writes an entry with number `id`, or takes it away. A run that it was cooked by since stays its.
  static func put(_ row: Row?, id: Int, in db: Database) throws {
    let run = try db.firstRow("SELECT run_id FROM week_entry WHERE id = ?", [id]) {
      try $0.optionalInt()
    }
    try db.perform("DELETE FROM week_entry WHERE id = ?", [id])
    guard let row else { return }
    _ = try insert(row, id: id, runID: run.flatMap { $0 } ?? row.runID, into: db)
  }

  /// Adds an entry and returns its number.
  static func insert(_ row: Row, id: Int? = nil, runID: Int? = nil, into db: Database) throws -> Int
  {
    try db.perform(
      """
      INSERT INTO week_entry (id, date, time, title, first_date, leftovers_of, run_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [id, row.date, row.time, row.title, row.firstDate, row.leftoversOf, runID ?? row.runID])
    let entry = Int(db.lastInsertedRowID)
    for (position, portion) in row.dishes.enumerated() {
      try db.perform(
        "INSERT INTO week_dish (entry_id, position, dish_id, servings) VALUES (?, ?, ?, ?)",
        [entry, position, portion.dish, portion.servings])
    }
    return entry
  }
}

extension WeekRows.Row {
  /// The row of an entry, whose dishes are stored.
  ///
  /// - Throws: ``Diagnostic`` where one is not.
  init(_ entry: WeekEntry, in db: Database) throws {
    let dishes = try entry.dishes.map { portion in
      guard let dish = try DishRows.id(of: portion.dish, in: db) else {
        throw Diagnostic(
          .couldNotBeDone, "There is no dish named \"\(portion.dish)\".",
          hints: ["Add the dish first."])
      }
      return WeekRows.Portion(dish: dish, servings: portion.servings)
    }
    self.init(
      date: entry.day.text, time: ClockTime.timeOfDay(entry.time).stored, title: entry.title,
      firstDate: entry.firstDay.text, leftoversOf: entry.leftoversOf, runID: entry.runID,
      dishes: dishes)
  }
}
