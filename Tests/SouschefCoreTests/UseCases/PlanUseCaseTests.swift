import KitchenModel
import SouschefCore
import Testing

/// Stored plans: saved, listed, shown, removed.
@Suite struct PlanUseCaseTests {
  private let kitchen: Workspace

  init() throws {
    kitchen = try Workspace.inMemory()
    try kitchen.add("Tea", waiting: 5)
  }

  @Test func `a plan that was saved is shown as it was made`() throws {
    let request = PlanningRequest(names: ["Tea"], source: .database)
    let made = try PlanMeal(request: request).perform(in: kitchen).value
    guard case .plan(let plan) = made.outcome else {
      Issue.record("tea can be made")
      return
    }
    let id = try SavePlan(plan).perform(in: kitchen).value
    #expect(try ListPlans().perform(in: kitchen).value.map(\.id) == [id])
    #expect(try ShowPlan(id: id).perform(in: kitchen).value == plan)
    _ = try RemovePlan(id: id).perform(in: kitchen)
    #expect(throws: Diagnostic(.noPlan(id))) { try ShowPlan(id: id).perform(in: kitchen) }
  }

  @Test func `food that waits because its cook is away says so`() throws {
    for (name, lines) in [
      ("Steak", ["fry 20m @burner", "plate 2m"]), ("Chips", ["cut 10m", "bake 30m @oven"]),
    ] {
      var changes = DishChanges()
      changes.steps = try lines.map { try ReadStep(reading: $0) }
      _ = try AddDish(name: name, changes: changes).perform(in: kitchen)
    }
    let away = Absence(
      cook: "Ana", from: try ClockTime(parsing: "18:00"), to: try ClockTime(parsing: "18:30"))
    _ = try SetKitchen(changes: KitchenChanges(cooks: .named(["Ana"]), away: [away]))
      .perform(in: kitchen)
    var request = PlanningRequest(names: ["Steak", "Chips"])
    request.anchor = .serve(kitchen.now + .minutes(6 * 60 + 45))
    guard case .plan(let plan) = try PlanMeal(request: request).perform(in: kitchen).value.outcome
    else {
      Issue.record("it can be made")
      return
    }
    let reason = "as Ana is away from 18:00 to 18:30."
    #expect(plan.why.contains("Waiting to be served: Chips 15 min, \(reason)"))
    #expect(plan.why.contains("Standing: Steak 43 min after Fry, \(reason)"))
  }

  @Test func `a name that the shell took apart is asked for in quotation marks`() throws {
    try kitchen.add("Roast beef", waiting: 60)
    let fault = Diagnostic(
      .usage, "\"roast\" alone does not name a meal or dish.",
      hints: [.advice(.quote("Roast beef"))])
    try kitchen.add("Roast duck", waiting: 60)
    #expect(throws: fault) {
      try PlanMeal(request: PlanningRequest(names: ["Tea", "roast", "beef"])).perform(in: kitchen)
    }
  }

  @Test func `equipment that the stored kitchen lacks can be added`() throws {
    var changes = DishChanges()
    changes.steps = [try ReadStep(reading: "bake 30m @tandoor")]
    _ = try AddDish(name: "Naan", changes: changes).perform(in: kitchen)
    let fault = try #require(throws: Diagnostic.self) {
      try PlanMeal(request: PlanningRequest(names: ["Naan"])).perform(in: kitchen)
    }
    #expect(fault.hints == [.advice(.addEquipment(["tandoor"]))])
  }

  @Test func `a meal is planned for so many, by what each dish serves`() throws {
    for (name, servings) in [("Soup", 4), ("Bread", nil)] {
      var changes = DishChanges()
      changes.waiting = Estimate(.minutes(5))
      changes.servings = servings.map { .people($0) }
      _ = try AddDish(name: name, changes: changes).perform(in: kitchen)
    }
    var request = PlanningRequest(names: ["Soup", "Bread", "Tea:3"])
    request.servings = 10
    let made = try PlanMeal(request: request).perform(in: kitchen)
    guard case .plan(let plan) = made.value.outcome else {
      Issue.record("it can be made")
      return
    }
    #expect(plan.menu.dishes.map { $0.scale?.fraction.text } == ["5/2", nil, "3"])
    #expect(
      made.remarks.map(\.message).contains {
        $0.hasPrefix("Bread and Tea do not say how many they serve")
      })
    let same = try PlanMeal(request: request.with(names: ["Soup"], servings: 4))
      .perform(in: kitchen)
    guard case .plan(let plan) = same.value.outcome else { return }
    #expect(plan.menu.dishes.map(\.scale) == [nil])
    #expect(same.remarks.isEmpty)
  }

  @Test(arguments: [0, 101])
  func `a number of cooks that cannot be is refused with its range`(count: Int) {
    #expect(
      throws: Diagnostic(
        .usage, "must be 1 to 100 (got \(count)).", about: .cooks,
        hints: ["For example: 2 for two cooks."])
    ) {
      var words = PlanningWords()
      words.cooks = count
      _ = try words.request(for: ["Tea"], in: kitchen)
    }
  }

  @Test func `who is away is not called free`() throws {
    let kitchenChanges = KitchenChanges(
      cooks: .named(["Ana", "Ben"]),
      away: [
        Absence(
          cook: "Ben", from: try ClockTime(parsing: "12:10"), to: try ClockTime(parsing: "12:20"))
      ])
    _ = try SetKitchen(changes: kitchenChanges).perform(in: kitchen)
    try kitchen.add("Stew", waiting: 30)
    let made = try PlanMeal(request: PlanningRequest(names: ["Stew"])).perform(in: kitchen)
    guard case .plan(let plan) = made.value.outcome else {
      Issue.record("it can be made")
      return
    }
    #expect(plan.why.contains("Ana: 30 min free at 12:00."))
    #expect(plan.why.contains("Ben: 10 min free at 12:00 and 10 min at 12:20."))
  }

  @Test func `a dish that is not there cannot be planned`() throws {
    let request = PlanningRequest(names: ["Cake"], source: .database)
    #expect(throws: Diagnostic(.noSuch(.mealOrDish, "Cake", nearest: nil, isEmpty: false))) {
      try PlanMeal(request: request).perform(in: kitchen)
    }
  }

  @Test func `who stops a search before it has a plan is not told of a limit`() throws {
    for name in ["Pie", "Stew", "Soup", "Cake", "Roast"] { try kitchen.add(name, waiting: 20) }
    let request = PlanningRequest(
      names: ["Pie", "Stew", "Soup", "Cake", "Roast"], source: .database)
    #expect(throws: Diagnostic(.stopped, "Stopped before a plan was found.")) {
      try PlanMeal(request: request).perform(in: kitchen, isCancelled: { true })
    }
  }
}

extension PlanningRequest {
  /// The same request for other names and so many.
  fileprivate func with(names: [String], servings: Int) -> PlanningRequest {
    var request = self
    (request.names, request.servings) = (names, servings)
    return request
  }
}
