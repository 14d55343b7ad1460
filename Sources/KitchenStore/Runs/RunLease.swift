package import KitchenModel

/// Which process is at a run.
package struct RunLease: Sendable, Hashable {
  /// The process's number.
  package var pid: Int
  /// When the process began, in whatever form the system tells it: a later process may get the same
  /// number, but not the same beginning.
  package var processStart: String
  /// The machine that it runs on.
  package var host: String
  /// When the process last said that it is there.
  package var renewedAt: Instant

  /// Creates a lease.
  package init(pid: Int, processStart: String, host: String, renewedAt: Instant) {
    self.pid = pid
    self.processStart = processStart
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
