package import KitchenModel

/// Which process is at a run.
package struct RunLease: Sendable, Hashable {
  /// The process's number, for people: it says something only where the process was started.
  package var pid: Int
  /// The lock that the process holds for as long as it lives: a ``LeaseLock``.
  package var token: String
  /// The machine that it runs on.
  package var host: String
  /// When the process last said that it is there.
  package var renewedAt: Instant

  /// Creates a lease.
  package init(pid: Int, token: String, host: String, renewedAt: Instant) {
    self.pid = pid
    self.token = token
    self.host = host
    self.renewedAt = renewedAt
  }
}

/// A run that is running or paused, with the process that is at it.
package struct OpenRun: Sendable, Hashable {
  /// The run, with its steps.
  package var run: Run
  /// Who is at it; nil where nobody is.
  package var lease: RunLease?
}
