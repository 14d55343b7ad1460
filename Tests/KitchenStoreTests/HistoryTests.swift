import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

struct HistoryTests {
  /// A kitchen with the finished run of every fixture.
  private func store() throws -> KitchenStore {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    return store
  }

  @Test func `dishes never cooked come first, then the longest ago`() throws {
    let dishes = try store().history.dishes(.any)
    #expect(dishes.map(\.dish) == ["Gratin", "Meatloaf", "Pasta"])
    #expect(dishes.map(\.runs) == [0, 1, 1])
    #expect(dishes.map(\.lastAt) == [nil, Samples.now, Samples.now])
    #expect(try store().history.dishes(.any, notSince: Samples.now).map(\.dish) == ["Gratin"])
  }

  @Test func `steps are counted where they were finished`() throws {
    let steps = try store().history.steps(.any)
    #expect(steps.map(\.times) == [1, 1])
    #expect(steps.map(\.isSimulated) == [true, true])
    #expect(try store().history.steps(.real).isEmpty)
    #expect(try store().history.steps(of: Name("pasta"), .any).map(\.median) == [Seconds(600)])
  }

  @Test func `a removed run counts nowhere, and undo brings it back`() throws {
    let store = try store()
    let (dishes, steps) = (try store.history.dishes(.any), try store.history.steps(.any))
    try store.runs.remove(1, at: Samples.now)
    #expect(try store.history.steps(.any).isEmpty)
    #expect(try store.history.dishes(.any).map(\.runs) == [0, 0, 0])
    #expect(try store.integrity().findings.isEmpty)
    try store.undo(at: Samples.now)
    #expect(try store.history.dishes(.any) == dishes)
    #expect(try store.history.steps(.any) == steps)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `an amendment changes the record and not the log, and undo withdraws it`() throws {
    let store = try store()
    let (run, events) = (try store.runs.run(1), try store.runs.events(of: 1))
    let step = StepReference(dish: 0, step: 0)
    try store.change(at: Samples.now) { change in
      try change.edit(.amended(step, start: .zero, end: Seconds(660)), run: 1, at: Samples.now)
      try change.edit(.rated(4), run: 1, at: Samples.now)
    }
    #expect(try store.runs.run(1)?.actual == Seconds(660))
    #expect(try store.runs.run(1)?.rating == 4)
    #expect(try store.runs.events(of: 1) == events)
    #expect(try store.history.steps(of: Name("Pasta"), .any).map(\.median) == [Seconds(660)])
    #expect(try store.integrity().findings.isEmpty)
    try store.undo(at: Samples.now)
    #expect(try store.runs.run(1) == run)
    #expect(try store.runs.edits(of: 1).isEmpty)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `a log is read on from what is known of it, if that is its beginning`()
    throws
  {
    let store = try store()
    let events = try store.runs.events(of: 1)
    for count in 0...events.count {
      let known = Array(events.prefix(count))
      #expect(try store.runs.events(of: 1, continuing: known) == events)
    }
    var others = Array(events.prefix(2))
    others[1].elapsed = others[1].elapsed + Seconds(1)
    #expect(try store.runs.events(of: 1, continuing: others) == events)
    #expect(try store.runs.events(of: 1, continuing: events + events.suffix(1)) == events)
  }

  @Test func `history moves without loss, and twice is once`() throws {
    let store = try store()
    try store.change(at: Samples.now) { try $0.edit(.noted("Salt"), run: 1, at: Samples.now) }
    let lines = try exported(store)
    let other = try KitchenStore.inMemory()
    for added in [1, 0] {
      let report = try other.importHistory { importing in
        for line in lines { try importing.take(HistoryLine(reading: line)) }
      }
      #expect(report.added == added)
      #expect(try exported(other) == lines)
    }
    #expect(try other.integrity().findings.isEmpty)
  }

  private func exported(_ store: KitchenStore) throws -> [String] {
    var lines: [String] = []
    try store.exportHistory { lines.append($0) }
    return lines
  }

  @Test func `no list of runs reads a table from end to end`() throws {
    let store = try KitchenStore.inMemory()
    for filter in [
      RunFilter(), RunFilter(dish: try Name("Pasta")), RunFilter(meal: "lunch"),
      RunFilter(since: Samples.now), RunFilter(statuses: [.aborted]),
      RunFilter(modes: [.simulated]),
    ] {
      let clause = filter.clause
      let plan = try store.queue.read { db in
        try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN SELECT run.id \(clause.sql)", arguments: clause.arguments
        ).map { row -> String in row["detail"] ?? "" }
      }
      #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") || $0.contains("INDEX") }, "\(plan)")
    }
  }
}
