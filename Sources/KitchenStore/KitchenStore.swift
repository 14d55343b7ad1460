internal import DurableFiles
internal import GRDB
package import KitchenModel
internal import Synchronization

/// The one door to what is stored: dishes, meals, the kitchen, plans, runs and the change journal,
/// in one SQLite file.
///
/// - **Threads.** A store may be shared by tasks and threads; its calls are synchronous and run one
///   at a time on one connection. They block their thread for as long as the disk takes.
/// - **Transactions.** Each call is one transaction: a read sees one moment, a write happens wholly
///   or not at all. A write begins at once as a writer and waits up to ``patience`` for others.
/// - **Durability.** When a write has returned, it survives the loss of power (`synchronous=FULL`).
/// - **Processes.** Any number of processes may use one file at once, each with one store:
///   ``shared(at:for:)`` gives whoever asks in a process the same one.
/// - **Lifetime.** The file stays open until the store is released or ``close()`` is called.
///
/// Every error that leaves the module is a ``Diagnostic``. It names dishes, meals and files but no
/// other stored value.
package final class KitchenStore: Sendable {
  /// Where the file is; nil for a kitchen in memory, which nothing outlives.
  package let path: String?
  /// The connection; nil once the store has been closed.
  private let connection: Mutex<DatabaseConnection?>
  /// The index of the log that it uses, once that is known.
  private let logIndex = Mutex<FileIdentity?>(nil)
  /// The plans of the run that was asked for last.
  let followed = Mutex(FollowedPlans())
  /// Which file it has opened; nil for a kitchen in memory.
  let identity: FileIdentity?

  /// Whether it can only be read: the file, its folder or its disk lets nobody write.
  package let isReadOnly: Bool

  /// How long a call waits for other processes, in seconds, before it fails as busy.
  package static let patience = 10

  init(
    path: String?, queue: DatabaseQueue, place: OpenDatabases.Place? = nil, isReadOnly: Bool = false
  ) {
    self.path = path
    self.isReadOnly = isReadOnly
    connection = Mutex(DatabaseConnection(queue, at: place))
    identity = path.flatMap { FileIdentity($0) }
    place?.note(identity)
  }

  /// The stored dishes.
  package var dishes: DishRepository { DishRepository(store: self) }
  /// The stored meals.
  package var meals: MealRepository { MealRepository(store: self) }
  /// The stored plans.
  package var plans: PlanRepository { PlanRepository(store: self) }
  /// The runs and their logs.
  package var runs: RunRepository { RunRepository(store: self) }

  /// What the cook has chosen for good.
  package var preferences: PreferenceRepository { PreferenceRepository(store: self) }

  /// Questions about all runs at once.
  package var history: HistoryRepository { HistoryRepository(store: self) }

  /// The cooks and the equipment.
  ///
  /// - Throws: ``Diagnostic``.
  package func kitchen() throws -> Kitchen {
    try read(KitchenRows.load)
  }

  /// Whether the store has not been closed.
  var isOpen: Bool { connection.withLock { $0 != nil } }

  /// Whether the file that was opened is still what its name leads to: it may have been removed, or
  /// another put in its place, by a program that synchronises folders for example.
  package var isInPlace: Bool { path.map { FileIdentity($0) == identity } ?? true }

  /// When the file was written last. In the usual mode only what moves the log into it does that:
  /// this store's ``emptyLog()``, or others after a great deal of writing.
  package var stamp: FileStamp? { path.flatMap { FileStamp($0) } }

  /// Whether the files beside the database by which processes know of one another's writing are
  /// still those that this store uses: a program that clears away may have removed them.
  package var hasItsLog: Bool {
    guard let path else { return true }
    let latest = FileIdentity("\(path)-shm")
    return logIndex.withLock { known in
      defer { known = known ?? latest }
      return known == nil || known == latest
    }
  }

  /// Opens the file again, with the log that is beside it now.
  ///
  /// - Throws: ``Diagnostic``; then the store is closed.
  package func reopen() throws {
    guard let path else { return }
    close()
    // Where its files are taken away one after the other, none is made in the place of the last.
    guard isInPlace else { throw Diagnostic.notInPlace(path) }
    let new = try Self.open(at: path, for: .writing)
    guard new.identity == identity else { throw Diagnostic.notInPlace(path) }
    logIndex.withLock { $0 = nil }
    let taken = try new.queue
    connection.withLock { $0 = taken }
  }

  /// Forgets what has been read from the file, which somebody else than SQLite may have written to.
  package func forgetPages() {
    followed.withLock { $0 = FollowedPlans() }
    try? queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA shrink_memory") }
  }

  /// Which file is at `path`, as the notes of locks name it; nil where there is none.
  package static func fileMark(at path: String) -> String? { FileIdentity(path)?.mark }

  /// Writes into a lock's file which run it is for, and that the run is stored in this file.
  package func write(run: Int, of meal: String, to lock: LeaseLock) {
    lock.write(LeaseLock.Note(run: run, file: identity?.mark ?? "", meal: meal))
  }

  /// The connection.
  ///
  /// - Throws: ``Diagnostic`` where the store has been closed.
  var queue: DatabaseConnection {
    get throws {
      guard let connection = connection.withLock({ $0 }) else {
        throw Diagnostic(
          .storageFailed, "The database has been closed.", hints: ["Begin again."])
      }
      return connection
    }
  }

  /// Closes the file, as soon as the calls under way have ended; later ones fail.
  package func close() {
    // The last to let go of it closes it, outside the lock.
    let closing = connection.withLock { connection in
      defer { connection = nil }
      return connection
    }
    withExtendedLifetime(closing) {}
  }
}

