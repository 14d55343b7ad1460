import KitchenModel

/// Hands that would be idle although something could be begun.
extension RunStateMachine {
  /// A plan with every hands-on step begun now that can be begun now at no harm: dinner is as soon, food
  /// stands no longer, and nothing else is put off.
  func beginningAtOnce(_ plan: Plan) -> Plan {
    guard state.phase == .running else { return plan }
    var plan = plan
    var present = following(plan)
    var forecast = present.forecast
    let order = steps.indices.filter { steps[$0].status == .pending }
      .map { present.steps[$0] }.sorted { $0.planned.start < $1.planned.start }
    for step in order where step.planned.kind == .blocking && step.planned.start > now {
      guard let index = state.number(of: step.reference),
        let place = plan.steps.firstIndex(where: { $0.reference == step.reference }),
        present.state.readiness(of: index, .possible, under: settings) == .ready
      else { continue }
      var sooner = plan
      sooner.steps[place].start = now
      sooner.steps[place].end = now + step.planned.duration
      sooner.steps.sort { ($0.start, $0.reference) < ($1.start, $1.reference) }
      let trial = following(sooner)
      let foretold = trial.forecast
      let begins = foretold.steps.first { $0.reference == step.reference }?.start
      guard begins == now, isHarmless(foretold, beside: forecast) else { continue }
      if foretold.makespan < sooner.makespan {
        sooner.makespan = foretold.makespan
        sooner.serveAt = foretold.serveAt
        sooner.lowerBound = min(sooner.lowerBound, sooner.makespan)
      }
      (plan, present, forecast) = (sooner, trial, foretold)
    }
    return plan
  }

  private func isHarmless(_ new: Plan, beside old: Plan) -> Bool {
    let (merit, before) = (merit(of: new), merit(of: old))
    guard merit <= before, merit.staleness <= before.staleness, merit.excess <= before.excess else {
      return false
    }
    let starts = Dictionary(old.steps.map { ($0.reference, $0.start) }) { first, _ in first }
    return new.steps.allSatisfy { step in starts[step.reference].map { step.start <= $0 } ?? false }
  }
}
