import KitchenModel
import KitchenStore
import Synchronization

/// Looks at what is cooking where that is worth it, and keeps the database open between looks.
final class RunWatcher: Sendable {
  private struct State {
    var store: KitchenStore?
    var pulse: KitchenStore.Pulse?
    /// The run that the last look found.
    var reading: RunReading?
  }

  private let state = Mutex(State())

  /// Why it looks.
  enum Reason: Sendable {
    /// Something may have happened.
    case perhapsChanged
    /// Time passes.
    case itIsTime
  }

  /// Where things stand; nil where nothing has happened that makes it worth a look.
  ///
  /// - Throws: ``Diagnostic``.
  func look(in workspace: Workspace, _ reason: Reason) throws -> RunFeed.Update? {
    // Where there is no file yet, nobody can have begun anything.
    guard reason == .itIsTime || workspace.isThere else { return nil }
    let store = try workspace.storeForReading()
    // Taken before the look: what happens meanwhile is found by the next one.
    let pulse = try store.pulse()
    let last = state.withLock(\.self)
    let isNew = last.store !== store || last.pulse != pulse
    guard reason == .itIsTime || isNew else { return nil }
    let known: KnownRun =
      if let reading = last.reading, last.store === store {
        isNew ? .earlier(reading) : .current(reading)
      } else {
        .nothing
      }
    let reading = try ShowStatus().perform(in: workspace, knowing: known).value
    state.withLock { $0 = State(store: store, pulse: pulse, reading: reading) }
    guard let reading else { return try RunFeed.idle(in: workspace) }
    return .cooking(reading.status(at: workspace.clock()))
  }

  /// Lets go of the database.
  func forget() { state.withLock { $0 = State() } }
}
