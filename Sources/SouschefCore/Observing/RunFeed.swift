package import KitchenModel

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
  private static let pace = Doorbell.Pace(
    unheard: .milliseconds(40), heard: .milliseconds(200))

  private let desk: Desk
  private let timer: any Clock<Duration>
  private let bell: Doorbell

  /// Prepares to listen; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - path: The database, to hear of writes to it; nil for one in memory.
  ///   - timer: What is slept on between two looks.
  ///   - desk: Where the database is looked at.
  package init(
    hearing path: String?, timer: any Clock<Duration> = ContinuousClock(), at desk: @escaping Desk
  ) {
    self.timer = timer
    self.desk = desk
    bell = Doorbell(hearing: path)
  }

  /// Prepares to listen to what happens in a kitchen.
  package init(in workspace: Workspace, timer: any Clock<Duration> = ContinuousClock()) {
    self.init(hearing: workspace.filePath, timer: timer) { look in try look(workspace) }
  }

  /// Where things stand now.
  ///
  /// - Throws: ``Diagnostic``.
  package static func update(in workspace: Workspace) throws -> Update {
    if let status = try ShowStatus().perform(in: workspace).value { return .cooking(status) }
    return try idle(in: workspace)
  }

  /// What can be said where nothing is cooking.
  static func idle(in workspace: Workspace) throws -> Update {
    .idle(interrupted: try FindInterrupted().perform(in: workspace).value)
  }

  /// Has whoever listens look at once: something has happened in this process.
  package func ring() { bell.ring() }

  package func makeAsyncIterator() -> Iterator {
    Iterator(desk: desk, ticks: bell.ticks(Self.pace, timer))
  }

  /// One who listens.
  package struct Iterator: AsyncIteratorProtocol {
    private let desk: Desk
    private let ticks: Doorbell.Ticks
    private var arrivals: AsyncStream<Void>.Iterator
    private let watcher = RunWatcher()

    fileprivate init(desk: @escaping Desk, ticks: Doorbell.Ticks) {
      self.desk = desk
      self.ticks = ticks
      arrivals = ticks.stream.makeAsyncIterator()
    }

    /// The next update; nil once the task is cancelled.
    package mutating func next() async -> Update? {
      while await arrivals.next() != nil, !Task.isCancelled {
        let reason: RunWatcher.Reason = ticks.takeSecond() ? .itIsTime : .perhapsChanged
        do {
          let update = try await desk { [watcher] in try watcher.look(in: $0, reason) }
          guard let update else { continue }
          return update
        } catch {
          watcher.forget()
          return .unknown(error)
        }
      }
      return nil
    }
  }
}
