import Foundation
import KitchenModel
import Testing

@testable import MealPlanning
import Rendering

@Suite struct ReplanTests {
  private let planner = MealPlanner(stopwatch: { 0 })
  private let evening = Instant(epochSeconds: 64_800)

  private func step(
    _ id: String, _ kind: Way.Kind, _ minutes: Int, after: [Dependency] = []
  ) -> Step {
    Step(id: id, title: id, Way(kind, Estimate(.minutes(minutes))), after: after)
  }

  private func plan(_ menu: Menu, _ anchor: TimeAsked = .none) throws -> Plan {
    let request = PlanRequest(menu: menu, anchor: anchor, now: evening)
    guard case .plan(let plan) = planner.plan(request) else { throw NoPlan() }
    return plan
  }

  private struct NoPlan: Error {}

  /// What is left of a plan at `elapsed`, where everything that has started ends as `ends` says.
  private func request(
    after plan: Plan, at elapsed: Int, ends: [StepReference: Int] = [:],
    anchor: TimeAsked = .none
  ) -> PlanRequest {
    var progress: [StepReference: BegunStep] = [:]
    for step in plan.steps where step.start < .minutes(elapsed) {
      progress[step.reference] = BegunStep(
        option: step.option, start: step.start,
        end: ends[step.reference].map { .minutes($0) } ?? step.end, cooks: step.cooks,
        uses: step.uses)
    }
    return PlanRequest(
      menu: plan.menu, anchor: anchor, now: evening, progress: progress,
      elapsed: .minutes(elapsed), current: plan)
  }

  private func soup(restAtMost minutes: Int? = nil, hold: Int? = nil) throws -> Menu {
    let soup = Dish(
      name: try Name("Soup"),
      steps: [
        step("chop", .blocking, 10),
        step("simmer", .waiting, 20, after: [Dependency("chop")]),
        step(
          "blend", .blocking, 5,
          after: [Dependency("simmer", maximum: minutes.map { .minutes($0) })]),
      ], holdMaximum: hold.map { .minutes($0) })
    let salad = Dish(name: try Name("Salad"), steps: [step("wash", .blocking, 20)])
    return Menu(name: "supper", dishes: [soup, salad], kitchen: Kitchen())
  }

  @Test func `what runs late moves what comes after`() throws {
    let plan = try plan(soup())
    #expect(plan.makespan == .minutes(35))
    let simmer = StepReference(dish: 0, step: 1)
    let outcome = try #require(
      planner.replan(request(after: plan, at: 30, ends: [simmer: 40])))
    #expect(outcome.broken.isEmpty)
    #expect(outcome.plan.makespan == .minutes(45))
    #expect(outcome.plan.steps.first { $0.reference == simmer }?.end == .minutes(40))
  }

  @Test func `a distance that can no longer be kept is broken by the least there is`() throws {
    let menu = try soup(restAtMost: 2)
    let plan = try plan(menu)
    let chop = StepReference(dish: 0, step: 0)
    // The simmering ends at 30, and washing the salad, begun at 10, goes on until 36.
    let wash = StepReference(dish: 1, step: 0)
    let simmer = StepReference(dish: 0, step: 1)
    var late = request(after: plan, at: 29, ends: [wash: 36])
    #expect(Set(late.progress.keys) == [chop, wash, simmer])
    late.elapsed = .minutes(31)
    let outcome = try #require(planner.replan(late))
    #expect(outcome.plan.makespan == .minutes(41))
    #expect(
      outcome.broken.map { BrokenLimitText.sentence($0, in: outcome.plan.menu) } == [
        "blend (Soup) starts 4 min later after simmer (Soup) than it should."
      ])
  }

  @Test func `a dish that waits too long is served all the same`() throws {
    let plan = try plan(soup(hold: 3))
    let wash = StepReference(dish: 1, step: 0)
    var late = request(after: plan, at: 34, ends: [wash: 50])
    // The blending came first, and the salad, begun out of turn, takes until 50.
    late.progress[wash] = BegunStep(
      option: 0, start: .minutes(35), end: .minutes(50), cooks: [0])
    late.progress[StepReference(dish: 0, step: 2)] = BegunStep(
      option: 0, start: .minutes(30), end: .minutes(35), cooks: [0])
    late.elapsed = .minutes(36)
    let outcome = try #require(planner.replan(late))
    #expect(outcome.plan.makespan == .minutes(50))
    #expect(
      outcome.broken.map { BrokenLimitText.sentence($0, in: outcome.plan.menu) } == [
        "Soup waits 15 min to be served, 12 min longer than it should."
      ])
  }

  @Test func `nothing is served before the time asked for`() throws {
    let serving = evening + .minutes(60)
    let plan = try plan(soup(), .serve(serving))
    #expect(plan.makespan == .minutes(35))
    let simmer = StepReference(dish: 0, step: 1)
    let early = request(
      after: plan, at: 25, ends: [simmer: 25], anchor: .serve(serving))
    let outcome = try #require(planner.replan(early))
    #expect(outcome.plan.makespan == .minutes(35))
    #expect(outcome.plan.serveAt == serving)
    #expect(outcome.plan.anchor == .serve)
    #expect(outcome.plan.hold == .minutes(5))
  }

  @Test func `steps begun out of turn never leave the meal without a plan`() throws {
    let plan = try plan(soup(restAtMost: 0))
    let blend = StepReference(dish: 0, step: 2)
    let wash = StepReference(dish: 1, step: 0)
    var odd = request(after: plan, at: 1)
    // The one cook does two things at once, one of them before its time.
    for reference in [blend, wash] {
      odd.progress[reference] = BegunStep(
        option: 0, start: .zero, end: .minutes(30), cooks: [0])
    }
    let outcome = try #require(planner.replan(odd))
    #expect(outcome.plan.steps.count == 4)
    #expect(
      outcome.broken.map { BrokenLimitText.sentence($0, in: outcome.plan.menu) } == [
        "blend (Soup) does not wait for simmer (Soup) as it should."
      ])
  }

  @Test func `a request without a meal in progress is none`() throws {
    let menu = try soup()
    #expect(planner.replan(PlanRequest(menu: menu, now: evening)) == nil)
  }
}
