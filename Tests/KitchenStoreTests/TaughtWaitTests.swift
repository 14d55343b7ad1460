import KitchenModel
import Testing

@testable import KitchenStore

/// What a waiting step teaches of how long it takes.
struct TaughtWaitTests {
  @Test func `a wait is as long as from put in to take out, where a cook answered for it`() throws {
    let store = try KitchenStore.inMemory()
    for (taken, endedBy) in [(700, RunStep.EndedBy.cook), (600, .timer)] {
      let run = try store.runs.begin(
        .new(Samples.plan("lunch", [try Samples.dish("Pasta")])), mode: .live, policy: .replan,
        startedAt: Samples.now, lease: Samples.lease)
      try store.runs.append(
        [
          Samples.event(0, .runStarted), Samples.event(60, .stepStarted, dish: 0),
          Samples.event(taken, .stepFinished, dish: 0, endedBy: endedBy),
          Samples.event(taken, .runFinished),
        ], to: run)
    }
    // What ended by its timer took what it was set to.
    #expect(try store.history.samples(of: Name("Pasta")).map(\.length) == [Seconds(640)])
  }
}
