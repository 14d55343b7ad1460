import KitchenModel
import KitchenStore
import MealExecution

/// The executor's journal in the store: an event is on the disk when `append` returns.
///
/// A meal does not wait for a database. Where that is busy, full or damaged, the journal of a live
/// run says so, keeps what happens in memory, in order, and stores it as soon as it can; `append`
/// then returns with the event *kept*, and the cook has heard before that it is not stored. Where
/// the file has been taken away or another has been put in its place, nothing is written any more:
/// the run goes on in a file of its own that a history can be imported from.
actor StoreJournal: RunJournal {
  private let store: KitchenStore
  private let lock: LeaseLock
  /// Whether the run goes on where its database does not.
  private let isPatient: Bool
  private let timer: any Clock<Duration>
  private let tell: @Sendable (StorageNews) -> Void

  private var ledger: RunLedger
  /// How many of the run's events are in the database.
  private var storedCount: Int
  private var waiting: [RunEntry] = []
  private var answers: [(command: Int, text: String)] = []
  private var state = State.storing
  /// When the file was written last, as far as this process knows who did it.
  private var stamp: FileStamp?

  private enum State {
    /// Everything is stored as it happens.
    case storing
    /// The database is in the way, and why.
    case waiting(Diagnostic)
    /// The database is not there any more; the run is kept in this file, if it could be written.
    case apart(file: String?)
    /// The run is over for this process, and so are its attempts.
    case over
  }

  /// How long the first event that meets a busy database waits for it, in milliseconds: others
  /// write for a moment only, and nobody hears a timer that is half a second late.
  private static let firstPatience = 500
  private static let retryInterval = Duration.milliseconds(250)

  /// - Parameters:
  ///   - ledger: What has been stored of the run.
  ///   - lock: The run's lock, beside the database.
  ///   - isPatient: Whether the run goes on where the database is in the way.
  ///   - tell: Told of what becomes of the storing, before what is not stored is announced.
  init(
    _ ledger: RunLedger, in store: KitchenStore, _ lock: LeaseLock, isPatient: Bool,
    timer: any Clock<Duration> = ContinuousClock(), tell: @escaping @Sendable (StorageNews) -> Void
  ) {
    (self.ledger, self.store, self.lock, self.isPatient) = (ledger, store, lock, isPatient)
    (self.timer, self.tell) = (timer, tell)
    storedCount = ledger.events.count
    stamp = store.stamp
  }

  func append(_ entries: [RunEntry]) async throws {
    ledger.take(entries)
    waiting += entries
    try flush(firstPatience)
  }

  /// Answers what another process asked, after everything that has happened by now is stored.
  func answer(_ command: Int, _ text: String) {
    answers.append((command, text))
    // Where it cannot be written, it goes with what is stored next.
    try? flush(firstPatience)
  }

  /// Looks whether the database is still there, and still the one that the run is stored in.
  func look() {
    if case .apart = state { return }
    if !isThere { leave() }
  }

  private var isThere: Bool {
    guard store.isInPlace else { return false }
    // Without its own log it would write where nobody looks.
    if !store.hasItsLog { try? store.reopen() }
    let latest = store.stamp
    guard latest != stamp else { return true }
    // SQLite itself does not look at the file again while it knows its pages; whoever copies
    // another over it is found out here.
    stamp = latest
    store.forgetPages()
    return (try? store.runs.has(storedCount, eventsOf: ledger.run)) ?? true
  }

  private var firstPatience: Patience {
    // Where nothing burns there is time for others.
    guard isPatient else { return .usual }
    if case .waiting = state { return .none }
    return .milliseconds(Self.firstPatience)
  }

  /// Stores what is waiting, or says why not.
  ///
  /// - Throws: ``Diagnostic`` where the run does not go on without.
  private func flush(_ patience: Patience) throws {
    if case .apart = state { return keepApart() }
    guard !(waiting.isEmpty && answers.isEmpty) else { return }
    guard isThere else { return leave() }
    do {
      let outcome = try store.runs.append(
        waiting.map(\.event), to: ledger.run, after: storedCount, replacing: waiting.replacements,
        answering: answers, patience)
      guard outcome == .stored else { return leave() }
    } catch {
      guard store.isInPlace else { return leave() }
      guard isPatient, let reason = error as? Diagnostic else { throw error }
      return wait(for: reason)
    }
    storedCount += waiting.count
    (waiting, answers) = ([], [])
    if isPatient {
      store.emptyLog()
      stamp = store.stamp
    }
    guard case .waiting = state else { return }
    state = .storing
    tell(.storesAgain)
  }

  private func wait(for reason: Diagnostic) {
    if case .waiting = state { return }
    state = .waiting(reason)
    tell(.waits(reason.whileCooking))
    Task { [timer] in
      repeat { try? await timer.sleep(for: Self.retryInterval) } while retry()
    }
  }

  /// Tries again to store what is waiting; false where nothing is.
  private func retry() -> Bool {
    guard case .waiting = state else { return false }
    try? flush(.none)
    if case .waiting = state { return true }
    return false
  }

  /// Leaves a file that is not the run's any more, for good.
  private func leave() {
    if case .apart = state { return }
    let isRemoved = !KitchenStore.exists(at: store.path ?? "")
    state = .apart(file: nil)
    keepApart()
    // Another file's readers and writers may use the log beside it; this process must not.
    store.close()
    lock.write(LeaseLock.Note(run: ledger.run, file: LeaseLock.Note.apart, meal: ledger.meal))
    tell(.goesApart(isRemoved: isRemoved, file: file))
  }

  private var file: String? {
    if case .apart(let file) = state { file } else { nil }
  }

  private func keepApart() {
    let place = file ?? store.path.map { KeptFile.path(ofRun: ledger.run, beside: $0) }
    guard let place, let text = try? ledger.historyText() else { return }
    state = .apart(file: KeptFile.write(text, at: place, isNew: file == nil) ?? file)
  }
}

extension StoreJournal {
  /// How much of a run was stored in the end.
  enum Ending: Sendable {
    /// All of it.
    case stored
    /// The last events were not, and why.
    case isShort(of: Int, Diagnostic)
    /// Nothing more since the database went; it is kept in this file.
    case apart(file: String?)
  }

  /// Waits until everything is stored: for minutes where the run is over, for seconds where
  /// somebody wants to leave.
  func finish() async -> Ending {
    var naps = 0
    while case .waiting(let reason) = state, !waiting.isEmpty {
      guard naps < (Task.isCancelled ? Self.leavingNaps : Self.endingNaps) else {
        state = .over
        return .isShort(of: waiting.count, reason.whileCooking)
      }
      naps += 1
      // Out of reach of whoever interrupts the run.
      await Task { [timer] in try? await timer.sleep(for: Self.nap) }.value
      _ = retry()
    }
    if case .apart(let file) = state { return .apart(file: file) }
    return .stored
  }

  /// The run's record as it is by what has happened, stored or not.
  ///
  /// - Throws: ``Diagnostic``.
  func record() throws -> Run {
    if case .storing = state, let run = try? store.runs.run(ledger.run) { return run }
    guard let run = try ledger.record() else {
      preconditionFailure("a ledger holds the run that it is of")
    }
    return run
  }

  private static let nap = Duration.milliseconds(100)
  /// Ten seconds.
  private static let leavingNaps = 100
  /// Two minutes.
  private static let endingNaps = 1200
}
