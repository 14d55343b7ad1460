internal import GRDB
internal import KitchenModel

extension KitchenStore {
  /// Puts the database that a copy holds in the place of the one at `path`.
  ///
  /// The copy is looked at first: it must be a whole database of this program, no newer than it.
  /// What there was is kept as a copy beside the database.
  ///
  /// - Parameters:
  ///   - source: The copy; it is not changed.
  ///   - path: The database, which may not exist yet.
  /// - Returns: Where what there was is kept; nil where there was nothing.
  /// - Throws: ``Diagnostic``; then nothing has changed.
  package static func restore(from source: String, to path: String) throws -> String? {
    guard DatabaseFile.exists(source) else {
      throw Diagnostic(
        .unreadable, "There is no file \(source.quoted).",
        hints: ["Name a copy made by `souschef db backup`."])
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let copy = try DatabaseQueue(path: source, configuration: configuration)
      try copy.read { db in
        try Schema.embedded.requireOwn(db, at: source)
        guard try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok" else {
          throw Diagnostic(
            .storageFailed, "The copy \(source.quoted) is damaged. Nothing was changed.",
            hints: ["Choose another copy."])
        }
      }
      var kept: String?
      let isNew = !DatabaseFile.exists(path)
      let target = try open(at: path, for: .writing)
      if !isNew {
        let name = unusedName("\(path).before-restore")
        try target.backup(to: name)
        kept = name
      }
      try copy.backup(to: target.queue)
      try target.close()
      // An older copy is brought up to date like any other database.
      try open(at: path, for: .writing).close()
      return kept
    } catch {
      throw Diagnostic(storage: error, path: source)
    }
  }

  private static func unusedName(_ name: String) -> String {
    var candidate = name
    var number = 2
    while DatabaseFile.exists(candidate) {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
