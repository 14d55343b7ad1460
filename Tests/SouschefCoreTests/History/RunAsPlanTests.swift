import KitchenModel
import TestSupport
import Testing

@testable import SouschefCore

@Suite struct RunAsPlanTests {
  private let planned: Plan

  init() throws { planned = try PlanFixtures.lunch() }

  /// Lunch as it was cooked: the given minutes for the steps that were started.
  private func run(_ times: [(start: Int, end: Int?)?]) -> Run {
    Run(
      id: 4, meal: "lunch", planID: 2, status: .finished, mode: .live, speedThousandths: 1000,
      policy: .replan, startedAt: Instant(epochSeconds: 1_795_360_800), planned: .minutes(10),
      replans: 0,
      steps: zip(planned.steps, times).map { step, time in
        var done = RunStep(
          reference: step.reference, dish: planned.menu.dishes[step.reference.dish].label,
          step: planned.menu[step.reference].id, kind: step.kind, plannedStart: step.start,
          plannedEnd: step.end, cooks: step.cooks.map { planned.menu.kitchen.cooks.names[$0] })
        done.actualStart = time.map { .minutes($0.start) }
        done.actualEnd = time?.end.map { .minutes($0) }
        return done
      })
  }

  @Test func `what happened takes the place of what was planned`() {
    let plan = Plan(run([(0, 12), (9, 13), (10, 11)]), planned: planned)
    #expect(plan.steps.map(\.start) == [.zero, .minutes(9), .minutes(10)])
    #expect(plan.steps.map(\.end) == [.minutes(12), .minutes(13), .minutes(11)])
    #expect(plan.makespan == .minutes(13))
    #expect(plan.lowerBound == .minutes(13))
    #expect(plan.sequential == .minutes(17))
    #expect(plan.inOrder == nil)
    #expect(plan.anchor == .start)
    #expect(plan.startAt == Instant(epochSeconds: 1_795_360_800))
    #expect(plan.serveAt == Instant(epochSeconds: 1_795_360_800) + .minutes(13))
    #expect(plan.why == [])
    #expect(plan.preheats == [])
  }

  @Test func `dishes that were done sooner held for the rest`() {
    let plan = Plan(run([(0, 12), (9, 13), (10, 11)]), planned: planned)
    #expect(plan.hold == .minutes(1 + 0 + 2))
    #expect(plan.steps.map(\.slack) == [.minutes(1), .zero, .minutes(2)])
  }

  @Test func `a step that was never begun is left out, and one under way ends when it should`() {
    let plan = Plan(run([(2, nil), nil, (1, 2)]), planned: planned)
    #expect(plan.steps.map(\.reference.dish) == [2, 0])
    #expect(plan.steps.map(\.end) == [.minutes(2), .minutes(12)])
    #expect(plan.makespan == .minutes(12))
  }

  @Test func `who did a step, and with what, is as it was`() {
    let plan = Plan(run([(0, 10), (7, 10), (8, 10)]), planned: planned)
    #expect(plan.steps.map(\.cooks) == [[], [], [0]])
    #expect(plan.steps.map(\.uses) == planned.steps.map(\.uses))
  }

  @Test func `a meal of courses is served when its plan says, not one offset later`() {
    var planned = planned
    planned.menu.dishes[2].dish.serveOffset = .minutes(5)
    let plan = Plan(run([(0, 10), (7, 10), (8, 15)]), planned: planned)
    // The third dish was ready for its course, five minutes after the others.
    #expect(plan.makespan == .minutes(10))
    #expect(plan.hold == .zero)
    #expect(plan.steps.map(\.slack).reduce(.zero, +) == .zero)
  }
}
