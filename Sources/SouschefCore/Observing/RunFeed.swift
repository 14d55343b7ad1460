package import KitchenModel
import Synchronization

/// What is cooking, as it happens, whether this process cooks it or another: where things stand when it
/// is first asked, whenever anything has happened since, and once a second, since what is late grows
/// later. It goes on until whoever listens stops; whoever is slow skips what lies between.
///
/// It keeps the database open and asks it again and again whether anybody has changed it, which reads no
/// table; only then does it look at the run.
package struct RunFeed: AsyncSequence, Sendable {
  /// Where things stand.
  package enum Update: Sendable {
    /// A run is under way.
    case cooking(ShowStatus.Status)
    /// Nothing is cooking; what could be taken up again.
    case idle(interrupted: Run?)
    /// Nothing can be known, and why; it is tried again.
    case unknown(any Error)
  }

  /// Does a look in a workspace of the present moment, perhaps on a thread of its own.
  package typealias Desk =
    @Sendable (
      _ look: @escaping @Sendable (Workspace) throws -> Update?
    ) async throws -> Update?

  /// How far apart two looks are: news is not older when it is passed on.
  private static let interval = Duration.milliseconds(40)
  /// How many looks without news there are in a second.
  private static let mostQuietLooks = 25

  private let desk: Desk
  private let timer: any Clock<Duration>
  private let bell = Doorbell()

  /// Prepares to listen; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - timer: What is slept on between two looks.
  ///   - desk: Where the database is looked at.
  package init(timer: any Clock<Duration> = ContinuousClock(), at desk: @escaping Desk) {
    self.timer = timer
    self.desk = desk
  }

  /// Prepares to listen to what happens in a kitchen.
  package init(in workspace: Workspace, timer: any Clock<Duration> = ContinuousClock()) {
    self.init(timer: timer) { look in try look(workspace) }
  }

  /// Where things stand now.
  ///
  /// - Throws: ``Diagnostic``.
  package static func update(in workspace: Workspace) throws -> Update {
    if let status = try ShowStatus().perform(in: workspace).value { return .cooking(status) }
    return .idle(interrupted: try FindInterrupted().perform(in: workspace).value)
  }

  /// Has whoever listens look at once: something has happened in this process.
  package func ring() { bell.ring() }

  package func makeAsyncIterator() -> Iterator {
    Iterator(desk: desk, ticks: bell.ticks(every: Self.interval, timer))
  }

  /// One who listens.
  package struct Iterator: AsyncIteratorProtocol {
    private let desk: Desk
    private let ticks: Doorbell.Ticks
    private var arrivals: AsyncStream<Void>.Iterator
    private let watcher = RunWatcher()
    private var quietLooks = RunFeed.mostQuietLooks

    fileprivate init(desk: @escaping Desk, ticks: Doorbell.Ticks) {
      self.desk = desk
      self.ticks = ticks
      arrivals = ticks.stream.makeAsyncIterator()
    }

    /// The next update; nil once the task is cancelled.
    package mutating func next() async -> Update? {
      while await arrivals.next() != nil, !Task.isCancelled {
        quietLooks += 1
        let reason: RunWatcher.Reason =
          quietLooks > RunFeed.mostQuietLooks ? .itIsTime : .perhapsChanged
        do {
          let update = try await desk { [watcher] in try watcher.look(in: $0, reason) }
          guard let update else { continue }
          quietLooks = 0
          return update
        } catch {
          watcher.forget()
          quietLooks = 0
          return .unknown(error)
        }
      }
      return nil
    }
  }
}

/// What wakes those who listen: the passing of time, and whoever rings.
private final class Doorbell: Sendable {
  private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])

  func ring() {
    for listener in listeners.withLock({ Array($0.values) }) { listener.yield() }
  }

  /// A first tick at once, then one after every `interval` and at every ring.
  func ticks(every interval: Duration, _ timer: any Clock<Duration>) -> Ticks {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id = listeners.withLock { listeners in
      let id = (listeners.keys.max() ?? 0) + 1
      listeners[id] = continuation
      return id
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { _ = $0.removeValue(forKey: id) }
    }
    let ticking = Task {
      while !Task.isCancelled {
        continuation.yield()
        try? await timer.sleep(for: interval)
      }
    }
    return Ticks(stream: stream, continuation: continuation, ticking: ticking)
  }

  /// Ticks for as long as the value lives.
  final class Ticks: Sendable {
    let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let ticking: Task<Void, Never>

    init(
      stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation,
      ticking: Task<Void, Never>
    ) {
      self.stream = stream
      self.continuation = continuation
      self.ticking = ticking
    }

    deinit {
      ticking.cancel()
      continuation.finish()
    }
  }
}
