import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

/// What SQLite makes of a run's steps is what the log played once more makes of them.
struct RunFiguresTests {
  /// A plan of dishes that differ in all that figures depend on.
  private static func plan(_ random: inout SplitMix) throws -> Plan {
    let dishes = try (0..<Int.random(in: 1...4, using: &random)).map { dish in
      Dish(
        name: try Name("Dish \(dish)"),
        steps: (0..<Int.random(in: 1...5, using: &random)).map { Self.step($0, &random) },
        serve: Bool.random(using: &random) ? .hot : .any,
        serveOffset: .minutes(Int.random(in: 0...3, using: &random)))
    }
    let equipment = ["oven", "fridge", "sink"].map { Equipment(name: $0, count: 4) }
    let menu = Menu(name: "dinner", dishes: dishes, kitchen: Kitchen(equipment: equipment))
    let steps = menu.stepReferences.map { reference in
      let option = Int.random(in: menu[reference].ways.indices, using: &random)
      let start = Seconds.minutes(Int.random(in: 0...90, using: &random))
      return PlannedStep(
        reference, option: option, kind: menu[reference].ways[option].kind, start: start,
        end: start + .minutes(5))
    }
    return Plan(
      menu: menu, status: .optimal, objective: .hot, anchor: nil, makespan: .minutes(5),
      lowerBound: .zero, stalenessLowerBound: nil, sequential: .minutes(5), inOrder: nil,
      steps: steps)
  }

  /// A step that may follow others of its dish in all the ways that count and do not.
  private static func step(_ number: Int, _ random: inout SplitMix) -> Step {
    func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    func way() -> Way {
      let uses = ["oven", "fridge", "sink"].filter { _ in happens(25) }
      return Way(
        happens(50) ? .blocking : .waiting, Estimate(.minutes(5)), uses: uses.map { .init($0) })
    }
    var after: [Dependency] = []
    for other in 0..<number where happens(50) {
      var dependency = Dependency(happens(20) ? "S\(other)" : "s\(other)")
      if happens(20) { dependency.from = .start }
      if happens(40) { dependency.minimum = Seconds(Int.random(in: -60...180, using: &random)) }
      if happens(10) { dependency.minimum = nil }
      after.append(dependency)
      if happens(10) { after.append(Dependency("s\(other)", minimum: .minutes(2))) }
    }
    let keeps: Keeping? =
      happens(60)
      ? nil : happens(30) ? .withoutEnd : .limited(Seconds(Int.random(in: 0...200, using: &random)))
    return Step(
      id: "s\(number)", title: "S", options: (0...(happens(30) ? 1 : 0)).map { _ in way() },
      after: after, keeps: keeps)
  }

  /// A log in which steps start and end at few moments, so that many agree.
  private static func events(of plan: Plan, _ random: inout SplitMix) -> [RunEvent] {
    var events: [RunEvent] = []
    func add(_ minute: Int, _ kind: RunEvent.Kind, _ step: StepReference? = nil) {
      let elapsed = Seconds.minutes(minute)
      events.append(
        RunEvent(
          at: Samples.now + elapsed, elapsed: elapsed, kind, step: step,
          endedBy: kind == .stepFinished ? .cook : nil))
    }
    add(0, .runStarted)
    for reference in plan.menu.stepReferences where Int.random(in: 0..<9, using: &random) > 0 {
      let start = Int.random(in: 0...6, using: &random)
      add(start, .stepStarted, reference)
      let end = start + Int.random(in: 0...4, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: break
      case 1: add(end, .stepSkipped, reference)
      default: add(end, .stepFinished, reference)
      }
    }
    return events
  }

