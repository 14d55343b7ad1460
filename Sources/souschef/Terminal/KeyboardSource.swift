@preconcurrency import Dispatch
import Glibc

/// Standard input, read as it comes.
enum KeyboardSource {
  /// A source that hands over what is typed, and nil once where nobody types any more.
  ///
  /// It is yet to be resumed, and to be cancelled when nobody listens.
  static func make(
    on queue: DispatchQueue, _ take: @escaping @Sendable ([UInt8]?) -> Void
  ) -> any DispatchSourceRead {
    let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: queue)
    nonisolated(unsafe) let handle = source
    source.setEventHandler { @Sendable in
      guard hasInput else { return }
      var buffer = [UInt8](repeating: 0, count: 256)
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      guard count > 0 else {
        // At its end the file would be ready for reading for ever.
        handle.cancel()
        return take(nil)
      }
      take(Array(buffer[..<count]))
    }
    return source
  }

  /// Whether a read would not wait. A handler that was under way when its source was cancelled would
  /// otherwise wait for a line, and take the answer to a question that was asked since.
  private static var hasInput: Bool {
    var question = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&question, 1, 0) > 0
  }
}
