import KitchenModel

/// What keeps a step from starting, for whoever wanted to start it.
extension RunState {
  /// The first thing that keeps a pending step from starting now; nil for nothing that can be named.
  func obstacle(to index: Int, under settings: RunStateMachine.Settings) -> StartObstacle? {
    let step = steps[index]
    let earliest = settings.limits.earliest[step.reference] ?? .zero
    if earliest > now { return .time(earliest) }
    switch prerequisites(of: index) {
    case .ready: break
    case .notBefore(let moment): return .time(moment)
    case .blocked: return openPrerequisite(of: index).map { .step($0) }
    }
    return cookObstacle(to: step, settings.limits) ?? equipmentObstacle(to: step)
      ?? attendanceObstacle(to: step, settings.limits)
  }

  private func openPrerequisite(of index: Int) -> StepReference? {
    for limit in graph.limits[index] {
      let other = steps[limit.other]
      // What was left out limits nothing.
      if other.isOver, other.start == nil { continue }
      let moment = limit.dependency.from == .start ? other.start : other.end
      if moment == nil { return other.reference }
    }
    return nil
  }

  private func cookObstacle(to step: StepProgress, _ limits: RunLimits) -> StartObstacle? {
    for cook in step.planned.cooks where cooksFree(for: step, [cook], limits) != .ready {
      return stepsInHand(of: cook).first.map { .cook(cook, $0.reference) } ?? .away(cook)
    }
    return nil
  }

  private func equipmentObstacle(to step: StepProgress) -> StartObstacle? {
    guard equipmentFree(for: step) != .ready else { return nil }
    let uses = step.planned.uses.map(\.equipment)
    let full = uses.first { name in
      var alone = step
      alone.planned.uses = step.planned.uses.filter { $0.equipment == name }
      return !hasRoom(for: StepProgress(planned: alone.planned, in: plan.menu.kitchen))
    }
    return full.map { .equipment($0) } ?? uses.first.map { .heat($0) }
  }

  private func attendanceObstacle(to step: StepProgress, _ limits: RunLimits) -> StartObstacle? {
    guard attendance(for: step, limits) != .ready else { return nil }
    let inHand = steps.first { $0.status == .running && $0.planned.kind == .blocking }
    return .hands(inHand?.reference)
  }
}
