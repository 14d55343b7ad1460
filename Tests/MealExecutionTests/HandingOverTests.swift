import KitchenModel
import MealExecution
import Testing

/// Work that several do, of which one hands over their part.
struct HandingOverTests {
  @Test func `only who takes over is named`() throws {
    let carry = StepReference(dish: 0, step: 0)
    let menu = Menu(
      name: "turkey",
      dishes: [
        Dish(
          name: try Name("Turkey"),
          steps: [
            Step(
              id: "carry", title: "Carry", Way(.blocking, Estimate(.minutes(5)), cooks: 2))
          ])
      ], kitchen: Kitchen(cooks: .named(["Ana", "Ben", "Cem"])))
    let plan = Plan(
      menu: menu, status: .feasible, objective: .hot, anchor: nil, makespan: .minutes(5),
      lowerBound: .zero, stalenessLowerBound: nil, sequential: .minutes(5), inOrder: nil,
      steps: [
        PlannedStep(carry, kind: .blocking, start: .zero, end: .minutes(5), cooks: [0, 2])
      ])
    var machine = RunStateMachine(
      plan: plan,
      settings: .init(
        policy: .static, ending: .cook,
        timeline: RunTimeline(startedAt: Instant(epochSeconds: 0))))
    _ = machine.start()
    let said = try machine.handle(.hand(carry, to: 1)).compactMap { action -> String? in
      guard case .record(let entry) = action, entry.event.kind == .stepHanded else { return nil }
      return entry.event.text
    }
    #expect(said == ["Carry (Turkey): Ben takes over."])
  }
}
