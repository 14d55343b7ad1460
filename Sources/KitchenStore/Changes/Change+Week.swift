internal import GRDB
package import KitchenModel

extension Change {
  /// The entries of the week from one day on, up to but without another, at this moment of the change.
  ///
  /// - Throws: ``Diagnostic``.
  package func weekEntries(from first: CookDay, until end: CookDay) throws -> [WeekEntry] {
    try WeekRows.load(
      where: "week_entry.date >= ? AND week_entry.date < ?", [first.text, end.text], from: db)
  }

  /// The entry with a number; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func weekEntry(_ id: Int) throws -> WeekEntry? {
    try WeekRows.load(where: "week_entry.id = ?", [id], from: db).first
  }

  /// Adds an entry and returns its number.
  ///
  /// - Throws: ``Diagnostic``, also where a dish is not stored or the same meal is there at that time.
  @discardableResult
  package func add(_ entry: WeekEntry) throws -> Int {
    try refuseTwice(entry)
    let id = try WeekRows.insert(WeekRows.Row(entry, in: db), into: db)
    remember(entry: id, nil)
    say("put \"\(entry.title)\" on \(entry.day.spokenText)")
    return id
  }

  /// Puts an entry on another day or time.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such entry or the same meal is there at that time.
  package func move(_ entry: WeekEntry) throws {
    guard let row = try WeekRows.row(id: entry.id, from: db) else { return }
    try refuseTwice(entry)
    remember(entry: entry.id, row)
    try db.perform(
      "UPDATE week_entry SET date = ?, time = ? WHERE id = ?",
      [entry.day.text, ClockTime.timeOfDay(entry.time).stored, entry.id])
    say("moved \"\(entry.title)\" to \(entry.day.spokenText)")
  }

  /// Takes an entry out of the week.
  ///
  /// - Throws: ``Diagnostic``.
  package func removeWeekEntry(_ entry: WeekEntry) throws {
    guard let row = try WeekRows.row(id: entry.id, from: db) else { return }
    remember(entry: entry.id, row)
    try db.perform("DELETE FROM week_entry WHERE id = ?", [entry.id])
    say("took \"\(entry.title)\" off \(entry.day.spokenText)")
  }

  private func refuseTwice(_ entry: WeekEntry) throws {
    let same = try weekEntries(from: entry.day, until: entry.day.advanced(by: 1)).first { other in
      other.id != entry.id && other.time == entry.time
        && other.dishes.map(\.dish) == entry.dishes.map(\.dish)
    }
    guard same != nil else { return }
    throw Diagnostic(
      .couldNotBeDone,
      "\(entry.title.quoted) is on \(entry.day.spokenText) at "
        + "\(ClockTime.timeOfDay(entry.time).text) already.",
      hints: ["Give another time or day, or more servings to the one that is there."])
  }

  /// What is known of a thing to buy, changed by `body`; a thing of which nothing is known then is
  /// forgotten.
  ///
  /// - Parameter key: what the thing is told apart by.
  /// - Returns: False where nothing changed.
  /// - Throws: ``Diagnostic``.
  @discardableResult
  package func changeShopItem(
    _ key: String, named name: String, _ body: (inout ShopItem) -> Void
  ) throws -> Bool {
    let row = try ShopItemRows.row(key: key, from: db)
    let old = try row.map { try ShopItem($0) } ?? ShopItem(name: name)
    var new = old
    body(&new)
    guard new != old else { return false }
    remember(shopItem: key, row)
    try ShopItemRows.put(
      new.isBlank
        ? nil
        : ShopItemRows.Row(
          name: new.name, isInPantry: new.isInPantry, aisle: new.aisle,
          tickedAt: new.tickedAt?.stored), key: key, in: db)
    return true
  }
}