  @Test(arguments: 1...60)
  func `figures are those of the log`(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let store = try KitchenStore.inMemory()
    let plan = try Self.plan(&random)
    let id = try store.runs.begin(
      .new(plan), mode: .simulated, policy: .replan, startedAt: Samples.now, lease: Samples.lease)
    for event in Self.events(of: plan, &random) {
      let run = try store.runs.append([event], to: id)
      let figures = RunFigures(of: run, menu: plan.menu, planned: plan.servingFigures)
      #expect(run.figures == figures, "seed \(seed)")
      #expect(try store.runs.run(id) == run, "seed \(seed)")
    }
    #expect(try store.runs.list().map(\.figures) == [store.runs.run(id)?.figures])
    #expect(try store.integrity().findings.isEmpty, "seed \(seed)")
  }

  @Test(arguments: 1...60)
  func `figures follow a plan that does steps in other ways`(seed: Int) throws {
    var random = SplitMix(seed: 1000 + seed)
    let store = try KitchenStore.inMemory()
    let plan = try Self.plan(&random)
    let id = try store.runs.begin(
      .new(plan), mode: .simulated, policy: .replan, startedAt: Samples.now, lease: Samples.lease)
    var other = plan
    for index in other.steps.indices {
      let ways = plan.menu[other.steps[index].reference].ways
      other.steps[index].option = ways.count - 1 - other.steps[index].option
      other.steps[index].kind = ways[other.steps[index].option].kind
    }
    var events = Self.events(of: plan, &random)
    events.insert(RunEvent(at: Samples.now, elapsed: .zero, .planReplaced), at: 1)
    let run = try store.runs.append(events, to: id, replacing: [(plan: other, at: Samples.now)])
    let figures = RunFigures(of: run, menu: plan.menu, planned: plan.servingFigures)
    #expect(run.figures == figures, "seed \(seed)")
    #expect(try store.integrity().findings.isEmpty, "seed \(seed)")

    // As it was before any of this was kept.
    let kept = try store.runs.run(id)
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          UPDATE run_step SET option = 0, keeps_seconds = NULL, takers = '[]';
          UPDATE run SET standing_seconds = 0, planned_hold_seconds = 0,
            planned_standing_seconds = 0, hold_seconds = 0;
          UPDATE plan SET standing_seconds = 0, hold_seconds = 0;
          """)
      try StandingUpkeep.complete(in: db)
    }
    #expect(try store.runs.run(id) == kept, "seed \(seed)")
    #expect(try store.integrity().findings.isEmpty, "seed \(seed)")
  }

  @Test(arguments: 1...20)
  func `a history tells how food stood, also one that was written before`(seed: Int) throws {
    var random = SplitMix(seed: 2000 + seed)
    let store = try KitchenStore.inMemory()
    let plan = try Self.plan(&random)
    let id = try store.runs.begin(
      .new(plan), mode: .simulated, policy: .replan, startedAt: Samples.now, lease: Samples.lease)
    let end = RunEvent(at: Samples.now + .minutes(20), elapsed: .minutes(20), .runFinished)
    try store.runs.append(Self.events(of: plan, &random) + [end], to: id)
    var lines: [String] = []
    try store.exportHistory { lines.append($0) }
    let old = lines.map { line in
      line.replacing(
        #/"(plannedHold|plannedStanding|standing|keeps)Seconds":(null|[0-9]+),/#, with: ""
      )
      .replacing(#/"takers":\[(\[[0-9,]+\],?)*\],/#, with: "")
    }
    #expect(old != lines)
    for text in [lines, old] {
      let other = try KitchenStore.inMemory()
      _ = try other.importHistory { importing in
        for line in text { try importing.take(HistoryLine(reading: line)) }
      }
      #expect(try other.runs.run(id) == store.runs.run(id), "seed \(seed)")
      #expect(try other.integrity().findings.isEmpty, "seed \(seed)")
    }
  }

  /// A run of two courses, of which the second is served half an hour after the first.
  private static func courses(_ store: KitchenStore) throws -> Int {
    let dishes = try [("Soup", 0), ("Cake", 30)].map { name, offset in
      Dish(
        name: try Name(name),
        steps: [Step(id: "s", title: "S", Way(.waiting, Estimate(.minutes(5))))],
        serveOffset: .minutes(offset))
    }
    let menu = Menu(name: "dinner", dishes: dishes, kitchen: .standard)
    let plan = Plan(
      menu: menu, status: .optimal, objective: .hot, anchor: nil, makespan: .minutes(5),
      lowerBound: .zero, stalenessLowerBound: nil, sequential: .minutes(5), inOrder: nil,
      steps: menu.stepReferences.map {
        PlannedStep($0, kind: .waiting, start: .zero, end: .minutes(5))
      })
    let id = try store.runs.begin(
      .new(plan), mode: .simulated, policy: .replan, startedAt: Samples.now, lease: Samples.lease)
    func event(_ minute: Int, _ kind: RunEvent.Kind, dish: Int? = nil) -> RunEvent {
      RunEvent(
        at: Samples.now + .minutes(minute), elapsed: .minutes(minute), kind,
        step: dish.map { StepReference(dish: $0, step: 0) },
        endedBy: kind == .stepFinished ? .timer : nil)
    }
    try store.runs.append(
      [
        event(0, .runStarted), event(0, .stepStarted, dish: 0), event(6, .stepFinished, dish: 0),
        event(30, .stepStarted, dish: 1), event(35, .stepFinished, dish: 1),
        event(35, .runFinished),
      ], to: id)
    return id
  }

  @Test func `a run takes until serving time, whatever is served later`() throws {
    let store = try KitchenStore.inMemory()
    let id = try Self.courses(store)
    let run = try #require(try store.runs.run(id))
    #expect(run.actual == .minutes(6))
    #expect(run.figures?.elapsed == .minutes(35))
    #expect(try store.integrity().findings.isEmpty)
    try store.change(at: Samples.now) { change in
      try change.edit(
        .amended(StepReference(dish: 1, step: 0), start: .minutes(30), end: .minutes(38)), run: id,
        at: Samples.now)
    }
    #expect(try store.runs.run(id)?.actual == .minutes(8))
    try store.undo(at: Samples.now)
    #expect(try store.runs.run(id)?.actual == .minutes(6))
  }

  @Test func `what an older version stored of a run of courses is put right`() throws {
    let store = try KitchenStore.inMemory()
    let id = try Self.courses(store)
    let migration = try #require(
      Schema.embedded.migrations.first { $0.name.hasPrefix("0007") })
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE run SET actual_seconds = elapsed_seconds")
      try db.execute(sql: migration.sql)
    }
    #expect(try store.runs.run(id)?.actual == .minutes(6))
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `an amendment moves the figures, and undo moves them back`() throws {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    let before = try #require(try store.runs.run(1)?.figures)
    #expect(before.bottleneck == .init(dish: "Pasta", step: "waiting", length: .minutes(10)))
    try store.change(at: Samples.now) { change in
      try change.edit(
        .amended(StepReference(dish: 0, step: 0), start: .zero, end: .minutes(12)), run: 1,
        at: Samples.now)
    }
    let after = try #require(try store.runs.run(1)?.figures)
    #expect(after.elapsed == .minutes(12))
    #expect(after.hold == before.hold + .minutes(2))
    #expect(after.bottleneck?.length == .minutes(12))
    try store.undo(at: Samples.now)
    #expect(try store.runs.run(1)?.figures == before)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `a history written before figures were kept gets them when it is imported`() throws {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    var lines: [String] = []
    try store.exportHistory { line in
      lines.append(
        line.replacing(#","serve":"hot","serveOffsetSeconds":0}"#, with: "}"))
    }
    #expect(!lines.joined().contains("serveOffsetSeconds"))
    let other = try KitchenStore.inMemory()
    _ = try other.importHistory { importing in
      for line in lines { try importing.take(HistoryLine(reading: line)) }
    }
    #expect(try other.runs.run(1)?.figures == store.runs.run(1)?.figures)
    #expect(try other.integrity().findings.isEmpty)
  }

  @Test func `the doctor finds figures that are wrong`() throws {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE run SET hold_seconds = hold_seconds + 1")
    }
    #expect(
      try store.integrity().findings.map(\.message)
        == ["The record of run 1 is not what its log says."])
  }
}
