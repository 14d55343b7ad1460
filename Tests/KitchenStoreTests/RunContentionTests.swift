import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

/// Several processes that want to cook in one kitchen.
struct RunContentionTests {
  private func begin(_ store: KitchenStore) throws -> Int {
    try store.runs.begin(
      .new(Samples.lunch()), mode: .live, policy: .replan, startedAt: Samples.now,
      lease: Samples.lease, unless: { $0.run.mode != .simulated })
  }

  @Test func `of two processes the second hears of the first`() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (try folder.store(), try folder.store())
    #expect(try begin(one) == 1)
    let refusal = #expect(throws: Diagnostic.self) { try begin(other) }
    #expect(refusal?.kind == .busy)
    #expect(refusal?.message == "lunch is already being cooked (run 1).")
    #expect(try other.runs.open().count == 1)
    try one.runs.append([Samples.event(0, .runStarted), Samples.event(9, .runFinished)], to: 1)
    #expect(try begin(other) == 2)
  }

  @Test func `a verb is answered where it was asked`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    let number = try store.runs.post(.pause, to: run, at: Samples.now)
    #expect(try store.runs.answer(to: number) == nil)
    try store.runs.answer(number, "{}")
    #expect(try store.runs.answer(to: number) == "{}")
  }

  @Test func `a dish that joins a run joins its record, and the doctor agrees`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    let larger = Samples.plan(
      "lunch",
      [
        try Samples.dish("Pasta"), try Samples.dish("Meatloaf", minutes: 3),
        try Samples.dish("Rice", minutes: 7),
      ])
    let record = try store.runs.append(
      [Samples.event(0, .runStarted), Samples.event(5, .planReplaced)], to: run,
      replacing: [(plan: larger, at: Samples.now)])
    #expect(record.steps.map(\.dish) == ["Pasta", "Meatloaf", "Rice"])
    #expect(record.replans == 1)
    #expect(try store.runs.currentPlan(of: run) == larger)
    try store.runs.append([Samples.event(6, .stepStarted, dish: 2)], to: run)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `the plans of a run are the same however often they are asked for`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    let other = try store.runs.begin(
      .new(Samples.lunch()), mode: .simulated, policy: .replan, startedAt: Samples.now,
      lease: Samples.lease)
    let plans = try (1...3).map { number in
      Samples.plan("lunch", [try Samples.dish("Pasta"), try Samples.dish("Rice", minutes: number)])
    }
    var followed = [try Samples.lunch()]
    #expect(try store.runs.plans(of: run) == followed)
    for (number, plan) in plans.enumerated() {
      try store.runs.append(
        [Samples.event(number, .planReplaced)], to: run,
        replacing: [(plan: plan, at: Samples.now)])
      followed.append(plan)
      #expect(try store.runs.plans(of: run) == followed)
      #expect(try store.runs.plans(of: other) == [Samples.lunch()])
      #expect(try store.runs.plans(of: run) == followed)
    }
  }

  @Test func `a step that a later plan has done in another way is reported as it was done`() throws
  {
    let store = try KitchenStore.inMemory()
    let step = Step(
      id: "stock", title: "Stock",
      options: [
        Way(.waiting, Estimate(.minutes(5))), Way(.blocking, Estimate(.minutes(8)), cooks: 1),
      ])
    let plan = Samples.plan("lunch", [Dish(name: try Name("Gravy"), steps: [step])])
    let run = try store.runs.begin(
      .new(plan), mode: .simulated, policy: .replan, startedAt: Samples.now, lease: Samples.lease)
    #expect(try store.runs.run(run)?.steps.map(\.kind) == [.waiting])
    var byHand = plan
    byHand.steps[0].kind = .blocking
    byHand.steps[0].option = 1
    let record = try store.runs.append(
      [
        Samples.event(0, .runStarted), Samples.event(0, .planReplaced),
        Samples.event(0, .stepStarted, dish: 0, cooks: ["cook 1"]),
        Samples.event(8, .stepFinished, dish: 0, endedBy: .timer), Samples.event(8, .runFinished),
      ], to: run, replacing: [(plan: byHand, at: Samples.now)])
    #expect(record.steps.map(\.kind) == [.blocking])
    #expect(record.figures?.handsOn == Seconds(8))
    #expect(try store.integrity().findings.isEmpty)

    // As a version left it that told the kind of the first plan.
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "UPDATE run_step SET kind = 'waiting'; UPDATE run SET hands_on_seconds = 0")
    }
    #expect(try !store.integrity().findings.isEmpty)
    let migration = try #require(
      Schema.embedded.migrations.first { $0.name.hasPrefix("0007") })
    try store.queue.writeWithoutTransaction { try $0.execute(sql: migration.sql) }
    #expect(try store.runs.run(run) == record)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `what is taken back, handed over and dropped is in the record`() throws {
    let store = try KitchenStore.inMemory()
    let run = try begin(store)
    let record = try store.runs.append(
      [
        Samples.event(0, .runStarted), Samples.event(0, .stepStarted, dish: 0, cooks: ["Ana"]),
        Samples.event(1, .stepHanded, dish: 0, cooks: ["Ben"]),
        Samples.event(2, .stepFinished, dish: 0, endedBy: .cook),
        Samples.event(3, .stepUndone, dish: 0), Samples.event(4, .stepDropped, dish: 1),
      ], to: run)
    #expect(record.steps.map(\.status) == [.running, .dropped])
    #expect(record.steps[0].cooks == ["Ben"])
    #expect(record.steps[0].actualEnd == nil)
    let undone = try store.runs.append([Samples.event(5, .stepUndone, dish: 0)], to: run)
    #expect(undone.steps[0].status == .pending)
    #expect(undone.steps[0].actualStart == nil)
    #expect(try store.integrity().findings.isEmpty)
  }
}
