internal import GRDB
package import KitchenModel

/// The week to come and what is known of things to buy; each call is one transaction.
package struct WeekRepository: Sendable {
  let store: KitchenStore

  /// The entries from one day on, up to but without another, by day and time.
  ///
  /// - Throws: ``Diagnostic``.
  package func entries(from first: CookDay, until end: CookDay) throws -> [WeekEntry] {
    try store.read { db in
      try WeekRows.load(
        where: "week_entry.date >= ? AND week_entry.date < ?", [first.text, end.text], from: db)
    }
  }

  /// Every entry there is, by day and time.
  ///
  /// - Throws: ``Diagnostic``.
  package func all() throws -> [WeekEntry] {
    try store.read { db in try WeekRows.load(from: db) }
  }

  /// Notes which run cooks an entry. What was cooked is not a change that undo takes back.
  ///
  /// - Throws: ``Diagnostic``.
  package func link(entry id: Int, toRun run: Int) throws {
    try store.write { db in
      try db.perform("UPDATE week_entry SET run_id = ? WHERE id = ?", [run, id])
    }
  }

  /// How the runs that cooked entries ended, by their number; one that was removed is not there.
  ///
  /// - Throws: ``Diagnostic``.
  package func runs(of entries: [WeekEntry]) throws -> [Int: CookedState] {
    try store.read { db in
      var states: [Int: CookedState] = [:]
      for run in Set(entries.compactMap(\.runID)).sorted() {
        let state = try db.firstRow(
          "SELECT status, mode FROM run WHERE id = ? AND removed_at IS NULL", [run]
        ) { row in
          CookedState(status: try row.word(), mode: try row.word())
        }
        if let state { states[run] = state }
      }
      return states
    }
  }

  /// How a run that cooked an entry stands.
  package struct CookedState: Sendable, Hashable {
    /// Its status.
    package var status: Run.Status
    /// How its time passed.
    package var mode: Run.Mode

    /// Whether the meal was really cooked, which only a live run does.
    package var isCooked: Bool { mode == .live && status == .finished }
  }

  /// Everything that is known of things to buy, by name.
  ///
  /// - Throws: ``Diagnostic``.
  package func shopItems() throws -> [ShopItem] {
    try store.read { db in try ShopItemRows.all(from: db) }
  }
}

extension KitchenStore {
  /// The week to come.
  package var week: WeekRepository { WeekRepository(store: self) }
}
