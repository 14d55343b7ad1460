internal import GRDB
internal import KitchenModel

/// Reads and writes the one kitchen.
enum KitchenRows {
  static func load(from db: Database) throws -> Kitchen {
    let count = try db.firstRow("SELECT cook_count FROM kitchen") { try $0.optionalInt() }
    guard let count else { throw Unreadable() }
    let names = try db.mapRows("SELECT name FROM cook ORDER BY position") { try $0.text() }
    guard count != nil || !names.isEmpty else { throw Unreadable() }
    let equipment = try db.mapRows(
      "SELECT name, count, slots, preheat_seconds, heat FROM equipment ORDER BY position"
    ) { row in
      Equipment(
        name: try row.text(), count: try row.int(), slots: try row.int(),
        preheat: try row.seconds(), heat: try row.optionalWord())
    }
    let away = try db.mapRows("SELECT cook, from_time, to_time FROM absence ORDER BY position") {
      row in
      Absence(
        cook: try row.text(), from: try ClockTime(stored: row.text()),
        to: try ClockTime(stored: row.text()))
    }
    return Kitchen(
      cooks: count.map { .count($0) } ?? .named(names), equipment: equipment, away: away)
  }

  /// Puts `kitchen` in the place of the one there is.
  static func write(_ kitchen: Kitchen, to db: Database) throws {
    try refuseUnstorable(kitchen)
    for table in ["kitchen", "cook", "equipment", "absence"] {
      try db.perform("DELETE FROM \(table)")
    }
    var count: Int?
    var names: [String] = []
    switch kitchen.cooks {
    case .count(let cooks): count = cooks
    case .named(let cooks): names = cooks
    }
    try db.perform("INSERT INTO kitchen (id, cook_count) VALUES (1, ?)", [count])
    for (position, name) in names.enumerated() {
      try db.perform(
        "INSERT INTO cook (position, name, name_key) VALUES (?, ?, ?)",
        [position, name, Name.key(of: name)])
    }
    for (position, equipment) in kitchen.equipment.enumerated() {
      try db.perform(
        """
        INSERT INTO equipment (position, name, name_key, count, slots, preheat_seconds, heat)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          position, equipment.name, Name.key(of: equipment.name), equipment.count, equipment.slots,
          equipment.preheat.count, equipment.heat?.rawValue,
        ])
    }
    for (position, absence) in kitchen.away.enumerated() {
      try db.perform(
        "INSERT INTO absence (position, cook, from_time, to_time) VALUES (?, ?, ?, ?)",
        [position, absence.cook, absence.from.stored, absence.to.stored])
    }
  }

  /// Says in kitchen words what the tables would refuse.
  private static func refuseUnstorable(_ kitchen: Kitchen) throws {
    guard kitchen.cooks.count >= 1 else {
      throw Diagnostic(
        .badContent, "A kitchen without cooks cannot be stored.",
        hints: ["Give it at least one cook."])
    }
    let (cooks, equipment) = (kitchen.cooks.givenNames, kitchen.equipment.map(\.name))
    let names = cooks + equipment + kitchen.away.map(\.cook)
    guard !names.contains(where: { $0.utf8.contains(0) }) else {
      throw Diagnostic(
        .badContent, "A name in the kitchen contains a NUL character.",
        hints: ["Type the name by hand; copied text may contain invisible characters."])
    }
    for (what, names) in [("cook", cooks), ("equipment", equipment)] {
      var seen: Set<String> = []
      for name in names {
        guard seen.insert(Name.key(of: name)).inserted else {
          throw Diagnostic(
            .badContent, "The kitchen has two entries for \(what) \"\(name)\".",
            hints: ["Name each once; upper and lower case make no difference."])
        }
      }
    }
  }
}

extension Kitchen.Cooks {
  /// The names that the cook gave; none where they are only counted.
  fileprivate var givenNames: [String] {
    switch self {
    case .count: []
    case .named(let names): names
    }
  }
}
