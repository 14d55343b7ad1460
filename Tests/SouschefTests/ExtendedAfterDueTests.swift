import KitchenModel
import MealExecution
import Testing

@testable import souschef

/// What is due to be taken out, and gets more time.
struct ExtendedAfterDueTests {
  private let baking = StepReference(dish: 0, step: 1)

  private func isDue(_ machine: RunStateMachine) -> Bool {
    machine.state.acts.contains { $0.act == .takeOut(baking) }
  }

  @Test func `once that is taken back it is due again, also after a restart`() throws {
    let evening = try KeyedEvening()
    evening.beginBaking()
    while !isDue(evening.machine), !evening.isOver { evening.pass(milliseconds: 2000) }
    evening.say(.extend(baking, by: .minutes(5)))
    evening.pass(milliseconds: 4000)
    evening.say(.undo)
    #expect(isDue(evening.machine))
    #expect(isDue(evening.restored))
  }

  @Test func `after a restart it is not to be taken out before that time is up`() throws {
    let evening = try KeyedEvening()
    evening.beginBaking()
    while !isDue(evening.machine), !evening.isOver { evening.pass(milliseconds: 2000) }
    #expect(isDue(evening.restored))
    evening.say(.extend(baking, by: .minutes(5)))
    #expect(!isDue(evening.machine))

    var restored = evening.restored
    #expect(!isDue(restored))
    #expect(
      restored.steps.first { $0.reference == baking }?.planned.end
        == evening.step(baking).planned.end)

    evening.pass(milliseconds: 5 * 60 * 1000 + 2000)
    #expect(isDue(evening.machine))
    #expect(isDue(evening.restored))
    _ = restored.start(at: Seconds(evening.now))
    #expect(isDue(restored))
  }
}
