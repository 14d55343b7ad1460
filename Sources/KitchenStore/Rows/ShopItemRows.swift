internal import GRDB
internal import KitchenModel

/// Reads and writes what is known of things to buy.
enum ShopItemRows {
  /// Everything that is known, by name.
  static func all(from db: Database) throws -> [ShopItem] {
    try db.mapRows(
      "SELECT name, in_pantry, aisle, ticked_at FROM shop_item ORDER BY name_key"
    ) { row in
      var item = ShopItem(name: try row.text())
      item.isInPantry = try row.flag()
      item.aisle = try row.optionalText()
      item.tickedAt = try row.optionalInstant()
      return item
    }
  }

  /// What is known of the thing with a key; nil where nothing is.
  static func row(key: String, from db: Database) throws -> Row? {
    try db.firstRow(
      "SELECT name, in_pantry, aisle, ticked_at FROM shop_item WHERE name_key = ?", [key]
    ) { row in
      Row(
        name: try row.text(), isInPantry: try row.flag(), aisle: try row.optionalText(),
        tickedAt: try row.optionalText())
    }
  }

  /// Writes what is known of the thing with a key.
  static func put(_ row: Row?, key: String, in db: Database) throws {
    try db.perform("DELETE FROM shop_item WHERE name_key = ?", [key])
    guard let row else { return }
    try db.perform(
      """
      INSERT INTO shop_item (name_key, name, in_pantry, aisle, ticked_at) VALUES (?, ?, ?, ?, ?)
      """, [key, row.name, row.isInPantry ? 1 : 0, row.aisle, row.tickedAt])
  }
}

extension ShopItem {
  init(_ row: ShopItemRows.Row) throws {
    self.init(name: row.name)
    isInPantry = row.isInPantry
    aisle = row.aisle
    tickedAt = try row.tickedAt.map { text in
      guard let instant = Instant(iso8601: text) else { throw Unreadable() }
      return instant
    }
  }
}
