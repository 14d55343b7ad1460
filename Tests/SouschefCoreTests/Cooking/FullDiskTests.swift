import KitchenModel
import KitchenStore
import MealExecution
import Synchronization
import Testing

@testable import SouschefCore

/// A cook whose disk is full for a while: what happens is kept, in order, and told for what it is.
struct FullDiskTests {
  private let live: LiveStore
  private let news = News()
  private let journal: StoreJournal

  /// What a journal tells.
  private final class News: Sendable {
    private let told = Mutex<[StorageNews]>([])
    func hear(_ news: StorageNews) { told.withLock { $0.append(news) } }
    var all: [StorageNews] { told.withLock { $0 } }
  }

  /// A clock on which nobody waits: whoever would sleep lets others go first.
  private struct HastyClock: Clock {
    typealias Instant = ContinuousClock.Instant
    var now: Instant { ContinuousClock.now }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: Instant, tolerance: Duration?) async throws { await Task.yield() }
  }

  init() throws { try self.init(isPatient: true) }

  private init(isPatient: Bool) throws {
    let live = try LiveStore()
    let news = news
    self.live = live
    journal = StoreJournal(
      RunLedger(
        run: live.run, of: live.plan,
        .init(mode: .live, speedThousandths: 1000, policy: .static, startedAt: LiveStore.now)),
      in: live.store, live.lock, isPatient: isPatient, timer: HastyClock()
    ) { news.hear($0) }
  }

  private let begun = LiveStore.event(0, .runStarted)
  /// More than fits into what a database of pages has left in them.
  private let long = LiveStore.event(
    60, .runNoted, text: String(repeating: "more salt ", count: 5_000))
  private let short = LiveStore.event(120, .runNoted, text: "tasted")

  @Test func `what happens meanwhile is kept in order and stored once there is room`() async throws
  {
    try await journal.append([RunEntry(begun)])
    try live.fill(true)
    try await journal.append([RunEntry(long)])
    try await journal.append([RunEntry(short)])
    #expect(try live.stored() == [begun])
    guard case .waits(let reason) = news.all.first else {
      Issue.record("nobody heard of it")
      return
    }
    #expect(reason.message.hasSuffix("cannot grow: the disk is full."))
    #expect(reason.hints == ["Free some space and try again."])
    #expect(news.all.count == 1, "it is reported once")

    try live.fill(false)
    guard case .stored = await journal.finish() else {
      Issue.record("not everything was stored")
      return
    }
    #expect(try live.stored() == [begun, long, short])
    guard case .storesAgain = news.all.last else {
      Issue.record("nobody heard that everything is stored")
      return
    }
  }

  @Test func `whoever leaves meanwhile hears how much is missing, and how to go on`() async throws {
    try await journal.append([RunEntry(begun)])
    try live.fill(true)
    try await journal.append([RunEntry(long)])
    try await journal.append([RunEntry(short)])
    let loss = await journal.finish().loss(of: live.run)
    #expect(loss?.kind == .storageFailed)
    #expect(
      loss?.message.hasSuffix(
        "cannot grow: the disk is full. The last 2 events of run 1 could not be stored.") == true)
    #expect(
      loss?.hints == [
        "Free some space and try again.", .advice(.goOnFromStored(1)),
      ])
    #expect(try live.stored() == [begun])
  }

  @Test func `where nothing burns the run ends with the disk`() async throws {
    let hurried = try FullDiskTests(isPatient: false)
    try await hurried.journal.append([RunEntry(begun)])
    try hurried.live.fill(true)
    await #expect(throws: Diagnostic.self) { try await hurried.journal.append([RunEntry(long)]) }
    #expect(try hurried.live.stored() == [begun])
    #expect(hurried.news.all.isEmpty)
  }
}
