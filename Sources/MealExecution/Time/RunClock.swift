package import KitchenModel

/// The clock of a run: how long it has lasted, and sleeping.
///
/// Live, scaled and simulated runs differ in nothing else but in who ends their steps.
package protocol RunClock: Sendable {
  /// The whole seconds since the run's start, rounded down; never goes back.
  var elapsed: Seconds { get async }

  /// Returns as soon as the run has lasted `moment`, or at once where it has.
  ///
  /// - Throws: `CancellationError` where the task is cancelled first.
  func sleep(until moment: Seconds) async throws
}
