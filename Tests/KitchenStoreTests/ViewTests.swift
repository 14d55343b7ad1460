import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

/// The views as people see them who open the file with other programs.
struct ViewTests {
  private func rows(_ sql: String) throws -> [String] {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    return try store.queue.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" }
          .joined(separator: " | ")
      }
    }
  }

  @Test func `dish_overview has a row for each dish`() throws {
    #expect(
      try rows("SELECT * FROM dish_overview ORDER BY name") == [
        "1 | Gratin | 4 | hot | Side | 3 | 900 | 3600 | 1",
        "3 | Meatloaf | NULL | hot | NULL | 1 | 0 | 180 | 0",
        "2 | Pasta | NULL | hot | NULL | 1 | 0 | 600 | 1",
      ])
  }

  @Test func `run_overview has a row for each run`() throws {
    #expect(
      try rows(
        """
        SELECT id, meal, status, mode, speed, policy, planned_seconds, actual_seconds,
          late_seconds, replans, plan_id FROM run_overview
        """
      ) == ["1 | lunch | finished | simulated | 1.0 | replan | 600 | 600 | 0 | 0 | 1"])
    #expect(
      try rows("SELECT started_at, finished_at FROM run_overview")
        == ["2026-11-18T11:06:40.000Z | 2026-11-18T11:16:40.000Z"])
  }

  @Test func `run_step_overview has planned beside actual`() throws {
    #expect(
      try rows(
        """
        SELECT run_id, dish, step, kind, status, planned_start_seconds, planned_end_seconds,
          actual_start_seconds, actual_end_seconds, deviation_seconds FROM run_step_overview
        """
      ) == [
        "1 | Pasta | waiting | waiting | finished | 0 | 600 | 0 | 600 | 0",
        "1 | Meatloaf | waiting | waiting | finished | 420 | 600 | 10 | 190 | 0",
      ])
    #expect(
      try rows("SELECT cooks, ended_by, dish_key FROM run_step_overview")
        == ["[] | timer | pasta", "[\"Ana\"] | timer | meatloaf"])
  }

  @Test(arguments: [
    "SELECT * FROM run_overview ORDER BY started_at DESC LIMIT 20",
    "SELECT * FROM run_step_overview WHERE run_id = 1",
    "SELECT * FROM run_step_overview WHERE dish_key = 'pasta'",
    "SELECT dish_key, count(*), max(started_at) FROM run_dish GROUP BY dish_key",
  ])
  func `questions to views are answered from indices`(sql: String) throws {
    let plan = try rows("EXPLAIN QUERY PLAN \(sql)")
    #expect(plan.filter { $0.contains("SCAN") && !$0.contains("INDEX") }.isEmpty, "\(plan)")
    #expect(plan.filter { $0.contains("TEMP B-TREE") }.isEmpty, "\(plan)")
  }

  @Test func `what the tables refuse is reported without stored values`() throws {
    let store = try KitchenStore.inMemory()
    var dish = try Samples.dish("Pasta")
    dish.notes = "grandmother's secret"
    dish.steps[0].ways[0].cooks = 0
    #expect(
      throws: Diagnostic(
        .badContent, "The database does not accept a value: CHECK constraint failed: cooks >= 1.",
        hints: ["Correct the value and try again."])
    ) { try store.dishes.add(dish, at: Samples.now) }
    #expect(try store.dishes.names().isEmpty)
  }
}
