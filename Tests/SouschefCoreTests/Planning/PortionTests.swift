import KitchenModel
import SouschefCore
import Testing

/// How much of a dish is planned.
@Suite struct PortionTests {
  private let kitchen: Workspace

  init() throws {
    kitchen = try Workspace.inMemory()
    try kitchen.add("Tea", waiting: 5)
    var changes = DishChanges()
    changes.waiting = Estimate(.minutes(30))
    changes.servings = .people(4)
    _ = try AddDish(name: "Soup", changes: changes).perform(in: kitchen)
  }

  private struct NoPlan: Error {}

  private func plan(_ portions: [String: PlanningRequest.Portion]) throws -> Plan {
    var request = PlanningRequest(names: ["Soup", "Tea"], source: .database)
    for (name, portion) in portions { request.portions[try Name(name)] = portion }
    let outcome = try PlanMeal(request: request).perform(in: kitchen).value.outcome
    guard case .plan(let plan) = outcome else { throw NoPlan() }
    return plan
  }

  @Test func `a dish is made for so many`() throws {
    let dishes = try plan(["Soup": .people(6)]).menu.dishes
    #expect(dishes[0].dish.servings == 6)
    #expect(dishes[0].scale?.text == "1.5")
    #expect(dishes[1].scale == nil)
  }

  @Test func `a dish is made so many times`() throws {
    let scale = try #require(Scale("2"))
    let dishes = try plan(["Tea": .times(scale)]).menu.dishes
    #expect(dishes[1].scale?.text == "2")
  }

  @Test func `as many as the recipe serves is the recipe as it is`() throws {
    #expect(try plan(["Soup": .people(4)]).menu.dishes[0].scale == nil)
  }

  @Test func `a dish that does not say how many it serves is not made for so many`() throws {
    #expect(throws: Diagnostic.self) { try plan(["Tea": .people(6)]) }
    #expect(throws: Diagnostic.self) { try plan(["Soup": .people(0)]) }
  }
}
