import KitchenModel
import Testing

@testable import KitchenStore

struct LiveRunTests {
  private let now = Samples.now
  private let other = RunLease(
    pid: 8, token: "t1", host: "kitchen", renewedAt: Samples.now + Seconds(5))

  private func begin(_ store: KitchenStore) throws -> Int {
    let run = try store.runs.begin(
      .new(Samples.lunch()), mode: .live, policy: .replan, startedAt: now, lease: Samples.lease)
    try store.runs.append(
      [Samples.event(0, .runStarted), Samples.event(0, .stepStarted, dish: 0)], to: run)
    return run
  }

  @Test func `an open run is reported with its process until it ends`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    #expect(try store.runs.open().map(\.lease) == [Samples.lease])
    #expect(try store.runs.open().map(\.run) == [store.runs.run(run)])
    try store.runs.append([Samples.event(3, .runPaused)], to: run)
    #expect(try store.runs.open().count == 1)
    try store.runs.append([Samples.event(9, .runFinished)], to: run)
    #expect(try store.runs.open().isEmpty)
  }

  @Test func `a run whose process is gone is interrupted at its last event`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    try store.runs.hold(run, other, isAlive: { _ in false })
    #expect(try store.runs.interruptAbandoned(isAlive: { _ in true }).isEmpty)
    #expect(try store.runs.interruptAbandoned(isAlive: { _ in false }).map(\.id) == [run])
    let record = try #require(try store.runs.run(run))
    #expect(record.status == .interrupted)
    #expect(record.steps.map(\.status) == [.running, .pending])
    #expect(
      try store.runs.events(of: run).last
        == RunEvent(at: Samples.now, elapsed: .zero, .runInterrupted))
    #expect(try store.runs.interruptAbandoned(isAlive: { _ in false }).isEmpty)
  }

  @Test func `a run that nobody holds is abandoned`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    try store.runs.release(run)
    #expect(try store.runs.interruptAbandoned(isAlive: { _ in true }).map(\.id) == [run])
  }

  @Test func `one process at a time holds a run`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    #expect(
      throws: Diagnostic(.cookedElsewhere(run: 1))
    ) { try store.runs.hold(run, other, isAlive: { _ in true }) }
    var renewed = Samples.lease
    renewed.renewedAt = now + Seconds(60)
    try store.runs.hold(run, renewed, isAlive: { _ in true })
    #expect(try store.runs.open().map(\.lease) == [renewed])
    try store.runs.hold(run, other, isAlive: { _ in false })
    #expect(try store.runs.open().map(\.lease) == [other])
    #expect(throws: Diagnostic.self) { try store.runs.hold(5, other, isAlive: { _ in true }) }
    try store.runs.append([Samples.event(9, .runAborted)], to: run)
    #expect(
      throws: Diagnostic(.runOver(1, .aborted))
    ) { try store.runs.hold(run, other, isAlive: { _ in false }) }
  }

  @Test func `verbs are taken once, in the order of asking, by their run`() throws {
    let folder = try TemporaryFolder()
    let (cook, helper) = (try folder.store(), try folder.store())
    let (first, second) = (try begin(cook), try begin(cook))
    let pasta = StepReference(dish: 0, step: 0)
    #expect(try cook.runs.takeVerbs(of: first, at: now).isEmpty)
    try helper.runs.post(.done(pasta), to: first, at: now)
    try helper.runs.post(.pause, to: second, at: now)
    try helper.runs.post(.extend(by: Seconds(60)), to: first, at: now)
    #expect(
      try cook.runs.takeVerbs(of: first, at: now) == [
        PostedVerb(id: 1, verb: .done(pasta), postedAt: now),
        PostedVerb(id: 3, verb: .extend(by: Seconds(60)), postedAt: now),
      ])
    #expect(try cook.runs.takeVerbs(of: first, at: now).isEmpty)
    #expect(try cook.runs.takeVerbs(of: second, at: now).map(\.verb) == [.pause])
  }

  @Test func `nothing can be asked of a run that is over`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    try store.runs.append([Samples.event(9, .runFinished)], to: run)
    #expect(
      throws: Diagnostic(.runNotCooking(1, .finished))
    ) { try store.runs.post(.done(), to: run, at: now) }
  }
}
