internal import GRDB
package import KitchenModel

/// The devices that the board lets in, and the runs that it cooks itself.
package struct DeviceRepository: Sendable {
  let store: KitchenStore

  /// How many devices may be paired at once.
  package static let most = 200

  /// Every device, by number.
  ///
  /// - Throws: ``Diagnostic``.
  package func all() throws -> [Device] {
    try store.read { db in try Self.load("ORDER BY id", [], from: db) }
  }

  /// The device whose token has this hash; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func device(withHash hash: String) throws -> Device? {
    try store.read { db in try Self.load("WHERE token_hash = ?", [hash], from: db).first }
  }

  /// Lets a device in.
  ///
  /// - Parameter hash: The hash of its token, 64 hexadecimal digits.
  /// - Throws: ``Diagnostic``, also where there are enough.
  package func add(
    _ name: String, _ role: Device.Role, hash: String, at now: Instant
  ) throws -> Device {
    try store.write { db in
      let count = try db.firstRow("SELECT COUNT(*) FROM board_device", []) { try $0.int() } ?? 0
      guard count < Self.most else {
        throw Diagnostic(
          .couldNotBeDone, "\(count) devices are paired already; that is the most.",
          hints: ["Unpair some that are not used any more."])
      }
      try db.perform(
        "INSERT INTO board_device (name, role, token_hash, paired_at) VALUES (?, ?, ?, ?)",
        [name, role.rawValue, hash, now.stored])
      return Device(id: Int(db.lastInsertedRowID), name: name, role: role, pairedAt: now)
    }
  }

  /// Notes that a device was seen.
  ///
  /// - Throws: ``Diagnostic``.
  package func note(_ id: Int, seenAt now: Instant) throws {
    try store.write(.none) { db in
      try db.perform("UPDATE board_device SET seen_at = ? WHERE id = ?", [now.stored, id])
    }
  }

  /// Forgets a device; false where there is none of this number.
  ///
  /// - Throws: ``Diagnostic``.
  package func forget(_ id: Int) throws -> Bool {
    try store.write { db in
      try db.perform("DELETE FROM board_device WHERE id = ?", [id])
      return db.changesCount > 0
    }
  }

  /// The runs that the board cooks or cooked when it ended, the newest first.
  ///
  /// - Throws: ``Diagnostic``.
  package func runs() throws -> [Int] {
    try store.read { db in
      try db.mapRows("SELECT run_id FROM board_run ORDER BY run_id DESC") { try $0.int() }
    }
  }

  /// Notes that the board cooks a run.
  ///
  /// - Throws: ``Diagnostic``.
  package func take(run: Int) throws {
    try store.write { db in
      try db.perform("INSERT OR IGNORE INTO board_run (run_id) VALUES (?)", [run])
    }
  }

  /// Notes that the board has nothing more to do with a run.
  ///
  /// - Throws: ``Diagnostic``.
  package func leave(run: Int) throws {
    try store.write { db in
      try db.perform("DELETE FROM board_run WHERE run_id = ?", [run])
    }
  }

  private static func load(
    _ clause: String, _ arguments: StatementArguments, from db: Database
  ) throws -> [Device] {
    try db.mapRows(
      "SELECT id, name, role, paired_at, seen_at FROM board_device \(clause)", arguments
    ) { row in
      Device(
        id: try row.int(), name: try row.text(), role: try row.word(Device.Role.self),
        pairedAt: try row.instant(), seenAt: try row.optionalInstant())
    }
  }
}

extension KitchenStore {
  /// The devices of the board.
  package var devices: DeviceRepository { DeviceRepository(store: self) }
}
