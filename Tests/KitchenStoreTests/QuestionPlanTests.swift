import GRDB
import KitchenModel
import Synchronization
import Testing

@testable import KitchenStore

/// How SQLite goes about the questions: none reads a table that grows with the history from end to
/// end. Plans are made without statistics, so that an empty database has those of a long one.
struct QuestionPlanTests {
  /// The tables that grow with every run.
  static let growing: Set<String> = [
    "run", "run_dish", "run_step", "run_event", "run_edit", "step_time", "plan",
  ]

  /// A question, by its name.
  struct Question: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let ask: @Sendable (KitchenStore) throws -> Void
  }

  static let questions: [Question] = [
    .init(testDescription: "list --dish") {
      _ = try $0.runs.list(RunFilter(dish: Name("Pasta"), limit: 20))
    },
    .init(testDescription: "list --meal") { _ = try $0.runs.list(RunFilter(meal: "lunch")) },
    .init(testDescription: "list --since --until") {
      _ = try $0.runs.list(RunFilter(since: Samples.now, until: Samples.now))
    },
    .init(testDescription: "list --status") {
      _ = try $0.runs.list(RunFilter(statuses: [.aborted]))
    },
    .init(testDescription: "list --simulated") {
      _ = try $0.runs.list(RunFilter(modes: [.simulated]))
    },
    .init(testDescription: "list --no-simulated --limit") {
      _ = try $0.runs.list(RunFilter(modes: [.live, .scaled], limit: 20))
    },
    .init(testDescription: "show") {
      _ = try $0.runs.run(1)
      _ = try $0.runs.events(of: 1)
      _ = try $0.runs.edits(of: 1)
      _ = try $0.plans.plan(1)
    },
    .init(testDescription: "dishes") { _ = try $0.history.dishes(.any, notSince: Samples.now) },
    .init(testDescription: "meals") { _ = try $0.history.meals(.simulated) },
    .init(testDescription: "stats") { _ = try $0.history.steps(.any) },
    .init(testDescription: "stats DISH/STEP") {
      _ = try $0.history.steps(of: Name("Pasta"), step: "waiting", .any)
    },
    .init(testDescription: "learn") { _ = try $0.history.samples(of: Name("Pasta")) },
    .init(testDescription: "what is open") { _ = try $0.runs.open() },
    .init(testDescription: "a live run's log") {
      _ = try $0.runs.takeVerbs(of: 1, at: Samples.now)
    },
  ]

  @Test(arguments: questions)
  func `a question reads no growing table from end to end`(question: Question) throws {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    let asked = Statements()
    try store.queue.inDatabase { db in
      db.trace(options: .statement) { event in asked.note(event.expandedDescription) }
    }
    try question.ask(store)
    try store.queue.inDatabase { db in db.trace() }
    let selects = asked.texts.filter { $0.hasPrefix("SELECT") }
    #expect(!selects.isEmpty)
    for sql in selects {
      for step in try Self.plan(of: sql, in: store) where Self.readsAll(step) {
        Issue.record("\(step) for \(sql)")
      }
    }
  }

  @Test(arguments: [
    "SELECT * FROM run_overview WHERE id = 1", "SELECT * FROM run_step_overview WHERE run_id = 1",
    "SELECT * FROM run_step_overview WHERE dish_key = 'pasta'",
    "SELECT * FROM step_statistics WHERE dish_key = 'pasta'", "SELECT * FROM dish_overview",
  ])
  func `a view is read where it is asked for and nowhere else`(sql: String) throws {
    let store = try KitchenStore.inMemory()
    #expect(try Self.plan(of: sql, in: store).filter(Self.readsAll) == [])
  }

  @Test func `a table without an index is noticed`() throws {
    let store = try KitchenStore.inMemory()
    let plan = try Self.plan(of: "SELECT * FROM run_step WHERE kind = 'waiting'", in: store)
    #expect(plan.contains(where: Self.readsAll))
  }

  /// Whether a step of a query's plan reads a growing table whole, in whatever order.
  private static func readsAll(_ step: String) -> Bool {
    let words = step.split(separator: " ")
    return words.first == "SCAN" && words.count > 1 && growing.contains(String(words[1]))
  }

  private static func plan(of sql: String, in store: KitchenStore) throws -> [String] {
    try store.queue.inDatabase { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] ?? "" }
    }
  }
}

/// The statements that a connection has run.
private final class Statements: Sendable {
  private let noted = Mutex<[String]>([])

  var texts: [String] { noted.withLock { $0 } }

  func note(_ text: String) { noted.withLock { $0.append(text) } }
}
