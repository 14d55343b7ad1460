package import Foundation
package import KitchenModel

/// Checks a plan against the rules of the kitchen, in the words of the kitchen: it shares no code
/// with the planner.
package struct PlanChecker {
  private let plan: Plan
  private let kitchen: Kitchen
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

  private func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { report.faults.append(message()) }
  }

  private func name(_ step: PlannedStep) -> String {
    "\(plan.menu.dishes[step.reference.dish].label)/\(plan.menu[step.reference].id)"
  }

  private func way(_ step: PlannedStep) -> Way { plan.menu[step.reference].ways[step.option] }

  private func overlap(_ a: PlannedStep, _ b: PlannedStep) -> Bool {
    a.start < b.end && b.start < a.end
  }

  private func same(_ a: String, _ b: String) -> Bool {
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
        expect(plan.holdLowerBound == plan.hold, "optimal, but the hold is not proved")
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

  private func checkCooks() {
    for step in plan.steps {
      let way = way(step)
      let needed = way.kind == .blocking && way.duration.likely > .zero ? way.cooks : 0
      expect(
        Set(step.cooks).count == needed && step.cooks.count == needed,
        "\(name(step)) has \(step.cooks.count) cooks")
      expect(
        step.cooks.allSatisfy { (0..<kitchen.cooks.count).contains($0) },
        "\(name(step)) has an unknown cook")
      if needed > 0, let cook = way.cook {
        expect(
          step.cooks.contains { same(kitchen.cooks.names[$0], cook) },
          "\(name(step)) is not done by \(cook)")
      }
      for other in plan.steps where other.reference > step.reference && overlap(step, other) {
        expect(
          Set(step.cooks).isDisjoint(with: other.cooks),
          "a cook does \(name(step)) and \(name(other)) at once")
      }
    }
  }

  /// Whether a cook is strictly inside a blocking step.
  private func isBusy(_ cook: Int, at moment: Seconds) -> Bool {
    plan.steps.contains { $0.cooks.contains(cook) && $0.start < moment && moment < $0.end }
  }

  private func checkSwitchPoints() {
    guard kitchen.away.isEmpty else { return }  // Together with the absences, below.
    for step in plan.steps where step.kind == .waiting && !way(step).startsItself {
      expect(
        (0..<kitchen.cooks.count).contains { !isBusy($0, at: step.start) },
        "nobody is at hand to start \(name(step))")
    }
  }

  private func checkEquipment() {
    for sort in kitchen.equipment {
      let users = plan.steps.filter { step in
        step.end > step.start && way(step).uses.contains { same($0.equipment, sort.name) }
      }
      let isHeated = plan.menu.stepReferences.contains { reference in
        plan.menu[reference].ways.contains { way in
          way.temperature != nil && way.uses.contains { same($0.equipment, sort.name) }
        }
      }
      let isTold = sort.slots > 1 || (sort.preheat > .zero && isHeated)
      for step in users {
        let needed = way(step).uses.first { same($0.equipment, sort.name) }?.units ?? 0
        let uses = step.uses.filter { same($0.equipment, sort.name) }
        expect(
          uses.reduce(0) { $0 + $1.units } == needed, "\(name(step)) holds too few \(sort.name)")
        expect(
          uses.allSatisfy { ($0.unit != nil) == isTold }, "\(name(step)) tells its \(sort.name)")
        expect(
          uses.compactMap(\.unit).allSatisfy { (1...sort.count).contains($0) },
          "\(name(step)) is in a \(sort.name) that is not there")
        if sort.slots > 1 { expect(uses.count == 1, "\(name(step)) is in two of \(sort.name)") }
      }
      for moment in users.map(\.start) {
        let held = users.filter { $0.start <= moment && moment < $0.end }.flatMap(\.uses)
          .filter { same($0.equipment, sort.name) }
        expect(
          held.reduce(0) { $0 + $1.units } <= sort.count * sort.slots, "too many on \(sort.name)")
        guard isTold else { continue }
        for unit in 1...sort.count {
          expect(
            held.filter { $0.unit == unit }.reduce(0) { $0 + $1.units } <= sort.slots,
            "\(sort.name) \(unit) is too full")
        }
      }
    }
  }

  /// The heated uses of an appliance that needs time to heat, by start.
  private func heatedUses(of sort: Equipment, _ unit: Int) -> [PlannedStep] {
    plan.steps.filter { step in
      way(step).temperature != nil && step.end > step.start
        && step.uses.contains { same($0.equipment, sort.name) && $0.unit == unit }
    }
  }

  private func checkTemperatures() {
    for sort in kitchen.equipment where sort.slots > 1 || sort.preheat > .zero {
      for unit in 1...sort.count {
        let uses = heatedUses(of: sort, unit)
        for step in uses {
          expect(step.start >= sort.preheat, "\(name(step)) starts in a cold \(sort.name)")
          guard let own = way(step).temperature else { continue }
          for other in uses where other.reference > step.reference {
            guard let its = way(other).temperature, !Self.meet(own, its) else { continue }
            let gap = max(other.start - step.end, step.start - other.end)
            expect(gap >= sort.preheat, "\(name(step)) and \(name(other)) clash in \(sort.name)")
          }
        }
      }
    }
  }

  /// Two temperatures in ninetieths of a degree Celsius, each as its ends.
  private static func meet(_ a: Temperature, _ b: Temperature) -> Bool {
    func ends(_ t: Temperature) -> (Int, Int) {
      let convert = { (tenths: Int) in t.scale == .celsius ? tenths * 9 : tenths * 5 - 1600 }
      let margin = t.lower == t.upper ? 360 : 0
      return (convert(t.lower) - margin, convert(t.upper) + margin)
    }
    let (one, two) = (ends(a), ends(b))
    return one.0 <= two.1 && two.0 <= one.1
  }

  private func checkPreheats() {
    for sort in kitchen.equipment where sort.preheat > .zero {
      for unit in 1...sort.count {
        let uses = heatedUses(of: sort, unit)
        let preheats = plan.preheats.filter { same($0.equipment, sort.name) && $0.unit == unit }
        expect(preheats.isEmpty == uses.isEmpty, "\(sort.name) \(unit) is heated for nothing")
        for preheat in preheats {
          expect(preheat.end - preheat.start == sort.preheat, "a preheat is too short")
          expect(preheat.start >= .zero, "a preheat is before the plan")
          expect(uses.contains { $0.start == preheat.end }, "a preheat is for no use")
        }
        for step in uses {
          let last = preheats.filter { $0.end <= step.start }.max { $0.end < $1.end }
          guard let last, let own = way(step).temperature else {
            report.faults.append("\(name(step)) has no preheat")
            continue
          }
          expect(
            Self.meet(last.temperature, own),
            "\(name(step)) finds the \(sort.name) at \(last.temperature)")
        }
      }
    }
  }

  private func checkClock(start: Instant, reference: Instant, _ zone: TimeZone) {
    let resolve = { (clock: ClockTime) in
      clock.nearest(to: reference, in: zone).seconds(since: start)
    }
    for step in plan.steps {
      let dish = plan.menu.dishes[step.reference.dish].dish
      for limit in [plan.menu[step.reference].notBefore, dish.notBefore].compactMap({ $0 }) {
        expect(step.start >= resolve(limit), "\(name(step)) starts before \(limit.text)")
      }
      for limit in [plan.menu[step.reference].notAfter, dish.notAfter].compactMap({ $0 }) {
        expect(step.end <= resolve(limit), "\(name(step)) ends after \(limit.text)")
      }
    }
    var windows: [(cook: Int, from: Seconds, to: Seconds)] = []
    for absence in kitchen.away {
      let cook = kitchen.cooks.names.firstIndex { same($0, absence.cook) } ?? -1
      let end = absence.to.nearest(to: reference, in: zone)
      // The stretch that ends then began within the day before.
      let day = (0..<96).map { end - .minutes(15 * $0) }
      let from =
        day.map { absence.from.nearest(to: $0, in: zone) }.filter { $0 < end }.max()
        ?? absence.from.nearest(to: end, in: zone)
      windows.append((cook, from.seconds(since: start), end.seconds(since: start)))
    }
    for window in windows {
      for step in plan.steps where step.cooks.contains(window.cook) {
        expect(
          step.end <= window.from || step.start >= window.to,
          "\(name(step)) is done by somebody who is away")
      }
    }
    for step in plan.steps where step.kind == .waiting && !way(step).startsItself {
      let isSomebody = (0..<kitchen.cooks.count).contains { cook in
        !isBusy(cook, at: step.start)
          && !windows.contains { $0.cook == cook && $0.from < step.start && step.start < $0.to }
      }
      expect(isSomebody, "nobody is there to start \(name(step))")
    }
    if let serveAt = plan.serveAt {
      expect(serveAt.seconds(since: start) == plan.makespan, "serving time and makespan differ")
    }
  }
}
