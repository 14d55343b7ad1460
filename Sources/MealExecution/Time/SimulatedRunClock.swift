package import KitchenModel
import Synchronization

/// The clock of simulated runs: sleeping takes no time and moves it.
package final class SimulatedRunClock: RunClock {
  private let now: Mutex<Seconds>

  /// Creates a clock that reads `start`.
  package init(startingAt start: Seconds = .zero) { now = Mutex(start) }

  package var elapsed: Seconds { now.withLock { $0 } }

  package func sleep(until moment: Seconds) async throws {
    try Task.checkCancellation()
    now.withLock { $0 = max($0, moment) }
  }
}
