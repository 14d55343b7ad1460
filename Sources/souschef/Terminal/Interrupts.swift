@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Ctrl-C, as a flag that work in progress asks for and as a stream that waiting code listens to.
final class Interrupts: Sendable {
  private let flag = Atomic<Bool>(false)
  // Dispatch does not say that its sources are sendable; these are touched in init and deinit only.
  nonisolated(unsafe) private let sources: [any DispatchSourceSignal]
  private let stream: AsyncStream<Int32>

  /// Takes over the signals that ask the program to stop, for as long as the value lives.
  init(_ signals: [Int32] = [SIGINT, SIGTERM, SIGHUP]) {
    let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
    self.stream = stream
    let queue = DispatchQueue(label: "interrupts")
    var sources: [any DispatchSourceSignal] = []
    for number in signals {
      Glibc.signal(number, SIG_IGN)
      sources.append(DispatchSource.makeSignalSource(signal: number, queue: queue))
    }
    self.sources = sources
    for (source, number) in zip(sources, signals) {
      source.setEventHandler { @Sendable [weak self] in
        self?.flag.store(true, ordering: .relaxed)
        continuation.yield(number)
      }
      source.resume()
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }

  /// From here on they end the program at once, as they end any: nothing is under way any more.
  static func leaveToTheSystem() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      Glibc.signal(number, SIG_DFL)
      sigaddset(&signals, number)
    }
    // Dispatch listens for a signal by keeping it from every thread.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether one has come.
  var hasCome: Bool { flag.load(ordering: .relaxed) }

  /// Each one as it comes.
  var arrivals: AsyncStream<Int32> { stream }
}
