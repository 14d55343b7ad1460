internal import GRDB

/// A connection to a database, closed when nobody uses it any more, and only then.
///
/// Calls go through the connection itself, so that it lives until they have ended: GRDB does not bear
/// calls to what has been closed.
final class DatabaseConnection: Sendable {
  /// GRDB's own; to be used only while this value is kept.
  let database: DatabaseQueue
  /// The connection's place among those of the process; nil for a kitchen in memory.
  private let place: OpenDatabases.Place?

  init(_ database: DatabaseQueue, at place: OpenDatabases.Place?) {
    self.database = database
    self.place = place
  }

  deinit {
    try? database.close()
    // Only now may the file be looked at beside SQLite.
    place?.leave()
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T { try database.read(body) }

  func unsafeRead<T>(_ body: (Database) throws -> T) throws -> T { try database.unsafeRead(body) }

  func writeWithoutTransaction<T>(_ body: (Database) throws -> T) rethrows -> T {
    try database.writeWithoutTransaction(body)
  }

  func write<T>(_ body: (Database) throws -> T) throws -> T { try database.write(body) }

  func inDatabase<T>(_ body: (Database) throws -> T) rethrows -> T {
    try database.inDatabase(body)
  }
}
