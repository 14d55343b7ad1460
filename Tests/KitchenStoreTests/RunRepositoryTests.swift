import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

struct RunRepositoryTests {
  private let now = Samples.now

  private func begin(
    _ store: KitchenStore, _ plan: Plan? = nil, mode: Run.Mode = .live, at start: Instant? = nil
  ) throws -> Int {
    try store.runs.begin(
      .new(plan ?? Samples.lunch()), mode: mode, speedThousandths: 60_000, policy: .inOrder,
      startedAt: start ?? now, lease: Samples.lease)
  }

  @Test func `a run that has begun is what its plan says`() throws {
    let store = try KitchenStore.inMemory()
    let id = try begin(store)
    let steps = [("Pasta", 0, 0), ("Meatloaf", 1, 420)].map { dish, place, start in
      RunStep(
        reference: StepReference(dish: place, step: 0), dish: dish, step: "waiting",
        kind: .waiting, plannedStart: Seconds(start), plannedEnd: Seconds(600))
    }
    var begun = Run(
      id: 1, meal: "lunch", planID: 1, status: .running, mode: .live, speedThousandths: 60_000,
      policy: .inOrder, startedAt: now, planned: .minutes(10), steps: steps)
    begun.figures = RunFigures(
      handsOn: .zero, elapsed: .zero, hold: .zero, standing: .zero, plannedHold: .zero,
      plannedStanding: .zero, bottleneck: nil)
    #expect(try store.runs.run(id) == begun)
    #expect(try store.plans.list().map(\.cause) == [.cooked])
  }

