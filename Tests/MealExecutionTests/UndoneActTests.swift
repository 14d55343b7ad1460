import KitchenModel
import MealExecution
import TestSupport
import Testing

/// What was due for a word that is taken back.
struct UndoneActTests {
  private func acts(_ run: MachineTimeline) -> [Act] { run.machine.state.actsByAge.map(\.act) }

  @Test func `what is to be heated only for a wrong press waits for its time again`() throws {
    var run = MachineTimeline(
      RunStateMachine(
        plan: try Supper.plan(), settings: .test(.replan, .cook, answering: .byCook)))
    run.replan = { situation, cause in
      guard case .endedOffPlan = cause else { return nil }
      var plan = situation.plan
      let sooner = Seconds.minutes(1)
      for place in plan.preheats.indices {
        plan.preheats[place].start = plan.preheats[place].start - sooner
        plan.preheats[place].end = plan.preheats[place].end - sooner
      }
      for place in plan.steps.indices where plan.steps[place].reference != Supper.peel {
        plan.steps[place].start = plan.steps[place].start - sooner
        plan.steps[place].end = plan.steps[place].end - sooner
      }
      plan.makespan = plan.makespan - sooner
      return plan
    }
    run.start()
    try run.say(.done(), at: 60)
    #expect(acts(run) == [ActTests.heat])
    try run.say(.undo, at: 62)
    #expect(acts(run) == [.perform(Supper.peel)])
    run.advance(to: 119)
    #expect(acts(run) == [.perform(Supper.peel)])
    run.advance(to: 120)
    #expect(acts(run) == [.perform(Supper.peel), ActTests.heat])
  }
}
