import Foundation
import KitchenModel
import Testing

@testable import MealPlanning

@Suite struct CriticalChainTests {
  @Test func `a chain follows what each step waited for`() throws {
    let dish = Dish(
      name: try Name("Roast"),
      steps: [
        Step(id: "season", title: "Season", Way(.blocking, Estimate(.minutes(5)))),
        Step(
          id: "roast", title: "Roast", Way(.waiting, Estimate(.minutes(60))),
          after: [Dependency("season")]),
        Step(
          id: "carve", title: "Carve", Way(.blocking, Estimate(.minutes(10))),
          after: [Dependency("roast")]),
      ])
    let menu = Menu(name: "dinner", dishes: [dish], kitchen: Kitchen())
    let outcome = MealPlanner(stopwatch: { 0 }).plan(
      PlanRequest(menu: menu, now: Instant(epochSeconds: 0)))
    guard case .plan(let plan) = outcome else {
      Issue.record("there is a plan: \(outcome)")
      return
    }
    #expect(plan.makespan == .minutes(75))
    #expect(plan.status == .optimal)
    #expect(CriticalChain(plan).steps?.map(\.reference.step) == [0, 1, 2])
    #expect(
      plan.why.first
        == "Season, Roast and Carve take 1 h 15; nothing can be served sooner.")
  }
}
