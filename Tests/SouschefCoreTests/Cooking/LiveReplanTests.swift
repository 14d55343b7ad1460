import Foundation
import KitchenModel
import MealPlanning
import TestSupport
import Testing

@testable import MealExecution
@testable import SouschefCore

/// Live evenings in which a cook answers every act, some a little late, and one to three hands-on steps
/// take another time than planned.
///
/// `SOUSCHEF_EVENINGS=200` cooks as many.
@Suite struct LiveReplanTests {
  static let evenings =
    ProcessInfo.processInfo.environment["SOUSCHEF_EVENINGS"].flatMap { Int($0) } ?? 24

  @Test(arguments: 1...evenings)
  func `no new plan leaves anybody idle who could begin something`(seed: Int) async throws {
    var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
    guard let plan = LiveEvening.plan(try menus.next()) else { return }
    var evening = LiveEvening(plan, seed: seed)
    await evening.cook()
    #expect(
      evening.faults.isEmpty,
      """
      seed \(seed): \(evening.faults.joined(separator: "\n"))
      \(evening.log.joined(separator: "\n"))
      """)
  }

  /// In some evenings what was answered a little late has put off something by less than a new plan is
  /// made for.
  @Test(arguments: Set(1...evenings).union([37, 134]).sorted())
  func `a pause of a second moves nothing`(seed: Int) async throws {
    var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
    guard let plan = LiveEvening.plan(try menus.next()) else { return }
    var evening = LiveEvening(plan, seed: seed)
    await evening.cook(until: Seconds(plan.makespan.count * (seed % 10) / 10))
    guard evening.machine.status == .running else { return }
    let before = evening.machine.forecast
    try await evening.say(.pause)
    await evening.pass(Seconds(1))
    try await evening.say(.resume)
    let after = evening.machine.forecast
    #expect(after.makespan <= before.makespan + Seconds(1), "seed \(seed)")
    for (old, new) in zip(before.inOrder, after.inOrder) {
      #expect(new.start <= old.start + Seconds(1), "seed \(seed): \(new.reference)")
    }
  }

  @Test func `an oven heated some seconds late puts dinner off by no more`() async throws {
    let hot = try Temperature(parsing: "200C")
    let roast = Dish(
      name: try Name("Roast"),
      steps: [
        Step(
          id: "roast", title: "Roast",
          Way(.waiting, Estimate(.minutes(60)), uses: [Way.Use("oven")], temperature: hot))
      ])
    let soup = Dish(
      name: try Name("Soup"),
      steps: [
        Step(id: "chop", title: "Chop", Way(.blocking, Estimate(.minutes(10)))),
        Step(
          id: "sweat", title: "Sweat", Way(.blocking, Estimate(.minutes(20))),
          after: [Dependency("chop")]),
      ], serve: .any)
    let menu = Menu(
      name: "supper", dishes: [roast, soup],
      kitchen: Kitchen(
        cooks: .count(1), equipment: [Equipment(name: "oven", count: 1, preheat: .minutes(10))]))
    let plan = try #require(LiveEvening.plan(menu))
    #expect(plan.makespan == .minutes(70))
    var evening = LiveEvening(plan)
    await evening.pass(Seconds(8))
    let heat = try #require(evening.machine.state.acts.first { $0.act.kind == .heat })
    try await evening.say(.answer(heat.act))
    #expect(evening.machine.forecast.makespan == .minutes(70) + Seconds(8))
    #expect(evening.machine.idleFaults.isEmpty)
  }

  /// What is said during a pause, and what undo makes of it.
  @Test(arguments: 1...12)
  func `what is foretold during a pause is what it comes to`(seed: Int) async throws {
    var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
    guard let plan = LiveEvening.plan(try menus.next()) else { return }
    let other = try menus.next().dishes[0].dish
    var evening = LiveEvening(plan, seed: seed)
    await evening.cook(until: Seconds(plan.makespan.count / 3))
    guard evening.machine.status == .running else { return }
    try await evening.say(.pause)
    let before = evening.machine.forecast
    let left = evening.machine.steps.first { !$0.isOver }?.reference.dish ?? 0
    for verbs: [RunVerb] in [
      [.drop(dish: left)], [.add([other])], [.drop(dish: left), .add([other])],
      [.add([other]), .drop(dish: left)],
    ] {
      guard let start = try await evening.said(verbs) else { continue }
      let paused = evening.machine.forecast.makespan
      var resumed = evening
      try await resumed.say(.resume)
      let drift = resumed.machine.forecast.makespan - paused
      #expect(abs(drift.count) <= 60, "seed \(seed), \(verbs.count) verbs from \(start)")
      for _ in verbs { try await evening.say(.undo) }
      let labels = evening.machine.plan.menu.dishes.map(\.label)
      #expect(labels == plan.menu.dishes.map(\.label), "seed \(seed)")
      let after = evening.machine.forecast
      #expect(after.makespan == before.makespan, "seed \(seed)")
      #expect(after.servingFigures.staleness <= before.servingFigures.staleness, "seed \(seed)")
    }
  }

  @Test func `a step to come that is given more time keeps it, and is said once`() async throws {
    let steps = [("peel", 10), ("fry", 10), ("plate", 5)].enumerated().map { index, step in
      Step(
        id: step.0, title: step.0.capitalized, Way(.blocking, Estimate(.minutes(step.1))),
        after: index > 0 ? [Dependency(["peel", "fry"][index - 1])] : [])
    }
    let menu = Menu(
      name: "tea", dishes: [Dish(name: try Name("Hash"), steps: steps)],
      kitchen: Kitchen(cooks: .count(1)))
    let plan = try #require(LiveEvening.plan(menu))
    var evening = LiveEvening(plan)
    let fry = StepReference(dish: 0, step: 1)
    for (minutes, total) in [(5, 30), (3, 33)] {
      let told = evening.replans
      try await evening.say(.extend(fry, by: .minutes(minutes)))
      #expect(evening.machine.forecast.makespan == .minutes(total))
      #expect(evening.replans == told + 1)
    }
    try await evening.say(.undo)
    #expect(
      evening.machine.lastOutcome
        == .undone(.retimed(fry, by: .minutes(3), takes: .minutes(15))))
    #expect(evening.machine.forecast.makespan == .minutes(30))
  }
}

extension Plan {
  /// The steps in listed order.
  fileprivate var inOrder: [PlannedStep] { steps.sorted { $0.reference < $1.reference } }
}
