import Foundation
import KitchenModel
import KitchenStore
import Testing

/// Plans as they are kept.
struct PlanDecodingTests {
  private static func plan(bound: Seconds?) throws -> Plan {
    let dish = Dish(
      name: try Name("Tea"),
      steps: [Step(id: "brew", title: "Brew", Way(.waiting, Estimate(.minutes(4))))])
    return Plan(
      menu: Menu(name: "Tea", dishes: [dish], kitchen: .standard), status: .optimal,
      objective: .hot, anchor: nil, makespan: .minutes(5), lowerBound: .minutes(5),
      stalenessLowerBound: bound, sequential: .minutes(4), inOrder: nil,
      steps: [
        PlannedStep(
          StepReference(dish: 0, step: 0), kind: .waiting, start: .zero, end: .minutes(4))
      ])
  }

  @Test(arguments: [nil, Seconds(120)])
  func `a plan is read as it was written`(bound: Seconds?) throws {
    let plan = try Self.plan(bound: bound)
    #expect(try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan)) == plan)
  }

  @Test func `of a plan from before standing was counted, what was proved of its hold is`() throws {
    let plan = try Self.plan(bound: nil)
    let encoded = try JSONEncoder().encode(plan)
    var old = try #require(try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
    old["hold"] = 60
    old["holdLowerBound"] = 60
    let read = try JSONDecoder().decode(
      Plan.self, from: JSONSerialization.data(withJSONObject: old))
    #expect(read.stalenessLowerBound == Seconds(120))
    #expect(read.staleness == Seconds(120))
    #expect(read.steps == plan.steps)
  }
}
