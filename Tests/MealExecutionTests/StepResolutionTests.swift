import KitchenModel
import MealExecution
import MealPlanning
import TestSupport
import Testing

/// Planner, executor and checker mean the same step by an `after`.
struct StepResolutionTests {
  private func dish(_ name: String, _ steps: Step...) throws -> Dish {
    Dish(name: try Name(name), steps: steps)
  }

  private func plan(_ menu: Menu) throws -> Plan {
    let request = PlanRequest(menu: menu, now: Instant(epochSeconds: 0))
    guard case .plan(let plan) = MealPlanner(stopwatch: { 0 }).plan(request) else {
      throw NoPlan()
    }
    return plan
  }

  private struct NoPlan: Error {}

  /// When each step really started and ended in a run that keeps the plan's order.
  private func cooked(
    _ plan: Plan, _ truth: [StepReference: Seconds]
  ) -> [StepReference: (start: Seconds, end: Seconds)] {
    var run = MachineTimeline(plan, .static, .timer(TrueDurations(truth)))
    run.start()
    run.runToEnd()
    return Dictionary(
      run.machine.steps.map { ($0.reference, ($0.start ?? .zero, $0.end ?? .zero)) }
    ) { first, _ in first }
  }

  @Test func `a dish that comes again waits for its own step, named with the dish or without`()
    throws
  {
    let pizza = try dish(
      "Pizza", Step(id: "dough", title: "Dough", Way(.waiting, Estimate(.minutes(10)))),
      Step(
        id: "bake", title: "Bake", Way(.waiting, Estimate(.minutes(5))),
        after: [Dependency(dish: "Pizza", "dough")]))
    let kitchen = Kitchen(cooks: .count(1), equipment: [])
    let plan = try plan(Menu(name: "pizzas", dishes: [pizza, pizza], kitchen: kitchen))
    let (dough, bake) = (StepReference(dish: 1, step: 0), StepReference(dish: 1, step: 1))
    let times = cooked(plan, [dough: .minutes(30)])
    #expect(times[bake]?.start == .minutes(30))
    #expect(times[StepReference(dish: 0, step: 1)]?.start == .minutes(10))
  }

  @Test func `a step is found whatever the case of its identifier`() throws {
    let sauce = try dish(
      "Sauce", Step(id: "simmer", title: "Simmer", Way(.waiting, Estimate(.minutes(10)))))
    let pasta = try dish(
      "Pasta",
      Step(
        id: "mix", title: "Mix", Way(.blocking, Estimate(.minutes(1))),
        after: [Dependency(dish: "Sauce", "Simmer")]))
    let kitchen = Kitchen(cooks: .count(1), equipment: [])
    let plan = try plan(Menu(name: "supper", dishes: [sauce, pasta], kitchen: kitchen))
    let times = cooked(plan, [StepReference(dish: 0, step: 0): .minutes(25)])
    #expect(times[StepReference(dish: 1, step: 0)]?.start == .minutes(25))
  }

  @Test(arguments: 0..<200)
  func `planner, checker and executor agree on every after of a random menu`(seed: Int) throws {
    var random = RandomKitchen(seed: UInt64(seed))
    let menu = try Self.menu(&random)
    try #require(menu.findings.isEmpty, "seed \(seed): \(menu.findings)")
    let plan = try plan(menu)
    #expect(PlanChecker.faults(of: plan) == [], "seed \(seed)")
    let planned = Dictionary(
      plan.steps.map { ($0.reference, (start: $0.start, end: $0.end)) }
    ) { first, _ in first }
    for times in [planned, cooked(plan, random.truth(menu))] {
      for reference in menu.stepReferences {
        for dependency in menu[reference].after {
          let target = Self.meant(dependency, from: reference, in: menu)
          let (own, other) = (times[reference], target.flatMap { times[$0] })
          let (start, end) = (try #require(own).start, try #require(other).end)
          #expect(start >= end + (dependency.minimum ?? .zero), "seed \(seed): \(reference)")
        }
      }
    }
  }

  /// Dishes of which some come twice, with dependencies in three spellings, some across dishes.
  private static func menu(_ random: inout RandomKitchen) throws -> Menu {
    var dishes: [Dish] = []
    for number in 0..<random.number(in: 1...3) {
      let name = ["Pie", "Sauce", "Crème"][number]
      let steps = (0..<random.number(in: 2...3)).map { step -> Step in
        let kind: Way.Kind = random.number(in: 0...1) == 0 ? .blocking : .waiting
        var after: [Dependency] = []
        if step > 0 {
          let target = "étape \(random.number(in: 0...(step - 1)))"
          let own: String? = random.number(in: 0...1) == 0 ? nil : spelled(name, &random)
          after = [Dependency(dish: own, spelled(target, &random))]
        } else if number > 0, random.number(in: 0...1) == 0 {
          after = [
            Dependency(dish: spelled(dishes[0].name.text, &random), spelled("étape 0", &random))
          ]
        }
        return Step(
          id: "Étape \(step)", title: "Step \(step)",
          Way(kind, Estimate(Seconds(random.number(in: 1...20)))), after: after)
      }
      dishes.append(Dish(name: try Name(name), steps: steps))
    }
    for dish in dishes where random.number(in: 0...1) == 0 { dishes.append(dish) }
    return Menu(
      name: "random", dishes: dishes,
      kitchen: Kitchen(cooks: .count(random.number(in: 1...2)), equipment: []))
  }

  /// The same word in upper case, in decomposed form, or as it is.
  private static func spelled(_ text: String, _ random: inout RandomKitchen) -> String {
    switch random.number(in: 0...2) {
    case 0: text.uppercased()
    case 1: text.replacing("é", with: "e\u{301}").replacing("è", with: "e\u{300}")
    default: text
    }
  }

  /// The step that is meant, by the words of the contract and no code of the program.
  private static func meant(
    _ dependency: Dependency, from reference: StepReference, in menu: Menu
  ) -> StepReference? {
    func same(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }
    var dish = reference.dish
    if let name = dependency.dish, !same(name, menu.dishes[dish].dish.name.text) {
      guard let other = menu.dishes.firstIndex(where: { same($0.label, name) }) else { return nil }
      dish = other
    }
    let steps = menu.dishes[dish].dish.steps
    return steps.firstIndex { same($0.id, dependency.step) }
      .map { StepReference(dish: dish, step: $0) }
  }
}