extension KitchenStore {
  /// Runs `body` on one moment of the database.
  ///
  /// - Parameter patience: How long it waits for other processes, where they keep readers out.
  /// - Throws: ``Diagnostic``.
  func read<T>(waiting patience: Patience = .usual, _ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.read { db in try db.waiting(patience) { try body(db) } }
    } catch {
      throw Diagnostic(storage: error, path: path)
    }
  }

  /// Runs `body` as one transaction that holds the write lock from its beginning, so that nothing
  /// read in it is out of date when it writes.
  ///
  /// - Parameter patience: How long it waits for other processes.
  /// - Throws: ``Diagnostic``, also where the file is not in its place any more when the change has
  ///   been made: then nobody will find it.
  func write<T>(_ patience: Patience = .usual, _ body: (Database) throws -> T) throws -> T {
    guard !isReadOnly else { throw Diagnostic.readOnly(path ?? ":memory:") }
    let result: T
    do {
      result = try queue.writeWithoutTransaction { db in
        try db.waiting(patience) { try db.inImmediateTransaction(body) }
      }
    } catch {
      throw Diagnostic(storage: error, path: path)
    }
    guard isInPlace else { throw Diagnostic.notInPlace(path ?? ":memory:") }
    return result
  }

  /// Moves what the log beside the file holds into the file, where no other process is in the way.
  ///
  /// Whoever copies the file alone then copies everything, and a file that is put in its place
  /// finds no log that is not its own.
  package func emptyLog() {
    try? queue.writeWithoutTransaction { db in
      try db.waiting(.none) { try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }
  }
}

/// How long a call waits for other processes.
package enum Patience: Sendable, Hashable {
  /// As everybody waits: ``KitchenStore/patience``.
  case usual
  /// So many milliseconds: something on the stove matters more.
  case milliseconds(Int)
  /// Not at all.
  case none

  fileprivate var milliseconds: Int? {
    switch self {
    case .usual: nil
    case .milliseconds(let count): count
    case .none: 0
    }
  }
}

extension Database {
  /// Runs `body` while the connection waits so long for others.
  fileprivate func waiting<T>(_ patience: Patience, _ body: () throws -> T) throws -> T {
    guard let milliseconds = patience.milliseconds else { return try body() }
    let usual = try Int.fetchOne(self, sql: "PRAGMA busy_timeout") ?? 0
    try execute(sql: "PRAGMA busy_timeout = \(milliseconds)")
    defer { try? execute(sql: "PRAGMA busy_timeout = \(usual)") }
    return try body()
  }

  fileprivate func inImmediateTransaction<T>(_ body: (Database) throws -> T) throws -> T {
    var result: T?
    try inTransaction(.immediate) {
      result = try body(self)
      return .commit
    }
    guard let result else { preconditionFailure("a transaction ends after its body") }
    return result
  }
}
