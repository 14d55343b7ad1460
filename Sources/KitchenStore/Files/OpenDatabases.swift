internal import DurableFiles
internal import Synchronization

/// The database files that this process has open.
///
/// POSIX takes *all* locks of a process off a file as soon as the process closes any descriptor of it.
/// SQLite knows that and keeps its own descriptors apart; another one, opened and closed only to look
/// at the header, would cost a connection its locks. A process that closes the database at that moment
/// then believes to be the last one and removes the log from under the others. So whoever wants to
/// look at the file itself asks here, and is not let while a connection is open.
///
/// Source: *How To Corrupt An SQLite Database File*, sqlite.org/howtocorrupt.html, section 2.2.
enum OpenDatabases {
  private struct Entry {
    var number: Int
    var path: String
    var identity: FileIdentity?

    func isOf(_ path: String, _ identity: FileIdentity?) -> Bool {
      path == self.path || identity != nil && identity == self.identity
    }
  }

  private struct State {
    var entries: [Entry] = []
    var lastNumber = 0
  }

  private static let state = Mutex(State())

  /// A connection's place among those of this process: from before it is opened until it has been
  /// closed. It is given up with the value, if not before.
  final class Place: Sendable {
    fileprivate let number: Int

    fileprivate init(number: Int) { self.number = number }

    deinit { leave() }

    /// Notes which file the connection has opened, which may have been created by that.
    func note(_ identity: FileIdentity?) {
      OpenDatabases.state.withLock { state in
        guard let index = state.entries.firstIndex(where: { $0.number == number }) else { return }
        state.entries[index].identity = identity
      }
    }

    /// Gives the place up: the connection has been closed.
    func leave() {
      OpenDatabases.state.withLock { $0.entries.removeAll { $0.number == number } }
    }
  }

  /// Takes a place for a connection that is about to be opened.
  ///
  /// - Parameter look: Looks at the file itself; left out where another connection is open.
  /// - Throws: What `look` throws; then no place is taken.
  static func enter<Fault: Error>(
    _ path: String, look: () throws(Fault) -> Void
  ) throws(Fault) -> Place {
    try state.withLock { (state) throws(Fault) -> Place in
      let identity = FileIdentity(path)
      if !state.entries.contains(where: { $0.isOf(path, identity) }) { try look() }
      state.lastNumber += 1
      state.entries.append(Entry(number: state.lastNumber, path: path, identity: identity))
      return Place(number: state.lastNumber)
    }
  }

  /// Looks at the file at `path` itself; nil, without a look, where this process has it open.
  static func look<Value>(_ path: String, _ body: () throws -> Value) rethrows -> Value? {
    try state.withLock { state in
      let identity = FileIdentity(path)
      return state.entries.contains { $0.isOf(path, identity) } ? nil : try body()
    }
  }
}
