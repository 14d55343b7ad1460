internal import GRDB
package import KitchenModel

/// The one door to what is stored: dishes, meals, the kitchen, plans, runs and the change journal,
/// in one SQLite file.
///
/// - **Threads.** A store may be shared by tasks and threads; its calls are synchronous and run one
///   at a time on one connection. They block their thread for as long as the disk takes.
/// - **Transactions.** Each call is one transaction: a read sees one moment, a write happens wholly
///   or not at all. A write begins at once as a writer and waits up to ``patience`` for others.
/// - **Durability.** When a write has returned, it survives the loss of power (`synchronous=FULL`).
/// - **Processes.** Any number of processes may use one file at once, each with a store of its own.
/// - **Lifetime.** The file stays open until the store is released or ``close()`` is called.
///
/// Every error that leaves the module is a ``Diagnostic``. It names dishes, meals and files but no
/// other stored value.
package final class KitchenStore: Sendable {
  /// Where the file is; nil for a kitchen in memory, which nothing outlives.
  package let path: String?
  /// The connection.
  let queue: DatabaseQueue

  /// How long a call waits for other processes, in seconds, before it fails as busy.
  package static let patience = 10

  init(path: String?, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// The stored dishes.
  package var dishes: DishRepository { DishRepository(store: self) }
  /// The stored meals.
  package var meals: MealRepository { MealRepository(store: self) }
  /// The stored plans.
  package var plans: PlanRepository { PlanRepository(store: self) }
  /// The runs and their logs.
  package var runs: RunRepository { RunRepository(store: self) }

  /// Questions about all runs at once.
  package var history: HistoryRepository { HistoryRepository(store: self) }

  /// The cooks and the equipment.
  ///
  /// - Throws: ``Diagnostic``.
  package func kitchen() throws -> Kitchen {
    try read(KitchenRows.load)
  }

  /// Everything that a kitchen file can hold, as it is at one moment.
  ///
  /// - Throws: ``Diagnostic``.
  package func inventory() throws -> Inventory {
    try read { db in
      Inventory(
        kitchen: try KitchenRows.load(from: db),
        dishes: try DishRows.load(.all, from: db).map(\.dish),
        meals: try MealRows.load(from: db).map(\.meal))
    }
  }

  /// The kitchen, the dishes and the meals of one moment.
  package struct Inventory: Sendable, Hashable, Codable {
    /// The cooks and the equipment.
    package var kitchen: Kitchen
    /// Every dish, by name.
    package var dishes: [Dish]
    /// Every meal, by name.
    package var meals: [Meal]
  }

  /// Closes the file; later calls fail.
  ///
  /// - Throws: ``Diagnostic``.
  package func close() throws {
    do { try queue.close() } catch { throw Diagnostic(storage: error, path: path) }
  }
}

extension KitchenStore {
  /// Runs `body` on one moment of the database.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try queue.read(body) } catch { throw Diagnostic(storage: error, path: path) }
  }

  /// Runs `body` as one transaction that holds the write lock from its beginning, so that nothing
  /// read in it is out of date when it writes.
  func write<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try queue.write(body) } catch { throw Diagnostic(storage: error, path: path) }
  }
}
