extension Plan {
  /// Why the plan makes no sense; nil where it does.
  ///
  /// A plan that was read back is checked like one from a stranger: its menu by itself, every place it
  /// names against its menu, and every time and number for its range. Whether it is a good plan, or one
  /// that no limit speaks against, is not looked at. O(n) in the menu.
  package var fault: String? {
    if let fault = faultOfRest { return fault }
    return steps.count < menu.stepReferences.count ? "it leaves out steps of its menu." : nil
  }

  /// The same of a plan that a run may have gone over to: that leaves out what was skipped or dropped
  /// before it began.
  package var faultOfRest: String? {
    if let finding = menu.findings.first { return finding.fault.message }
    return stepsFault ?? preheatsFault ?? numbersFault
  }

  /// No step but of the menu, none twice, each in a way that it has, by cooks and with equipment that
  /// there are.
  private var stepsFault: String? {
    var unplanned = Set(menu.stepReferences)
    for step in steps {
      let place = step.reference
      guard unplanned.remove(place) != nil else {
        return "it plans step \(place.step) of dish \(place.dish), which its menu does not have or "
          + "which comes twice."
      }
      let ways = menu[place].ways
      let name = menu[place].id.quoted
      guard ways.indices.contains(step.option) else {
        return "step \(name) is done in no way it has."
      }
      guard step.start >= .zero, step.start <= step.end, step.end <= .farthest, step.slack.isNear
      else { return "step \(name) is planned out of range." }
      let cooks = 0..<menu.kitchen.cooks.count
      guard step.cooks.allSatisfy(cooks.contains), Set(step.cooks).count == step.cooks.count else {
        return "step \(name) is done by cooks who are not there."
      }
      guard step.uses.allSatisfy({ isThere($0.equipment, $0.unit, units: $0.units) }) else {
        return "step \(name) uses what is not there."
      }
    }
    return nil
  }

  private var preheatsFault: String? {
    let isSound = preheats.allSatisfy { preheat in
      isThere(preheat.equipment, preheat.unit, units: 1) && preheat.temperature.isInRange
        && preheat.start <= preheat.end && preheat.start.isNear && preheat.end.isNear
    }
    return isSound ? nil : "it heats what is not there, or at a time out of range."
  }

  private func isThere(_ name: String, _ unit: Int?, units: Int) -> Bool {
    guard let sort = menu.kitchen.equipment(named: name), units >= 1 else { return false }
    if let unit { return (1...sort.count).contains(unit) && units <= max(sort.slots, 1) }
    return units <= sort.count * sort.slots
  }

  private var numbersFault: String? {
    let lengths = [
      makespan, lowerBound, stalenessLowerBound, startSum, startSumLowerBound, sequential, inOrder,
    ].compactMap(\.self)
    let isSound =
      lengths.allSatisfy(\.isNear) && makespan >= .zero
      && [solver.nanoseconds, solver.conflicts, solver.propagations].allSatisfy { $0 >= 0 }
    guard isSound else { return "a number of it is out of range." }
    return (startAt == nil) == (serveAt == nil) ? nil : "it has a start and no serving time."
  }
}
