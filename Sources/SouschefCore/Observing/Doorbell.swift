import KitchenStore
import Synchronization

/// What wakes those who look at the database again and again: the passing of time, writes to it, and
/// whoever rings.
final class Doorbell: Sendable {
  private let path: String?
  private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])

  /// How often it rings although nothing is known to have happened.
  struct Pace: Sendable {
    /// Where the system does not tell of writes.
    var unheard: Duration
    /// Where it does: then it is only for what it may miss.
    var heard: Duration
  }

  /// - Parameter path: The database to hear of; nil for none.
  init(hearing path: String?) { self.path = path }

  /// Rings.
  func ring() {
    for listener in listeners.withLock({ Array($0.values) }) { listener.yield() }
  }

  /// A first tick at once, then one at every write, at every ring, and as time passes.
  func ticks(_ pace: Pace, _ timer: any Clock<Duration>) -> Ticks {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id = listeners.withLock { listeners in
      let id = (listeners.keys.max() ?? 0) + 1
      listeners[id] = continuation
      return id
    }
    // Ended with the ticks at the latest, which lets go of the bell as well.
    continuation.onTermination = { [self] _ in
      listeners.withLock { _ = $0.removeValue(forKey: id) }
    }
    let news = path.flatMap { path in WriteNews(ofDatabase: path) { continuation.yield() } }
    let interval = news == nil ? pace.unheard : pace.heard
    return Ticks(stream: stream, continuation: continuation, news: news, every: interval, timer)
  }

  /// Ticks for as long as the value lives.
  final class Ticks: Sendable {
    let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let news: WriteNews?
    private let ticking: Task<Void, Never>
    private let second: Second

    /// Whether a second has passed since somebody asked.
    private final class Second: Sendable {
      let hasPassed = Mutex(true)
    }

    fileprivate init(
      stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation, news: WriteNews?,
      every interval: Duration, _ timer: any Clock<Duration>
    ) {
      self.stream = stream
      self.continuation = continuation
      self.news = news
      let second = Second()
      self.second = second
      ticking = Task {
        var passed = Duration.zero
        while !Task.isCancelled {
          continuation.yield()
          try? await timer.sleep(for: interval)
          passed += interval
          guard passed >= .seconds(1) else { continue }
          passed = .zero
          second.hasPassed.withLock { $0 = true }
        }
      }
    }

    /// Whether a second has passed since this was last true, as it is at first.
    func takeSecond() -> Bool {
      second.hasPassed.withLock { hasPassed in
        defer { hasPassed = false }
        return hasPassed
      }
    }

    deinit {
      ticking.cancel()
      continuation.finish()
    }
  }
}
