package import KitchenModel
import MealExecution
import Synchronization

/// A run's clock that stands still until a test moves it.
package final class ManualClock: RunClock {
  private struct Sleeper {
    var moment: Seconds
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now: Seconds
    var nextID = 0
    var sleepers: [Int: Sleeper] = [:]
    /// Tests that wait for somebody to fall asleep until that moment.
    var watchers: [(moment: Seconds, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state: Mutex<State>

  /// Creates a clock that reads `start`.
  package init(startingAt start: Seconds = .zero) { state = Mutex(State(now: start)) }

  package var elapsed: Seconds { state.withLock { $0.now } }

  package func sleep(until moment: Seconds) async throws {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let (result, woken) = state.withLock { state in
          let result = enter(id, until: moment, continuation, &state)
          let watchers = result == nil ? state.watchers.filter { $0.moment == moment } : []
          if result == nil { state.watchers.removeAll { $0.moment == moment } }
          return (result, watchers)
        }
        if let result { continuation.resume(with: result) }
        for watcher in woken { watcher.continuation.resume() }
      }
    } onCancel: {
      let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }

  private func enter(
    _ id: Int, until moment: Seconds, _ continuation: CheckedContinuation<Void, any Error>,
    _ state: inout State
  ) -> Result<Void, any Error>? {
    if Task.isCancelled { return .failure(CancellationError()) }
    if moment <= state.now { return .success(()) }
    state.sleepers[id] = Sleeper(moment: moment, continuation: continuation)
    return nil
  }

  /// Moves the clock and wakes whoever was to sleep no longer.
  package func advance(to moment: Seconds) {
    let woken = state.withLock { state in
      state.now = max(state.now, moment)
      let ids = state.sleepers.filter { $0.value.moment <= moment }.keys.sorted()
      return ids.compactMap { state.sleepers.removeValue(forKey: $0) }
    }
    for sleeper in woken { sleeper.continuation.resume() }
  }

  /// Returns when somebody sleeps until `moment`.
  package func untilSomebodySleeps(until moment: Seconds) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.sleepers.values.contains(where: { $0.moment == moment }) { return true }
        state.watchers.append((moment, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }
}
