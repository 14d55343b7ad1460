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

  /// How long the run still waits for its beginning, in milliseconds of the wall clock; 0 once it has
  /// begun.
  var millisecondsToStart: Int { get async }

  /// The clock of the same run, begun so many milliseconds earlier.
  func startedEarly(by milliseconds: Int) -> any RunClock
}

/// Clocks that wait for no beginning.
extension RunClock {
  package var millisecondsToStart: Int { get async { 0 } }

  package func startedEarly(by milliseconds: Int) -> any RunClock { self }
}
