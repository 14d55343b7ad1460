@preconcurrency import Dispatch
import Foundation
import Glibc
import KitchenModel
import Rendering
import SouschefCore

/// What the cook types during a live run in plain lines: an empty line says that what is due is done,
/// a line of words is a verb, as behind `souschef run`.
final class Keyboard: Sendable {
  /// What is said, as it is said.
  let input: AsyncStream<RunVerb>
  // Dispatch does not say that its sources are sendable; this is touched in init and deinit only.
  nonisolated(unsafe) private let source: (any DispatchSourceRead)?

  /// Whether standard input is a terminal, where somebody can type.
  static var isThere: Bool { isatty(STDIN_FILENO) == 1 }

  /// Listens to standard input, if at all, for as long as the value lives.
  ///
  /// - Parameters:
  ///   - clock: Tells how soon one line follows another.
  ///   - obey: Does what a line of words says.
  init(
    isListening: Bool, clock: @escaping @Sendable () -> Instant,
    obey: @escaping @Sendable (String) -> Void
  ) {
    let (input, continuation) = AsyncStream.makeStream(of: RunVerb.self)
    self.input = input
    guard isListening else {
      source = nil
      continuation.finish()
      return
    }
    // Touched by the one queue only.
    nonisolated(unsafe) var line: [UInt8] = []
    nonisolated(unsafe) var enter = EnterGuard()
    let verbs = DispatchQueue(label: "verbs")
    let source = KeyboardSource.make(on: DispatchQueue(label: "keyboard")) { bytes in
      guard let bytes else { return continuation.finish() }
      for byte in bytes {
        guard byte == UInt8(ascii: "\n") else {
          line.append(byte)
          continue
        }
        let words = String(decoding: line, as: UTF8.self).trimmed
        line = []
        if !words.isEmpty {
          verbs.async { obey(words) }
        } else if enter.accepts(at: clock()) {
          continuation.yield(.done())
        }
      }
    }
    self.source = source
    source.resume()
  }

  deinit { source?.cancel() }
}
