import Glibc
import KitchenModel
import SouschefCore
import Synchronization

/// How far something has come, on one line of a terminal, for what takes over half a second.
final class ProgressLine: Sendable {
  private struct State {
    var began = ContinuousClock.now
    var isShown = false
    var lastShown = ContinuousClock.now
  }
  private let state = Mutex(State())
  private let isWanted = isatty(STDERR_FILENO) == 1 && !Output.isAccessible

  /// Shows how far the search has come.
  @Sendable func report(_ progress: PlanProgress) {
    show { progress.words }
  }

  /// Shows how often a meal has been simulated.
  @Sendable func report(_ count: Int, of total: Int) {
    show { "Simulated \(count) of \(total) dinners" }
  }

  private func show(_ words: () -> String) {
    guard isWanted else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.began > .milliseconds(500),
        !state.isShown || now - state.lastShown > .milliseconds(100)
      else { return }
      state.isShown = true
      state.lastShown = now
      let seconds = (now - state.began).components.seconds
      Output.writeError(
        "\r\u{1B}[K\(words()), \(seconds) s (Ctrl-C for the best so far)")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { Output.writeError("\r\u{1B}[K") }
    }
  }
}
