import KitchenModel
import MealExecution
import Testing

/// A step that was left out and comes back.
struct UndoneSkipTests {
  private static let bake = StepReference(dish: 0, step: 1)

  @Test(arguments: [0, 1, 30, 90], [0, 1, 30, 90])
  func `it is to be done again, whatever was planned without it`(
    paused: Int, going: Int
  ) throws {
    let evening = try KeyedEvening()
    evening.pass(milliseconds: 1000)
    evening.say(.pause)
    evening.say(.skip(Self.bake))
    evening.pass(milliseconds: paused * 1000)
    evening.say(.resume)
    evening.pass(milliseconds: going * 1000)
    for _ in 0..<2 { evening.say(.undo) }
    #expect(evening.step(Self.bake).status == .pending)
    #expect(evening.restored.steps.map(\.status) == evening.machine.steps.map(\.status))
  }

  @Test func `what follows it is not to be done before it`() throws {
    let evening = try KeyedEvening()
    evening.pass(milliseconds: 70_000)
    evening.say(
      .answer(try #require(evening.machine.state.acts.first { $0.act.kind == .heat }).act))
    evening.say(.skip(StepReference(dish: 0, step: 0)))
    evening.pass(milliseconds: 60_000)
    #expect(evening.machine.state.acts.map(\.act).contains(.putIn(Self.bake)))
    evening.say(.undo)
    #expect(evening.machine.state.acts.map(\.act) == [.perform(StepReference(dish: 0, step: 0))])
    evening.say(.done())
    #expect(evening.machine.state.acts.map(\.act) == [.putIn(Self.bake)])
  }
}
