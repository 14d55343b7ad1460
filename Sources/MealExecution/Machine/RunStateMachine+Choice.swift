import KitchenModel

/// Choosing among what a planner found, the plan as it goes on, and the plans of before.
extension RunStateMachine {
  /// How good a plan is for those who eat: fewer broken limits, sooner, fresher, limits broken by less.
  struct Merit: Comparable {
    var broken: Int
    var makespan: Seconds
    var staleness: Seconds
    /// By how much limits are broken, added up.
    var excess: Seconds

    static func < (a: Merit, b: Merit) -> Bool {
      (a.broken, a.makespan, a.staleness, a.excess) < (b.broken, b.makespan, b.staleness, b.excess)
    }
  }

  /// The plan to follow from now on: what the planner found, which begins from the plan as it goes on,
  /// unless that turns out staler or later; then the plan as it goes on. Where something is taken back, a
  /// plan of before that is as good comes back. Nobody waits in it who could begin something at no harm.
  func choose(_ answer: ReplanAnswer?, _ cause: ReplanCause) -> ReplanAnswer? {
    guard plan.objective == .hot else { return answer }
    var chosen = best(answer)
    if cause.takesBack {
      let merit = merit(of: chosen.plan)
      let former = replanning.formerPlans.reversed().lazy
        .filter { $0.menu == plan.menu && hasAllThatIsPending($0) }.map(self.forecast(keeping:))
        .first { self.merit(of: $0) <= merit }
      if let former { return ReplanAnswer(plan: former, broken: chosen.broken) }
    }
    if !chosen.looksAhead { chosen.plan = beginningAtOnce(chosen.plan) }
    return chosen
  }

  /// Whether a plan has every step that is still to be done; one that was made while a step was left out
  /// has not.
  private func hasAllThatIsPending(_ plan: Plan) -> Bool {
    let planned = Set(plan.steps.map(\.reference))
    return steps.allSatisfy { $0.status != .pending || planned.contains($0.reference) }
  }

  /// What the planner found, or the plan as it goes on.
  ///
  /// What is overdue may end any moment; it is allowed a while only to see what else could be done in the
  /// meantime.
  private func best(_ answer: ReplanAnswer?) -> ReplanAnswer {
    let isAnythingOverdue = steps.contains { $0.status == .running && $0.isOverdue }
    let kept = keptPlan(allowing: .whatIsExpected)
    guard let answer, !(answer.goesOn && isAnythingOverdue) else {
      return ReplanAnswer(plan: kept, broken: answer?.broken ?? [])
    }
    let merit = merit(of: isAnythingOverdue ? keptPlan(allowing: .aWhile) : kept)
    let found = self.merit(of: answer.plan)
    let isFresh = found.staleness <= merit.staleness || found.broken < merit.broken
    let isSooner =
      answer.looksAhead && (found.broken, found.makespan) <= (merit.broken, merit.makespan)
      && pushedServing.isMet(by: found.makespan, found.staleness)
    return found <= merit && isFresh || isSooner
      ? answer : ReplanAnswer(plan: kept, broken: answer.broken)
  }

  /// What a new plan is made from, and how far it may look ahead. What is taken back is to be as it was,
  /// without second thoughts.
  ///
  /// The search begins from the plan as it goes on, which can be followed whatever is late.
  func situation(for cause: ReplanCause) -> RunSituation {
    var situation = situation
    for index in steps.indices where state.asked[steps[index].reference] != nil {
      guard steps[index].status == .pending,
        state.readiness(of: index, .planned, under: settings) == .ready
      else { continue }
      situation.asked.insert(steps[index].reference)
    }
    guard settings.policy == .replan, plan.objective == .hot else { return situation }
    let kept = keptPlan(allowing: .aWhile)
    (situation.plan.steps, situation.plan.makespan) = (kept.steps, kept.makespan)
    if state.areEstimatesRough, cause != .undone {
      situation.foresight = .free(beside: pushedServing)
    }
    return situation
  }

