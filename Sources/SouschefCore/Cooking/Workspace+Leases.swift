import Foundation
import KitchenModel
import KitchenStore

extension Workspace {
  /// A new lock for a run that this process is about to take.
  ///
  /// - Throws: ``Diagnostic`` where its file cannot be created.
  func newLock() throws -> LeaseLock {
    try LeaseLock(beside: databasePath)
  }

  /// This process, as the store knows it while it holds a lock.
  func lease(_ lock: LeaseLock) -> RunLease {
    RunLease(
      pid: Int(ProcessInfo.processInfo.processIdentifier), token: lock.token, host: "local",
      renewedAt: now)
  }

  /// Whether the process of a lease is still there.
  func isAlive(_ lease: RunLease) -> Bool {
    LeaseLock.isHeld(lease.token, beside: databasePath)
  }

  /// Whether somebody is in the kitchen with a run: scaled and simulated ones take no hands.
  func isUnderWay(_ open: OpenRun) -> Bool {
    open.run.mode == .live && (open.lease.map(isAlive) ?? false)
  }

  /// Notes that runs whose processes are gone were interrupted; nothing, where that cannot be written.
  ///
  /// - Throws: ``Diagnostic``.
  func settleAbandoned(in store: KitchenStore) throws {
    guard !store.isReadOnly, try !store.runs.interruptAbandoned(isAlive: isAlive).isEmpty else {
      return
    }
    LeaseLock.removeAbandoned(beside: databasePath)
  }

  /// The runs that fit, as they stand: one whose process is gone was interrupted, also where that cannot be
  /// written.
  ///
  /// - Throws: ``Diagnostic``.
  func runs(_ filter: RunFilter, in store: KitchenStore) throws -> [Run] {
    try settleAbandoned(in: store)
    let abandoned = try abandonedRuns(in: store)
    guard !abandoned.isEmpty else { return try store.runs.list(filter) }
    var all = filter
    all.statuses = []
    all.limit = nil
    let runs = try store.runs.list(all).map { asItStands($0, abandoned) }
      .filter { filter.statuses.isEmpty || filter.statuses.contains($0.status) }
    return Array(runs.prefix(filter.limit ?? .max))
  }

  /// A run as it stands.
  ///
  /// - Throws: ``Diagnostic``.
  func asItStands(_ run: Run, in store: KitchenStore) throws -> Run {
    asItStands(run, try abandonedRuns(in: store))
  }

  private func asItStands(_ run: Run, _ abandoned: Set<Int>) -> Run {
    guard abandoned.contains(run.id) else { return run }
    var run = run
    run.status = .interrupted
    return run
  }

  /// The numbers of the runs that the database has as open although their processes are gone.
  private func abandonedRuns(in store: KitchenStore) throws -> Set<Int> {
    guard store.isReadOnly else { return [] }
    return Set(try store.runs.open().filter { !($0.lease.map(isAlive) ?? false) }.map(\.run.id))
  }
}
