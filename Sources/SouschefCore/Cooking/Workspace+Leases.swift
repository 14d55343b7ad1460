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
}
