package import KitchenModel

/// Checks a run's log against its menu, from the events alone.
package enum LogCheck {
  private struct Stretch {
    var reference: StepReference
    var planned: PlannedStep
    /// Who did it from when on.
    var hands: [(from: Seconds, cooks: [String])]
    var start: Seconds
    var end: Seconds

    func cooks(at moment: Seconds) -> [String] {
      hands.last { $0.from <= moment }?.cooks ?? []
    }
  }

  /// What is wrong with the log, in words; empty for nothing.
  ///
  /// - Parameter undoing: The places of the events that took something back. A hand-over that is
  ///   taken back has never been; the log alone cannot tell it from one there and one back.
  package static func faults(
    _ events: [RunEvent], _ plan: Plan, undoing: Set<Int> = []
  ) -> [String] {
    var faults: [String] = []
    var open: [StepReference: [RunEvent]] = [:]
    var ended: [StepReference: [RunEvent]] = [:]
    var stretches: [Stretch] = []
    var told: [StepReference] = []
    for (place, event) in events.enumerated() {
      guard let reference = event.step,
        let planned = plan.steps.first(where: { $0.reference == reference })
      else { continue }
      switch event.kind {
      case .stepStarted:
        if open.updateValue([event], forKey: reference) != nil || told.contains(reference) {
          faults.append("\(reference) started twice")
        }
      case .stepHanded where undoing.contains(place): open[reference]?.removeLast()
      case .stepHanded: open[reference]?.append(event)
      case .stepFinished, .stepSkipped, .stepDropped:
        if told.contains(reference) { faults.append("\(reference) ended twice") }
        told.append(reference)
        guard let held = open.removeValue(forKey: reference) else {
          if event.kind == .stepFinished { faults.append("\(reference) ended before its start") }
          continue
        }
        ended[reference] = held
        stretches.append(
          Stretch(
            reference: reference, planned: planned,
            hands: held.map { ($0.elapsed, $0.cooks) }, start: held[0].elapsed,
            end: event.elapsed))
      case .stepUndone:
        if let place = told.firstIndex(of: reference) {
          // It had ended and keeps running, or was skipped before it began and is pending again.
          told.remove(at: place)
          stretches.removeAll { $0.reference == reference }
          open[reference] = ended.removeValue(forKey: reference)
        } else if open.removeValue(forKey: reference) == nil {
          faults.append("\(reference) undone before anything happened to it")
        }
      default: continue
      }
    }
    if events.contains(where: { $0.kind == .runFinished }) {
      if !open.isEmpty { faults.append("\(open.count) never ended") }
      if Set(told).count < plan.steps.count { faults.append("something was forgotten") }
    }
    return faults + frame(events) + clashes(stretches, plan) + earlyStarts(stretches, plan)
  }

  /// The run begins once and is over once, with nothing after that.
  private static func frame(_ events: [RunEvent]) -> [String] {
    let ends: Set<RunEvent.Kind> = [.runFinished, .runAborted]
    var faults: [String] = []
    if events.count(where: { $0.kind == .runStarted }) != 1 { faults.append("not begun once") }
    if let end = events.firstIndex(where: { ends.contains($0.kind) }), end != events.count - 1 {
      faults.append("something happened after the end")
    }
    return faults
  }

  private static func clashes(_ stretches: [Stretch], _ plan: Plan) -> [String] {
    var faults: [String] = []
    let menu = plan.menu
    // A step said to take no time holds nothing, however long it takes.
    let holding = stretches.filter { menu[$0.reference].ways[0].duration.likely > .zero }
    // Somebody's hands, or an appliance, are taken at a start, and hands also where a step is
    // handed on.
    for (stretch, moment) in stretches.flatMap({ stretch in
      stretch.hands.map { (stretch, max($0.from, stretch.start)) }
    }) {
      let running = holding.filter { $0.start <= moment && moment < $0.end }
      let busy = running.flatMap { $0.cooks(at: moment) }
      if Set(busy).count < busy.count { faults.append("a cook in two places at \(moment)") }
      for equipment in menu.kitchen.equipment {
        let held = running.flatMap(\.planned.uses).filter { $0.equipment == equipment.name }
        if held.reduce(0, { $0 + $1.units }) > equipment.count * equipment.slots {
          faults.append("too much \(equipment.name) at \(moment)")
        }
      }
      guard moment == stretch.start, stretch.planned.kind == .waiting,
        !menu[stretch.reference].ways[0].startsItself
      else {
        continue
      }
      let inside = holding.filter { $0.start < moment && moment < $0.end }
        .flatMap { $0.cooks(at: moment) }
      if Set(inside).count == menu.kitchen.cooks.count {
        faults.append("nobody at hand for \(stretch.reference) at \(moment)")
      }
    }
    return faults
  }

  private static func earlyStarts(_ stretches: [Stretch], _ plan: Plan) -> [String] {
    stretches.flatMap { stretch in
      plan.menu[stretch.reference].after.compactMap { dependency -> String? in
        guard let minimum = dependency.minimum,
          let other = stretches.first(where: {
            $0.reference.dish == stretch.reference.dish
              && plan.menu[$0.reference].id == dependency.step
          })
        else { return nil }
        let from = dependency.from == .start ? other.start : other.end
        return stretch.start - from < minimum ? "\(stretch.reference) too early" : nil
      }
    }
  }
}
