package import KitchenModel
package import MealExecution

/// A feasible plan made the simplest way: each step in listed order at the first second at which it
/// fits among those placed before.
///
/// For tests only: it knows cooks, plain equipment, least distances without sign and switch points;
/// every step must follow only steps listed before it.
package struct SerialPlanner {
  private let menu: Menu
  private var placed: [PlannedStep] = []

  private init(_ menu: Menu) { self.menu = menu }

  /// Plans a menu.
  package static func plan(_ menu: Menu) -> Plan {
    var planner = SerialPlanner(menu)
    for reference in menu.stepReferences {
      let isPlaced = planner.place(reference, from: .zero)
      precondition(isPlaced, "everything fits after everything else")
    }
    let steps = planner.placed.sorted { ($0.start, $0.reference) < ($1.start, $1.reference) }
    let makespan = steps.map(\.end).max() ?? .zero
    return Plan(
      menu: menu, status: .feasible, objective: .early, anchor: nil, makespan: makespan,
      lowerBound: .zero, stalenessLowerBound: nil,
      sequential: steps.reduce(.zero) { $0 + $1.duration }, inOrder: nil, steps: steps)
  }

  /// Plans what is left of a run, what has started staying as it is; nil where the way ahead is
  /// longer than anything sensible.
  package static func plan(after situation: RunSituation) -> Plan? {
    var planner = SerialPlanner(situation.plan.menu)
    planner.placed = situation.steps.compactMap { step in
      guard let start = step.start else { return nil }
      var planned = step.planned
      planned.start = start
      planned.end = step.expectedEnd(at: situation.elapsed)
      planned.cooks = step.cooks
      return planned
    }
    for step in situation.steps where step.status == .pending {
      guard planner.place(step.reference, from: situation.elapsed) else { return nil }
    }
    var plan = situation.plan
    plan.steps = planner.placed.sorted { ($0.start, $0.reference) < ($1.start, $1.reference) }
    plan.makespan = plan.steps.map(\.end).max() ?? .zero
    return plan
  }

  private mutating func place(_ reference: StepReference, from earliest: Seconds) -> Bool {
    let step = menu[reference]
    let way = step.ways[0]
    var start = earliest
    for dependency in step.after {
      guard let minimum = dependency.minimum,
        let other = placed.first(where: {
          $0.reference.dish == reference.dish && menu[$0.reference].id == dependency.step
        })
      else { continue }
      start = max(start, (dependency.from == .start ? other.start : other.end) + minimum)
    }
    for second in 0..<1000 {
      if let planned = fit(reference, way, at: start + Seconds(second)) {
        placed.append(planned)
        return true
      }
    }
    return false
  }

  private func fit(_ reference: StepReference, _ way: Way, at start: Seconds) -> PlannedStep? {
    let end = start + way.duration.likely
    let uses = way.uses.map { PlannedUse($0.equipment, units: $0.units) }
    for choice in menu.kitchen.cooks.names.indices {
      let cooks = way.kind == .blocking && end > start ? [choice] : []
      let step = PlannedStep(
        reference, kind: way.kind, start: start, end: end, cooks: cooks, uses: uses)
      if isFeasible(placed + [step]) { return step }
    }
    return nil
  }

  private func isFeasible(_ steps: [PlannedStep]) -> Bool {
    let starts = steps.map(\.start)
    for moment in starts {
      let running = steps.filter { $0.start <= moment && moment < $0.end }
      let busy = running.flatMap(\.cooks)
      if Set(busy).count < busy.count { return false }
      for equipment in menu.kitchen.equipment {
        let held = running.flatMap(\.uses).filter { $0.equipment == equipment.name }
        if held.reduce(0, { $0 + $1.units }) > equipment.count * equipment.slots { return false }
      }
    }
    for step in steps where step.kind == .waiting && !menu[step.reference].ways[0].startsItself {
      let inside = steps.filter { $0.start < step.start && step.start < $0.end }.flatMap(\.cooks)
      if Set(inside).count == menu.kitchen.cooks.count { return false }
    }
    return true
  }
}
