import Foundation
import KitchenModel
import MealExecution
import MealPlanning
import TestSupport
import Testing

@testable import SouschefCore

/// New plans in evenings in which one to three steps take another time than planned.
///
/// `SOUSCHEF_EVENINGS=200` cooks as many.
@Suite struct FreshReplanTests {
  private static let evenings =
    ProcessInfo.processInfo.environment["SOUSCHEF_EVENINGS"].flatMap { Int($0) } ?? 24
  private let planner = MealPlanner(stopwatch: { 0 })

  @Test(arguments: 1...evenings)
  func `no new plan is staler than the old one pushed later`(seed: Int) async throws {
    try await expectFreshness(seed) { Self.surprises(in: $0, seed: seed) }
  }

  @Test(arguments: 1...evenings)
  func `none is where every step takes another time, and plans look ahead`(
    seed: Int
  ) async throws {
    try await expectFreshness(seed) { plan in
      var numbers = SeededNumbers(seed: seed)
      return Dictionary(
        uniqueKeysWithValues: plan.steps.map { step in
          (step.reference, Seconds(step.duration.count * (60 + numbers.next(below: 81)) / 100))
        })
    }
  }

  private func expectFreshness(
    _ seed: Int, _ surprises: (Plan) -> [StepReference: Seconds]
  ) async throws {
    var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
    guard let plan = plan(try menus.next()) else { return }
    let truth = surprises(plan)
    var old = plan
    for replacement in await replacements(of: plan, truth) {
      let pushed = old.pushed(toFit: replacement)
      let new = replacement.plan.servingFigures.staleness
      // What nobody could put on, or breaks distances by more, is nothing to measure a plan by.
      if pushed.isAttended, pushed.lateness <= replacement.plan.lateness {
        #expect(
          new <= pushed.servingFigures.staleness || replacement.plan.makespan < pushed.makespan,
          """
          seed \(seed), \(replacement.text)
          \(old.places)
          \(pushed.places) \(pushed.servingFigures.staleness) \(pushed.makespan)
          \(replacement.plan.places) \(new) \(replacement.plan.makespan) at \(replacement.elapsed)
          """)
      }
      let text = replacement.text.lowercased()
      #expect(text.contains("ready after \(replacement.forecast.spokenText)"), "seed \(seed)")
      old = replacement.plan
    }
  }

  @Test func `the plan as it was comes back when its cause is taken back`() async throws {
    for seed in 1...8 {
      var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
      guard let plan = plan(try menus.next()) else { continue }
      var run = Evening(plan, TrueDurations(), endedBy: .cook)
      let started = run.machine.start()
      await run.perform(started)
      let begun = run.machine.steps.map(\.start)
      guard let step = run.machine.steps.first(where: { $0.status == .running }) else { continue }
      let extended = try run.machine.handle(.extend(step.reference, by: .minutes(17)))
      await run.perform(extended)
      // What the new plan had begin at once is not undone.
      guard run.machine.steps.map(\.start) == begun else { continue }
      let undone = try run.machine.handle(.undo)
      await run.perform(undone)
      #expect(run.machine.plan.places == plan.places, "seed \(seed)")
    }
  }

  @Test func `a cook keeps their dishes when a step ends early`() async throws {
    func dish(_ name: String, _ minutes: [Int]) throws -> Dish {
      Dish(
        name: try Name(name),
        steps: minutes.enumerated().map { index, minutes in
          Step(
            id: "step-\(index)", title: "Step \(index)",
            Way(.blocking, Estimate(.minutes(minutes))),
            after: index > 0 ? [Dependency("step-\(index - 1)")] : [])
        })
    }
    let menu = Menu(
      name: "tea",
      dishes: [try dish("Pie", [9, 8, 7, 6]), try dish("Tart", [10, 9, 5, 6])],
      kitchen: Kitchen(cooks: .count(2)))
    let plan = try #require(self.plan(menu))
    let first = StepReference(dish: 0, step: 0)
    for minutes in [5, 7, 11, 14] {
      for replacement in await replacements(of: plan, [first: .minutes(minutes)]) {
        #expect(
          replacement.plan.steps.sorted { $0.reference < $1.reference }.map(\.cooks)
            == plan.steps.sorted { $0.reference < $1.reference }.map(\.cooks), "\(minutes) min")
      }
    }
  }

  // MARK: - Evenings

  private func plan(_ menu: Menu) -> Plan? {
    let request = PlanRequest(menu: menu, now: Instant(epochSeconds: 0))
    guard case .plan(let plan) = planner.plan(request) else { return nil }
    return plan
  }

  /// One to three steps that take up to 40 per cent more or less than planned.
  private static func surprises(in plan: Plan, seed: Int) -> [StepReference: Seconds] {
    var numbers = SeededNumbers(seed: seed)
    var truth: [StepReference: Seconds] = [:]
    for _ in 0..<1 + numbers.next(below: 3) {
      let step = plan.steps[numbers.next(below: plan.steps.count)]
      truth[step.reference] = Seconds(step.duration.count * (60 + numbers.next(below: 81)) / 100)
    }
    return truth
  }

  /// The plans that were followed one after the other, the first one left out.
  private func replacements(
    of plan: Plan, _ truth: [StepReference: Seconds]
  ) async -> [Evening.Replacement] {
    var run = Evening(plan, TrueDurations(truth), endedBy: .timer)
    var actions = run.machine.start()
    await run.perform(actions)
    while let next = run.next {
      actions = run.machine.advance(to: next)
      await run.perform(actions)
    }
    #expect(run.machine.status == .finished)
    return run.replacements
  }
}

