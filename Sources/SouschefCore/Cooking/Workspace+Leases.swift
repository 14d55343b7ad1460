import KitchenModel
import KitchenStore

extension Workspace {
  /// This process, as the store knows it.
  var lease: RunLease {
    RunLease(
      pid: processes.current.number, processStart: processes.current.token, host: "local",
      renewedAt: now)
  }

  /// Whether the process of a lease is still there.
  func isAlive(_ lease: RunLease) -> Bool {
    processes.isAlive(ProcessIdentity(number: lease.pid, token: lease.processStart))
  }

  /// Whether somebody is in the kitchen with a run: scaled and simulated ones take no hands.
  func isUnderWay(_ open: OpenRun) -> Bool {
    open.run.mode == .live && (open.lease.map(isAlive) ?? false)
  }

  /// Notes that runs whose processes are gone were interrupted.
  ///
  /// - Throws: ``Diagnostic``.
  func settleAbandoned(in store: KitchenStore) throws {
    try store.runs.interruptAbandoned(isAlive: isAlive)
  }
}
