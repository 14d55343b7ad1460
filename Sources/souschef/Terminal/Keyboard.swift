@preconcurrency import Dispatch
import Glibc
import SouschefCore

/// What the cook types during a live run: Enter says that the step at hand is done.
final class Keyboard: Sendable {
  /// What is said, as it is said.
  let input: AsyncStream<CookInput>
  // Dispatch does not say that its sources are sendable; this is touched in init and deinit only.
  nonisolated(unsafe) private let source: (any DispatchSourceRead)?

  /// Listens to standard input, if at all, for as long as the value lives.
  init(isListening: Bool) {
    let (input, continuation) = AsyncStream.makeStream(of: CookInput.self)
    self.input = input
    guard isListening else {
      source = nil
      continuation.finish()
      return
    }
    let source = DispatchSource.makeReadSource(
      fileDescriptor: STDIN_FILENO, queue: DispatchQueue(label: "keyboard"))
    self.source = source
    nonisolated(unsafe) let handle = source
    source.setEventHandler { @Sendable in
      guard Self.hasInput else { return }
      var buffer = [UInt8](repeating: 0, count: 256)
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      guard count > 0 else {
        // At its end the file would be ready for reading for ever.
        handle.cancel()
        return continuation.finish()
      }
      for byte in buffer[..<count] where byte == UInt8(ascii: "\n") { continuation.yield(.done()) }
    }
    source.resume()
  }

  deinit { source?.cancel() }

  /// Whether a read would not wait. A handler that was under way when its source was cancelled would
  /// otherwise wait for a line, and take the answer to a question that was asked since.
  static var hasInput: Bool {
    var question = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&question, 1, 0) > 0
  }
}