  /// How much longer what is overdue is taken to go on.
  private enum Allowance {
    /// It may end any moment.
    case whatIsExpected
    /// As long as plans allow it.
    case aWhile
  }

  /// The plan that is followed, as it goes on: each step late as it is, or all that is to come pushed later
  /// by as much as dinner or something else is, whichever serves soonest and leaves food standing least.
  private func keptPlan(allowing allowance: Allowance) -> Plan {
    let asItGoes = forecast(allowing: allowance)
    return delays(in: asItGoes)
      .map { pushed(by: $0).forecast(allowing: allowance) }
      .reduce(asItGoes) { best, pushed in merit(of: pushed) < merit(of: best) ? pushed : best }
  }

  /// By how much dinner, what is to come and what is in progress are later than the plan has them where it
  /// goes on, each delay once.
  private func delays(in asItGoes: Plan) -> [Seconds] {
    let places = Dictionary(asItGoes.steps.map { ($0.reference, $0) }) { first, _ in first }
    var delays: Set = [asItGoes.makespan - plan.makespan]
    for planned in plan.steps {
      guard let index = state.number(of: planned.reference), !steps[index].isOver,
        let place = places[planned.reference]
      else { continue }
      // What is overdue was allowed a while by the plan, too.
      delays.insert(
        steps[index].status == .running ? place.end - planned.end : place.start - planned.start)
    }
    return delays.filter { $0 > .zero }.sorted()
  }

  /// This machine with all that is to come so much later.
  private func pushed(by delay: Seconds) -> RunStateMachine {
    var later = self
    for index in steps.indices where steps[index].status == .pending {
      later.state.steps[index].planned.start = steps[index].planned.start + delay
      later.state.steps[index].planned.end = steps[index].planned.end + delay
    }
    return later
  }

  private func forecast(allowing allowance: Allowance) -> Plan {
    switch allowance {
    case .whatIsExpected: forecast
    case .aWhile: forecast { $0.allowedEnd(at: now) }
    }
  }

  /// What is still to be done at the times and by the hands of another plan of the same menu.
  func forecast(keeping other: Plan) -> Plan { following(other).forecast }

  /// This machine as it would follow another plan of the same menu.
  func following(_ other: Plan) -> RunStateMachine {
    var again = self
    again.state.adopt(other)
    for index in steps.indices {
      let planned = again.state.steps[index].planned
      if steps[index].status != .pending {
        again.state.steps[index] = steps[index]
      } else if planned.option == steps[index].planned.option {
        // How long it takes may have been said since.
        again.state.steps[index].planned.end = planned.start + steps[index].planned.duration
      }
    }
    return again
  }

  func merit(of plan: Plan) -> Merit {
    let figures = plan.servingFigures
    let excesses = excesses(in: plan, figures)
    return Merit(
      broken: excesses.count, makespan: plan.makespan, staleness: figures.staleness,
      excess: excesses.reduce(.zero, +))
  }

  /// By how much a plan breaks each limit of what is still to be done that it breaks.
  private func excesses(in plan: Plan, _ figures: ServingFigures) -> [Seconds] {
    let places = Dictionary(plan.steps.map { ($0.reference, $0) }) { first, _ in first }
    let distances = state.graph.references.indices.flatMap { index -> [Seconds] in
      guard state.steps[index].status == .pending, let step = places[steps[index].reference] else {
        return []
      }
      return state.graph.limits[index].compactMap { limit in
        guard let maximum = limit.dependency.maximum,
          let other = places[steps[limit.other].reference]
        else { return nil }
        let from = limit.dependency.from == .start ? other.start : other.end
        return step.start - from - maximum
      }
    }
    let holds = figures.dishes.indices.compactMap { index -> Seconds? in
      guard let maximum = plan.menu.dishes[index].dish.holdMaximum else { return nil }
      return figures.dishes[index].wait.map { $0 - maximum }
    }
    return (distances + holds).filter { $0 > .zero }
  }
}
