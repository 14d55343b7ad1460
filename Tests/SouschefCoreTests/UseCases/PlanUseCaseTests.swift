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
