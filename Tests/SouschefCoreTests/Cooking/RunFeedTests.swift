import KitchenModel
import KitchenStore
import Testing

@testable import SouschefCore

/// What is cooking, as it happens, from another process: here another connection to the file.
struct RunFeedTests {
  private let live: LiveStore
  private let workspace: Workspace

  init() throws {
    live = try LiveStore()
    workspace = live.workspace {}
    try live.store.runs.append([LiveStore.event(0, .runStarted)], to: live.run)
  }

  private func run(_ update: RunFeed.Update?) -> Run? {
    if case .cooking(let status) = update { status.run } else { nil }
  }

  @Test func `whoever looks looks at the run only where anybody has changed anything`() throws {
    let watcher = RunWatcher()
    func look(_ reason: RunWatcher.Reason = .perhapsChanged) throws -> Run? {
      run(try watcher.look(in: workspace, reason))
    }
    #expect(try look()?.id == live.run)
    #expect(try look() == nil)
    #expect(try look(.itIsTime)?.id == live.run)
    try live.store.runs.append([LiveStore.event(5, .runPaused)], to: live.run)
    #expect(try look()?.status == .paused)
    #expect(try look() == nil)
    // The connection of this process is shared with whoever writes here.
    let own = try KitchenStore.shared(at: workspace.databasePath, for: .writing)
    try own.runs.append([LiveStore.event(6, .runResumed)], to: live.run)
    #expect(try look()?.status == .running)
    #expect(try look() == nil)
  }

  @Test func `the database stays open between two looks`() throws {
    let watcher = RunWatcher()
    _ = try watcher.look(in: workspace, .itIsTime)
    let store = try KitchenStore.shared(at: workspace.databasePath, for: .reading)
    weak let kept = store
    _ = try watcher.look(in: workspace, .itIsTime)
    #expect(try KitchenStore.shared(at: workspace.databasePath, for: .reading) === kept)
  }

  @Test func `news from elsewhere is here within a fifth of a second`() async throws {
    let feed = RunFeed(in: workspace)
    var updates = feed.makeAsyncIterator()
    #expect(run(await updates.next())?.status == .running)
    var delays: [Duration] = []
    for number in 1...11 {
      let kind: RunEvent.Kind = number.isMultiple(of: 2) ? .runResumed : .runPaused
      let begin = ContinuousClock.now
      try live.store.runs.append([LiveStore.event(number, kind)], to: live.run)
      let status: Run.Status = kind == .runPaused ? .paused : .running
      while run(await updates.next())?.status != status {}
      delays.append(begin.duration(to: .now))
    }
    #expect(delays.sorted()[5] < .milliseconds(200))
  }

  @Test func `it goes on where nothing is cooking any more, and says what could be taken up`()
    async throws
  {
    let feed = RunFeed(in: workspace)
    var updates = feed.makeAsyncIterator()
    _ = await updates.next()
    try live.store.runs.append([LiveStore.event(9, .runInterrupted)], to: live.run)
    var last = await updates.next()
    while run(last) != nil { last = await updates.next() }
    guard case .idle(let interrupted) = last else {
      Issue.record("nothing is cooking")
      return
    }
    #expect(interrupted?.id == live.run)
  }

  @Test func `whoever stops listening gets no more`() async throws {
    let feed = RunFeed(in: workspace)
    let listening = Task {
      var count = 0
      for await _ in feed { count += 1 }
      return count
    }
    listening.cancel()
    #expect(await listening.value <= 1)
  }
}
