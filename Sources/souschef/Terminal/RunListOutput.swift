import Dispatch
import KitchenModel
import Rendering
import Synchronization

/// A list of runs on standard output, written on another core while the rest of it is still being read.
final class RunListOutput: Sendable {
  private let queue = DispatchQueue(label: "souschef.run-list")
  /// How many parts may wait, so that a list longer than the memory can be written.
  private let places = DispatchSemaphore(value: 8)
  private let text = Mutex(RunListText())
  private let failure = Mutex<(any Error)?>(nil)

  /// Adds runs to those there are.
  ///
  /// - Throws: a ``Diagnostic`` where earlier ones could not be written.
  func add(_ runs: [Run]) throws {
    places.wait()
    queue.async { [self] in
      defer { places.signal() }
      write(text.withLock { $0.text(adding: runs) })
    }
    try check()
  }

  /// Ends the list and waits until it has been written.
  ///
  /// - Throws: a ``Diagnostic`` where it could not be.
  func finish() throws {
    queue.sync { write(text.withLock(\.end)) }
    try check()
  }

  private func write(_ piece: String) {
    guard failure.withLock({ $0 == nil }) else { return }
    Output.write(piece)
    do { try Output.flush() } catch { failure.withLock { $0 = error } }
  }

  private func check() throws {
    if let failure = failure.withLock(\.self) { throw failure }
  }
}
