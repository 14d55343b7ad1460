@preconcurrency import Dispatch
import Glibc

/// What happens at a terminal: keys, another size, the passing of time.
enum TerminalEvent: Sendable {
  /// Bytes from the keyboard as they came.
  case keys([UInt8])
  /// The window has another size, or the process goes on after a stop.
  case resized
  /// The process is asked to stop (Ctrl-Z).
  case suspended
  /// It is time to look at the clock.
  case tick
  /// Nobody types any more.
  case inputEnded
}

/// The events of the terminal as one stream, for as long as the value lives.
final class TerminalEvents: Sendable {
  /// Everything as it comes.
  let stream: AsyncStream<TerminalEvent>
  // Dispatch does not say that its sources are sendable; these are touched in init and deinit only.
  nonisolated(unsafe) private let sources: [any DispatchSourceProtocol]

  /// Listens.
  ///
  /// - Parameter tick: The milliseconds between two ticks.
  init(tick: Int) {
    let (stream, continuation) = AsyncStream.makeStream(of: TerminalEvent.self)
    self.stream = stream
    let queue = DispatchQueue(label: "terminal")
    let keys = KeyboardSource.make(on: queue) { bytes in
      continuation.yield(bytes.map(TerminalEvent.keys) ?? .inputEnded)
    }
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(
      deadline: .now() + .milliseconds(tick), repeating: .milliseconds(tick),
      leeway: .milliseconds(tick / 10))
    timer.setEventHandler { @Sendable in continuation.yield(.tick) }
    let signals = [SIGWINCH, SIGCONT].map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { @Sendable in continuation.yield(.resized) }
      return source
    }
    signal(SIGTSTP, SIG_IGN)
    let stop = DispatchSource.makeSignalSource(signal: SIGTSTP, queue: queue)
    stop.setEventHandler { @Sendable in continuation.yield(.suspended) }
    sources = [keys, timer, stop] + signals
    for source in sources { source.resume() }
  }

  deinit {
    signal(SIGTSTP, SIG_DFL)
    for source in sources { source.cancel() }
  }
}
