package import Foundation
package import KitchenModel

/// Checks a plan against the rules of the kitchen, in the words of the kitchen: it shares no code
/// with the planner.
package struct PlanChecker {
  let plan: Plan
  let kitchen: Kitchen
  private let byReference: [StepReference: PlannedStep]
  private let report = Report()

  /// What has been found, shared by the checks.
  private final class Report {
    var faults: [String] = []
  }

  /// The rules that a plan breaks; none for a right one.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - reference: The instant that bare clock times are nearest to.
  ///   - timeZone: The zone of clock times.
  package static func faults(
    of plan: Plan, reference: Instant? = nil, in timeZone: TimeZone = .gmt
  ) -> [String] {
    let checker = PlanChecker(plan)
    checker.checkSteps()
    guard checker.report.faults.isEmpty else { return checker.report.faults }
    checker.checkServing()
    checker.checkStanding()
    checker.checkDistances()
    checker.checkCooks()
    checker.checkSwitchPoints()
    checker.checkEquipment()
    checker.checkTemperatures()
    checker.checkPreheats()
    if let start = plan.startAt {
      checker.checkClock(start: start, reference: reference ?? start, timeZone)
    }
    return checker.report.faults
  }

  private init(_ plan: Plan) {
    self.plan = plan
    kitchen = plan.menu.kitchen
    byReference = Dictionary(plan.steps.map { ($0.reference, $0) }) { first, _ in first }
  }

  func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { report.faults.append(message()) }
  }

  func name(_ step: PlannedStep) -> String {
    "\(plan.menu.dishes[step.reference.dish].label)/\(plan.menu[step.reference].id)"
  }

  func way(_ step: PlannedStep) -> Way { plan.menu[step.reference].ways[step.option] }

  func overlap(_ a: PlannedStep, _ b: PlannedStep) -> Bool {
    a.start < b.end && b.start < a.end
  }

  func same(_ a: String, _ b: String) -> Bool {
    a.lowercased() == b.lowercased()
  }

  private func checkSteps() {
    expect(plan.steps.count == byReference.count, "a step comes twice")
    expect(Set(plan.menu.stepReferences) == Set(byReference.keys), "a step is missing")
    for step in plan.steps {
      let ways = plan.menu[step.reference].ways
      guard ways.indices.contains(step.option) else {
        report.faults.append("\(name(step)) has no option \(step.option)")
        continue
      }
      let way = ways[step.option]
      expect(step.kind == way.kind, "\(name(step)) is of the wrong kind")
      expect(step.end - step.start == way.duration.likely, "\(name(step)) has the wrong length")
      expect(step.start >= .zero, "\(name(step)) starts before the plan")
      expect(step.slack >= .zero, "\(name(step)) has a negative slack")
    }
    let order = plan.steps.map { ($0.start.count, $0.reference.dish, $0.reference.step) }
    expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 }, "the steps are out of order")
  }

  private func checkServing() {
    var hold = 0
    for (index, serving) in plan.menu.dishes.enumerated() {
      let end = plan.steps.filter { $0.reference.dish == index }.map(\.end.count).max() ?? 0
      let wait = plan.makespan.count + serving.dish.serveOffset.count - end
      expect(wait >= 0, "\(serving.label) is late")
      if let most = serving.dish.holdMaximum {
        expect(wait <= most.count, "\(serving.label) waits too long")
      }
      if serving.dish.serve == .hot { hold += wait }
    }
    expect(plan.makespan >= .zero, "serving is before the start")
    expect(plan.hold.count == hold, "the hold is \(hold), not \(plan.hold.count)")
    expect(plan.lowerBound <= plan.makespan, "the bound is beyond the makespan")
    let total = plan.steps.reduce(0) { $0 + way($1).duration.likely.count }
    expect(plan.sequential.count == total, "one at a time takes \(total)")
    if plan.status == .optimal {
      expect(plan.lowerBound == plan.makespan, "optimal, but the makespan is not proved")
      if plan.objective == .hot {
        expect(
          plan.stalenessLowerBound == plan.staleness, "optimal, but the staleness is not proved")
      }
    }
  }

  private func checkDistances() {
    for step in plan.steps {
      for dependency in plan.menu[step.reference].after {
        let label = dependency.dish ?? plan.menu.dishes[step.reference.dish].dish.name.text
        let isOwn = same(label, plan.menu.dishes[step.reference.dish].dish.name.text)
        let dish =
          isOwn
          ? step.reference.dish : plan.menu.dishes.firstIndex { same($0.label, label) } ?? -1
        let other = plan.steps.first {
          $0.reference.dish == dish && same(plan.menu[$0.reference].id, dependency.step)
        }
        guard let other else {
          report.faults.append("\(name(step)) follows a step that is not there")
          continue
        }
        let distance = step.start - (dependency.from == .end ? other.end : other.start)
        if let minimum = dependency.minimum {
          expect(distance >= minimum, "\(name(step)) is too soon after \(name(other))")
        }
        if let maximum = dependency.maximum {
          expect(distance <= maximum, "\(name(step)) is too late after \(name(other))")
        }
      }
    }
  }
}
