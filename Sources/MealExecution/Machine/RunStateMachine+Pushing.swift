import KitchenModel

/// The plan that is followed, pushed later as a whole: what a new one is measured by.
extension RunStateMachine {
  /// What the plan comes to if all that is to come is later by as much as something that it waits for.
  var pushedServing: PushedServing {
    let delay = delayOfWhatIsToCome
    let figures = ServingFigures(
      plan.menu,
      plan.steps.map { planned in
        guard let index = state.number(of: planned.reference), steps[index].status != .pending
        else {
          return .init(
            planned.reference, way: planned.option, start: planned.start + delay,
            end: planned.end + delay)
        }
        let step = steps[index]
        return .init(
          planned.reference, way: step.planned.option, start: step.start ?? planned.start,
          end: step.end ?? step.allowedEnd(at: now))
      })
    return PushedServing(
      makespan: figures.serving ?? plan.makespan, staleness: figures.staleness)
  }

  /// By how much what has begun ends later than planned, as far as something that is to come waits for
  /// it, and what is to come should have begun by now; nothing where all is in time.
  private var delayOfWhatIsToCome: Seconds {
    let pending = plan.steps.filter { planned in
      let isOpen = state.number(of: planned.reference).map { steps[$0].status == .pending } ?? false
      return isOpen && planned.end > now
    }
    var delay = pending.map { now - $0.start }.max() ?? .zero
    for planned in plan.steps {
      guard let index = state.number(of: planned.reference), steps[index].status != .pending,
        pending.contains(where: planned.isAhead)
      else { continue }
      let end = steps[index].end ?? steps[index].allowedEnd(at: now)
      delay = max(delay, end - planned.end)
    }
    return max(delay, .zero)
  }
}

extension PlannedStep {
  /// Whether another step waits for this one in a plan: it comes later in the same dish, or takes a cook or
  /// an appliance of this one's.
  fileprivate func isAhead(of other: PlannedStep) -> Bool {
    other.start >= end
      && (other.reference.dish == reference.dish || !Set(other.cooks).isDisjoint(with: cooks)
        || !Set(other.uses).isDisjoint(with: uses))
  }
}