  @Test func `a run can begin with a stored plan`() throws {
    let store = try KitchenStore.inMemory()
    let plan = try store.plans.save(Samples.lunch(), at: now)
    let run = try store.runs.begin(
      .stored(plan), mode: .simulated, policy: .static, startedAt: now, lease: Samples.lease)
    #expect(try store.runs.run(run)?.planID == plan)
    #expect(try store.plans.list().map(\.runs) == [1])
    #expect(throws: Diagnostic.self) {
      try store.runs.begin(
        .stored(9), mode: .live, policy: .static, startedAt: now, lease: Samples.lease)
    }
  }

  @Test func `events come back in order and the record follows them`() throws {
    let store = try KitchenStore.inMemory()
    let id = try begin(store)
    let events = [
      Samples.event(0, .runStarted, text: "Preparing lunch."),
      Samples.event(0, .stepStarted, dish: 0, text: "Pasta will now cook.", cooks: ["Ana", "Ben"]),
      Samples.event(430, .stepStarted, dish: 1),
      Samples.event(500, .planReplaced),
      Samples.event(605, .stepOverdue, dish: 0),
      Samples.event(610, .stepFinished, dish: 1, endedBy: .timer),
      Samples.event(640, .stepFinished, dish: 0, endedBy: .cook),
      Samples.event(640, .runFinished, text: "11 min of prep time."),
    ]
    for event in events.prefix(3) { try store.runs.append([event], to: id) }
    #expect(try store.runs.run(id)?.steps.map(\.status) == [.running, .running])
    let run = try store.runs.append(Array(events.dropFirst(3)), to: id)
    #expect(try store.runs.run(id) == run)
    #expect(try store.runs.events(of: id) == events)
    #expect(run.status == .finished)
    #expect(run.finishedAt == now + Seconds(640))
    #expect(run.actual == Seconds(640))
    #expect(run.replans == 1)
    #expect(run.steps.map(\.actualStart) == [Seconds(0), Seconds(430)])
    #expect(run.steps.map(\.actualEnd) == [Seconds(640), Seconds(610)])
    #expect(run.steps.map(\.endedBy) == [.cook, .timer])
    #expect(run.steps.map(\.cooks) == [["Ana", "Ben"], []])
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `aborting drops what was not done, and skipping says so`() throws {
    let store = try KitchenStore.inMemory()
    let id = try begin(store)
    let run = try store.runs.append(
      [
        Samples.event(0, .runStarted), Samples.event(5, .stepSkipped, dish: 1),
        Samples.event(10, .stepStarted, dish: 0), Samples.event(20, .runPaused),
        Samples.event(20, .runResumed), Samples.event(30, .runAborted),
      ], to: id)
    #expect(run.status == .aborted)
    #expect(run.actual == Seconds(30))
    #expect(run.steps.map(\.status) == [.dropped, .skipped])
    #expect(run.steps.map(\.actualEnd) == [nil, nil])
    #expect(run.steps.map(\.endedBy) == [nil, .skipped])
  }

  @Test func `an event of a step that the run does not have changes nothing`() throws {
    let store = try KitchenStore.inMemory()
    let id = try begin(store)
    #expect(throws: Diagnostic.self) {
      try store.runs.append(
        [Samples.event(0, .runStarted), Samples.event(0, .stepStarted, dish: 7)], to: id)
    }
    #expect(try store.runs.events(of: id).isEmpty)
    #expect(
      throws: Diagnostic(.noRun(9))
    ) { try store.runs.append([Samples.event(0, .runStarted)], to: 9) }
  }

  @Test func `runs are listed newest first and by what is asked`() throws {
    let store = try KitchenStore.inMemory()
    let soup = Samples.plan("Supper", [try Samples.dish("Soup")])
    for (hours, plan, mode) in [(0, nil, .live), (2, soup, .simulated), (1, nil, .scaled)]
      as [(Int, Plan?, Run.Mode)]
    {
      _ = try begin(store, plan, mode: mode, at: now + Seconds(hours * 3600))
    }
    try store.runs.append([Samples.event(0, .runAborted)], to: 1)
    func ids(_ filter: RunFilter) throws -> [Int] { try store.runs.list(filter).map(\.id) }
    #expect(try ids(RunFilter()) == [2, 3, 1])
    #expect(try ids(RunFilter(limit: 1)) == [2])
    #expect(try ids(RunFilter(dish: Name("pasta"))) == [3, 1])
    #expect(try ids(RunFilter(meal: "SUPPER")) == [2])
    #expect(try ids(RunFilter(since: now + Seconds(3600))) == [2, 3])
    #expect(try ids(RunFilter(until: now + Seconds(3600))) == [1])
    #expect(try ids(RunFilter(statuses: [.aborted, .finished])) == [1])
    #expect(try ids(RunFilter(modes: [.live, .simulated])) == [2, 1])
    #expect(try ids(RunFilter(dish: Name("Soup"), modes: [.live])).isEmpty)
    #expect(try store.runs.list().allSatisfy { $0.steps.isEmpty })
  }

  @Test func `questions about runs are answered from indices`() throws {
    let store = try KitchenStore.inMemory()
    let filters = [
      RunFilter(limit: 20), RunFilter(dish: try Name("Pasta")), RunFilter(meal: "lunch"),
      RunFilter(dish: try Name("Pasta"), since: now), RunFilter(since: now),
      RunFilter(since: now, until: now, statuses: [.finished]),
    ]
    for filter in filters {
      let (sql, arguments) = filter.clause
      let plan = try store.queue.read { db in
        try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN SELECT run.meal \(sql)", arguments: arguments
        ).map { try $0.decode(String.self, forColumn: "detail") }
      }
      #expect(plan.filter { $0.hasPrefix("SCAN") && !$0.contains("INDEX") }.isEmpty, "\(plan)")
      #expect(plan.filter { $0.contains("TEMP B-TREE") }.isEmpty, "\(plan)")
    }
  }

  @Test func `a removed run is hidden, and undo brings it back whole`() throws {
    let store = try KitchenStore.inMemory()
    let id = try begin(store)
    #expect(
      throws: Diagnostic(.runStillCooking(1))
    ) { try store.runs.remove(id, at: now) }
    let run = try store.runs.append([Samples.event(0, .runAborted)], to: id)
    try store.runs.remove(id, at: now)
    #expect(try store.runs.list().isEmpty)
    #expect(try store.runs.run(id) == nil)
    #expect(
      try store.undo(at: now).summary == "removed run 1 (\"lunch\") from the history")
    #expect(try store.runs.run(id) == run)
    #expect(try store.runs.events(of: id).count == 1)
  }
}
