import Foundation
import KitchenModel
import Testing

@testable import MealPlanning

/// Why food waits.
struct WaitReasonsTests {
  /// Pasta that is boiled and drained; beef that is carved by the same hands; chips from the oven.
  private static func plan(_ times: [(dish: Int, step: Int, start: Int, end: Int)]) throws -> Plan {
    let dishes = [
      Dish(
        name: try Name("Pasta"),
        steps: [
          Step(
            id: "boil", title: "Boil",
            Way(.waiting, Estimate(.minutes(10)), uses: [.init("burner")])),
          Step(
            id: "drain", title: "Drain", Way(.blocking, Estimate(.minutes(2))),
            after: [Dependency("boil")]),
        ]),
      Dish(
        name: try Name("Beef"),
        steps: [Step(id: "carve", title: "Carve", Way(.blocking, Estimate(.minutes(6))))]),
      Dish(
        name: try Name("Chips"),
        steps: [
          Step(
            id: "bake", title: "Bake", Way(.waiting, Estimate(.minutes(5)), uses: [.init("oven")]))
        ]),
      Dish(
        name: try Name("Pie"),
        steps: [
          Step(
            id: "bake", title: "Crisp", Way(.waiting, Estimate(.minutes(5)), uses: [.init("oven")])
          )
        ]),
    ]
    let menu = Menu(name: "dinner", dishes: dishes, kitchen: .standard)
    let steps = times.map { time in
      let reference = StepReference(dish: time.dish, step: time.step)
      let way = menu[reference].ways[0]
      return PlannedStep(
        reference, kind: way.kind, start: .minutes(time.start), end: .minutes(time.end),
        cooks: way.kind == .blocking ? [0] : [],
        uses: way.uses.map { PlannedUse($0.equipment, unit: 1, units: 1) })
    }
    let end = steps.map(\.end).max() ?? .zero
    return Plan(
      menu: menu, status: .optimal, objective: .hot, anchor: nil, makespan: end, lowerBound: end,
      stalenessLowerBound: nil, sequential: end, inOrder: nil, steps: steps)
  }

  private static func sentences(_ times: (dish: Int, step: Int, start: Int, end: Int)...) throws
    -> [String]
  {
    let plan = try plan(times)
    return WaitReasons(plan, StepNaming(plan.menu), MomentNaming(plan, .gmt)).sentences
  }

  @Test func `what stands waits for the hands that something else has`() throws {
    #expect(
      try Self.sentences((0, 0, 0, 10), (1, 0, 10, 16), (0, 1, 16, 18)) == [
        "Standing: Pasta 6 min after Boil, as Carve (Beef) has the cook's hands until 0:16.",
        "Waiting to be served: Beef 2 min, as Drain (Pasta) needs the cook's hands from 0:16.",
      ])
  }

  @Test func `what waits to be served made room for something else`() throws {
    #expect(
      try Self.sentences((2, 0, 0, 5), (3, 0, 5, 10)) == [
        "Waiting to be served: Chips 5 min, as Crisp (Pie) needs the oven from 0:05."
      ])
  }

  @Test func `nothing is said where nothing waits, or nothing is known of why`() throws {
    #expect(try Self.sentences((0, 0, 0, 10), (0, 1, 10, 12)) == [])
    #expect(try Self.sentences((0, 0, 0, 10), (0, 1, 14, 16)) == [])
  }
}
