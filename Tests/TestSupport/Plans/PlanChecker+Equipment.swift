import KitchenModel

extension PlanChecker {
  func checkEquipment() {
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

  func checkTemperatures() {
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

  func checkPreheats() {
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
            expect(false, "\(name(step)) has no preheat")
            continue
          }
          expect(
            Self.meet(last.temperature, own),
            "\(name(step)) finds the \(sort.name) at \(last.temperature)")
        }
      }
    }
  }
}
