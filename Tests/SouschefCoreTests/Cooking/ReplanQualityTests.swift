import Foundation
import KitchenModel
import MealExecution
import MealPlanning
import TestSupport
import Testing

@testable import SouschefCore

/// How well meals go whose steps take up to 40 per cent more or less than was thought.
@Suite struct ReplanQualityTests {
  private static let meals = 20
  private let planner = MealPlanner(stopwatch: { 0 })

  /// A meal with a plan, what its steps really take, and when it is served by whoever knows that.
  private struct Meal {
    var plan: Plan
    var truth: [StepReference: Seconds]
    var best: Seconds
  }

  @Test func `planning again comes close to knowing everything, and beats keeping the plan`()
    async throws
  {
    var meals: [Meal] = []
    var seed = 0
    while meals.count < Self.meals {
      seed += 1
      if let meal = try meal(seed) { meals.append(meal) }
    }
    let replanned = try await served(meals, .replan)
    let best = meals.reduce(0) { $0 + $1.best.count }
    #expect(replanned * 100 <= best * 110)
    #expect(replanned < (try await served(meals, .static)))
    #expect(replanned < (try await served(meals, .inOrder)))
  }

  /// A random meal; nil where it cannot be cooked, as it was planned or as it is.
  private func meal(_ seed: Int) throws -> Meal? {
    var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
    var numbers = SeededNumbers(seed: seed)
    let menu = try menus.next()
    guard let plan = plan(menu) else { return nil }
    var actual = menu
    var truth: [StepReference: Seconds] = [:]
    for reference in menu.stepReferences where menu[reference].ways.count == 1 {
      let planned = menu[reference].ways[0].duration.likely.count
      let seconds = Seconds(planned * (60 + numbers.next(below: 81)) / 100)
      truth[reference] = seconds
      actual.retime(reference, to: seconds)
    }
    return self.plan(actual).map { Meal(plan: plan, truth: truth, best: $0.makespan) }
  }

  private func plan(_ menu: Menu) -> Plan? {
    let request = PlanRequest(menu: menu, now: Instant(epochSeconds: 0))
    guard case .plan(let plan) = planner.plan(request) else { return nil }
    return plan
  }

  /// The sum of the meals' serving times under a policy, in seconds; every run is checked.
  private func served(_ meals: [Meal], _ policy: Run.Policy) async throws -> Int {
    var sum = 0
    for (number, meal) in meals.enumerated() {
      let driver = RunDriver(
        machine: RunStateMachine(
          plan: meal.plan,
          settings: .init(
            policy: policy, ending: .timer(TrueDurations(meal.truth)),
            timeline: RunTimeline(startedAt: Instant(epochSeconds: 0)))),
        clock: SimulatedRunClock(), journal: CountingJournal(), announcer: SilentAnnouncer(),
        replanner: policy.replanner(for: .simulated, in: .gmt))
      #expect(try await driver.run() == .finished)
      let cooked = await driver.machine.forecast
      // A run tells when to heat and keeps no list of it.
      let faults = PlanChecker.faults(of: cooked.asCooked).filter { fault in
        !fault.hasSuffix("has no preheat") && !fault.hasSuffix("is heated for nothing")
      }
      #expect(faults == [], "meal \(number), \(policy)")
      sum += cooked.makespan.count
    }
    return sum
  }
}

extension Menu {
  /// Has a step take so long, whichever way it is done.
  fileprivate mutating func retime(_ reference: StepReference, to duration: Seconds) {
    for way in self[reference].ways.indices {
      dishes[reference.dish].dish.steps[reference.step].ways[way].duration = Estimate(duration)
    }
  }
}

extension Plan {
  /// What was cooked as a plan to be checked: with the true durations, and without the limits that
  /// surprises may break.
  fileprivate var asCooked: Plan {
    var plan = self
    plan.preheats = []
    plan.sequential = steps.reduce(.zero) { $0 + $1.duration }
    for step in steps { plan.menu.retime(step.reference, to: step.duration) }
    for dish in menu.dishes.indices {
      plan.menu.dishes[dish].dish.holdMaximum = nil
      for step in menu.dishes[dish].dish.steps.indices {
        for place in menu.dishes[dish].dish.steps[step].after.indices {
          plan.menu.dishes[dish].dish.steps[step].after[place].loosen()
        }
      }
    }
    return plan
  }
}

extension Dependency {
  /// Leaves out what nobody can promise: that it is not too late, or so long before an end that is
  /// not known yet.
  fileprivate mutating func loosen() {
    maximum = nil
    if let least = minimum, least < .zero { minimum = nil }
  }
}
