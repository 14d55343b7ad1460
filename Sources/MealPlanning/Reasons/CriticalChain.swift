import KitchenModel

/// The steps that, one starting as another ends, lead from the plan's start to serving time.
struct CriticalChain {
  /// The chain in order of time; nil where no step ends at serving time.
  let steps: [PlannedStep]?

  /// Follows a plan's critical steps back from serving time.
  init(_ plan: Plan) {
    let critical = plan.steps.filter { $0.isCritical && $0.duration > .zero }
    let due = { (step: PlannedStep) in
      plan.makespan + plan.menu.dishes[step.reference.dish].dish.serveOffset
    }
    guard var step = critical.last(where: { $0.end == due($0) }) else {
      steps = nil
      return
    }
    var chain = [step]
    // Each link starts strictly earlier, so the walk ends.
    while let before = Self.link(before: step, among: critical, in: plan) {
      chain.append(before)
      step = before
    }
    steps = chain.reversed()
  }

  /// The critical step that `step` had to wait for: one it follows, else one that had its cook or
  /// appliance.
  private static func link(
    before step: PlannedStep, among critical: [PlannedStep], in plan: Plan
  ) -> PlannedStep? {
    let ending = critical.filter { $0.end == step.start && $0.start < step.start }
    let followed = plan.menu[step.reference].after.compactMap {
      plan.menu.target(of: $0, from: step.reference)
    }
    return ending.first { followed.contains($0.reference) }
      ?? ending.first { !$0.cooks.isEmpty && !Set($0.cooks).isDisjoint(with: step.cooks) }
      ?? ending.first { other in
        other.uses.contains { use in step.uses.contains { $0.equipment == use.equipment } }
      }
      ?? ending.first { $0.kind == .blocking && step.kind == .waiting }
  }
}
