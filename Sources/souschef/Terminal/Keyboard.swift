@preconcurrency import Dispatch
import KitchenModel
import SouschefCore

/// What the cook types during a live run: Enter says that the step at hand is done.
final class Keyboard: Sendable {
  /// What is said, as it is said.
  let input: AsyncStream<RunVerb>
  // Dispatch does not say that its sources are sendable; this is touched in init and deinit only.
  nonisolated(unsafe) private let source: (any DispatchSourceRead)?

  /// Listens to standard input, if at all, for as long as the value lives.
  init(isListening: Bool) {
    let (input, continuation) = AsyncStream.makeStream(of: RunVerb.self)
    self.input = input
    guard isListening else {
      source = nil
      continuation.finish()
      return
    }
    let source = KeyboardSource.make(on: DispatchQueue(label: "keyboard")) { bytes in
      guard let bytes else { return continuation.finish() }
      for byte in bytes where byte == UInt8(ascii: "\n") { continuation.yield(.done()) }
    }
    self.source = source
    source.resume()
  }

  deinit { source?.cancel() }
}
