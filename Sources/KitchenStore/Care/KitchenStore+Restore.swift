internal import GRDB
internal import KitchenModel

extension KitchenStore {
  /// Puts the database that a copy holds in the place of the one at `path`.
  ///
  /// The copy is looked at first: it must be a whole database of this program, no newer than it.
  /// What there was is kept beside the database, also where it is damaged.
  ///
  /// - Parameters:
  ///   - source: The copy; it is not changed.
  ///   - path: The database, which may not exist yet.
  /// - Returns: Where what there was is kept; nil where there was nothing.
  /// - Throws: ``Diagnostic``; then nothing has changed.
  package static func restore(from source: String, to path: String) throws -> Kept? {
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
      let kept = try setAside(path)
      let target = try open(at: path, for: .writing)
      try copy.backup(to: target.queue)
      try target.close()
      // An older copy is brought up to date like any other database.
      try open(at: path, for: .writing).close()
      return kept
    } catch {
      throw Diagnostic(storage: error, path: source)
    }
  }

  /// Keeps what is at `path` before something else takes its place: as a copy where it is sound, and
  /// as it is, moved away, where it is damaged.
  ///
  /// - Returns: Where it is kept; nil where there was nothing.
  /// - Throws: ``Diagnostic``, also for a newer database and another program's; then nothing has
  ///   changed.
  private static func setAside(_ path: String) throws -> Kept? {
    guard DatabaseFile.exists(path) else { return nil }
    let store: KitchenStore
    do {
      guard DatabaseFile.isWhole(path) else { return try moveAside(path) }
      store = try open(at: path, for: .writing)
    } catch let error as Diagnostic {
      // An older database that cannot be brought up to date is damaged as well.
      let isHopeless =
        error.kind == .storageFailed
        && DatabaseFile.isOwn(path, olderThan: Schema.embedded.version)
      guard isHopeless || DatabaseFile.isDamaged(path) else { throw error }
      return try moveAside(path)
    }
    let name = DatabaseFile.unusedName("\(path).before-restore")
    do {
      try store.backup(to: name)
      return Kept(path: name, isDamaged: false)
    } catch {
      try store.close()
      guard DatabaseFile.isDamaged(path) else { throw error }
      return try moveAside(path)
    }
  }

  private static func moveAside(_ path: String) throws -> Kept {
    do {
      return Kept(path: try DatabaseFile.moveAside(path), isDamaged: true)
    } catch {
      throw Diagnostic(
        .cannotCreate, "The damaged database \(path.quoted) cannot be moved aside.",
        hints: ["See that its folder may be written to."])
    }
  }

  /// Where a restored database's predecessor is.
  package struct Kept: Sendable, Hashable {
    /// The file.
    package var path: String
    /// Whether it is the damaged file itself, rather than a copy of a sound one.
    package var isDamaged: Bool
  }
}
