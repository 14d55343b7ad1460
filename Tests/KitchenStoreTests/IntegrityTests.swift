import Foundation
import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

struct IntegrityTests {
  private let now = Samples.now

  /// A kitchen with something of everything.
  private func furnished(_ store: KitchenStore) throws {
    var random = RandomKitchen(seed: 2)
    for name in ["Pasta", "Salad"] {
      var dish = try random.dish(Name(name))
      while !dish.findings().isEmpty { dish = try random.dish(Name(name)) }
      try store.dishes.add(dish, at: now)
    }
    try store.meals.add(Samples.meal("lunch", "Pasta", "Salad"), at: now)
    let run = try store.runs.begin(
      .new(Samples.lunch()), mode: .live, policy: .replan, startedAt: now, lease: Samples.lease)
    try store.runs.append(
      [Samples.event(0, .runStarted), Samples.event(0, .stepStarted, dish: 0)], to: run)
  }

  @Test func `a sound database has no findings and is counted`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try furnished(store)
    let report = try store.integrity()
    #expect(report.findings.isEmpty)
    #expect(report.schemaVersion == Schema.embedded.version)
    #expect(try report.fileBytes == folder.bytes().count)
    #expect(try report.logBytes == folder.bytes("souschef.db-wal").count)
    #expect(
      report.counts.map { "\($0.what) \($0.count)" }
        == ["dishes 2", "meals 1", "plans 1", "runs 1", "events 2", "changes 3"])
  }

  @Test(arguments: [RunEvent.Kind.runAborted, .runStarted])
  func `a run that was killed before it said that it began is sound`(next: RunEvent.Kind) throws {
    let store = try KitchenStore.inMemory()
    let run = try store.runs.begin(
      .new(Samples.lunch()), mode: .live, policy: .replan, startedAt: now, lease: Samples.lease)
    #expect(try store.runs.interruptAbandoned(isAlive: { _ in false }).map(\.id) == [run])
    #expect(try store.integrity().findings.isEmpty)
    try store.runs.append([Samples.event(0, next)], to: run)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `a run that was taken up before it began may begin late`() throws {
    let store = try KitchenStore.inMemory()
    let run = try store.runs.begin(
      .new(Samples.lunch()), mode: .live, policy: .replan, startedAt: now, lease: Samples.lease)
    #expect(try store.runs.interruptAbandoned(isAlive: { _ in false }).map(\.id) == [run])
    try store.runs.append([Samples.event(0, .runResumed)], to: run)
    #expect(try store.runs.open().map(\.run.id) == [run])
    try store.runs.append([Samples.event(130, .runStarted)], to: run)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test(arguments: [
    (
      "UPDATE dish SET name_key = 'x' WHERE name = 'Pasta'",
      "The key of \"Pasta\" in table dish is wrong, so it cannot be found."
    ),
    ("DELETE FROM meal_dish", "The meal \"lunch\" has no dishes."),
    (
      "PRAGMA foreign_keys = OFF; UPDATE meal_dish SET dish_id = 99 WHERE position = 1",
      "Table meal_dish has rows that refer to nothing: 1."
    ),
    ("DROP INDEX run_by_start", "The index run_by_start is missing or was changed."),
    (
      "DROP TRIGGER run_event_unchanged",
      "The trigger run_event_unchanged is missing or was changed."
    ),
    (
      "CREATE TRIGGER spy AFTER INSERT ON dish BEGIN SELECT 1; END",
      "The trigger spy was not made by souschef."
    ),
    ("UPDATE plan SET snapshot = '{}'", "Plan 1 cannot be read."),
    (
      "UPDATE plan SET name = CAST(x'4cff' AS TEXT)",
      "Table plan has rows with texts that are not Unicode: 1."
    ),
    ("UPDATE run_dish SET serve = 'any'", "The dishes of run 1 are not those of its plan."),
    (
      "UPDATE run SET started_at = '2020-01-01T00:00:00.000Z'",
      "The dishes of run 1 are not those of its plan."
    ),
    (
      "DROP TRIGGER run_event_unchanged; UPDATE run_event SET sequence = 9 WHERE sequence = 2",
      "The log of run 1 has gaps, or does not begin with its start."
    ),
    (
      """
      INSERT INTO step_dependency SELECT id, 99, NULL, NULL, 'nothing', 'end', 0, NULL
      FROM step WHERE dish_id = 1 LIMIT 1
      """, "The dish \"Pasta\" is invalid: \"Pasta\" has no step \"nothing\"."
    ),
    (
      """
      INSERT INTO learned_estimate VALUES
        (7, '2026-01-01T00:00:00.000Z', 'pasta', 'waiting', NULL, 600, 660, 5, '[', NULL)
      """, "The runs that taught estimate 7 cannot be read."
    ),
    ("UPDATE plan SET makespan_seconds = 1", "Plan 1 and its snapshot differ."),
    ("UPDATE change SET before = '{' WHERE id = 2", "Change 2 of the journal cannot be read."),
    (
      "UPDATE run_step SET actual_start_seconds = 9 WHERE dish_position = 0",
      "The record of run 1 is not what its log says."
    ),
    ("UPDATE run SET replans = 3", "The record of run 1 is not what its log says."),
    ("DELETE FROM cook; UPDATE kitchen SET cook_count = NULL", "The kitchen cannot be read."),
    ("UPDATE dish SET not_before = 'noon' WHERE id = 1", "The dish with number 1 cannot be read."),
    (
      """
      DROP TRIGGER dish_renamed_beside_meals;
      UPDATE dish SET name = 'Lunch', name_key = 'lunch' WHERE name = 'Pasta'
      """,
      "A dish and a meal are both named \"Lunch\"."
    ),
  ])
  func `planted damage is found`(sql: String, finding: String) throws {
    let store = try KitchenStore.inMemory()
    try furnished(store)
    try store.queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    #expect(try store.integrity().findings.map(\.message).contains(finding))
  }

  /// Overwrites one page after another with noise. Where a page was in use, either the file cannot
  /// be opened or something is found; no damage crashes.
  @Test func `a page of noise is found wherever it is in use`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try furnished(store)
    // Without the pages that migrations have left free: nothing is lost with those.
    try store.queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
    store.close()
    let sound = try folder.bytes()
    var random = SplitMix(seed: 9)
    for page in 1..<(sound.count / 4096) {
      var damaged = sound
      for offset in page * 4096..<(page + 1) * 4096 {
        damaged[offset] = UInt8.random(in: 0...255, using: &random)
      }
      try damaged.write(to: URL(filePath: folder.path()))
      let found = (try? folder.store(for: .reading).integrity().findings.isEmpty) != true
      #expect(found, "page \(page)")
    }
  }
}