/// A run that asks the planner for new plans.
private struct Evening {
  var machine: RunStateMachine
  var replacements: [Replacement] = []
  /// The next moment at which something happens; nil where the run is over.
  var next: Seconds?

  struct Replacement {
    var plan: Plan
    var elapsed: Seconds
    var text: String
    /// When dinner is, as far as could be foretold then.
    var forecast: Seconds
  }

  /// What ends steps.
  enum EndedBy { case cook, timer }

  init(_ plan: Plan, _ truth: TrueDurations, endedBy: EndedBy) {
    machine = RunStateMachine(
      plan: plan,
      settings: .init(
        policy: .replan, ending: endedBy == .timer ? .timer(truth) : .cook,
        timeline: RunTimeline(startedAt: Instant(epochSeconds: 0))))
  }

  mutating func perform(_ actions: [RunAction]) async {
    var actions = actions
    while true {
      for case .record(let entry) in actions {
        guard let plan = entry.plan else { continue }
        replacements.append(
          Replacement(
            plan: plan, elapsed: entry.event.elapsed, text: entry.event.text ?? "",
            forecast: machine.forecast.makespan))
      }
      switch actions.last {
      case .consult(let situation, let cause):
        let replanner = Run.Policy.replan.replanner(for: .simulated, in: .gmt)
        actions = machine.apply(await replanner?.plan(after: situation, cause: cause))
      case .wait(let moment):
        next = moment
        return
      default:
        next = nil
        return
      }
    }
  }
}

extension PlannedStep {
  /// When, how and by whom it is done.
  fileprivate var place: [Int] { [start.count, end.count, option] + cooks }
}

extension Plan {
  /// The steps in listed order, each with when, how and by whom it is done.
  fileprivate var places: [[Int]] {
    steps.sorted { $0.reference < $1.reference }.map(\.place)
  }

  /// By how much steps start later after another than their dish allows, added up.
  fileprivate var lateness: Seconds { steps.reduce(.zero) { $0 + lateness(of: $1) } }

  /// Whether somebody is at hand for each step that is put on.
  fileprivate var isAttended: Bool { steps.allSatisfy(isAttended) }

  private func lateness(of step: PlannedStep) -> Seconds {
    menu[step.reference].after.reduce(.zero) { sum, dependency in
      guard let maximum = dependency.maximum,
        let other = steps.first(where: {
          $0.reference.dish == step.reference.dish && menu[$0.reference].id == dependency.step
        })
      else { return sum }
      let latest = (dependency.from == .start ? other.start : other.end) + maximum
      return sum + max(.zero, step.start - latest)
    }
  }

  private func isAttended(_ step: PlannedStep) -> Bool {
    if step.kind == .blocking || menu[step.reference].ways[step.option].startsItself { return true }
    return (0..<menu.kitchen.cooks.count).contains { cook in
      !steps.contains {
        $0.kind == .blocking && $0.cooks.contains(cook) && $0.start < step.start
          && step.start < $0.end
      }
    }
  }

  /// This plan with what has begun by a replacement as it is there, and all the rest later by as much as
  /// something that it has to wait for is.
  fileprivate func pushed(toFit new: Evening.Replacement) -> Plan {
    var places: [StepReference: PlannedStep] = [:]
    for step in new.plan.steps { places[step.reference] = step }
    var plan = self
    var delay = Seconds.zero
    func isOpen(_ step: PlannedStep) -> Bool {
      (places[step.reference]?.start ?? .zero) >= new.elapsed && step.end > new.elapsed
    }
    for step in steps where !isOpen(step) {
      guard let actual = places[step.reference] else { continue }
      for other in steps where isOpen(other) && step.isAhead(of: other) {
        delay = max(delay, actual.end - step.end)
      }
    }
    for step in steps where isOpen(step) { delay = max(delay, new.elapsed - step.start) }
    plan.steps = steps.map { step in
      guard isOpen(step) else { return places[step.reference] ?? step }
      var step = step
      (step.start, step.end) = (step.start + delay, step.end + delay)
      return step
    }
    let figures = ServingFigures(
      menu,
      plan.steps.map { .init($0.reference, way: $0.option, start: $0.start, end: $0.end) })
    plan.makespan = figures.serving ?? makespan
    return plan
  }
}

extension PlannedStep {
  /// Whether another step may have to wait for this one: it comes later in the same dish, or takes a cook
  /// or equipment of this one's.
  fileprivate func isAhead(of other: PlannedStep) -> Bool {
    other.start >= end
      && (other.reference.dish == reference.dish || !Set(other.cooks).isDisjoint(with: cooks)
        || !Set(other.uses.map(\.equipment)).isDisjoint(with: uses.map(\.equipment)))
  }
}
