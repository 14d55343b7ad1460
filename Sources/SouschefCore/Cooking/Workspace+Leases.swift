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

  /// Notes that runs whose processes are gone were interrupted.
  ///
  /// - Throws: ``Diagnostic``.
  func settleAbandoned(in store: KitchenStore) throws {
    try store.runs.interruptAbandoned(isAlive: isAlive)
  }
}
