import KitchenModel

/// Choosing among what a planner found, the plan as it goes on, and the plans of before.
extension RunStateMachine {
  /// How good a plan is for those who eat: fewer broken limits, sooner, fresher.
  struct Merit: Comparable {
    var broken: Int
    var makespan: Seconds
    var staleness: Seconds

    static func < (a: Merit, b: Merit) -> Bool {
      (a.broken, a.makespan, a.staleness) < (b.broken, b.makespan, b.staleness)
    }
  }

  /// The plan to follow from now on: what the planner found where that is better and no staler than
  /// what is followed pushed later, else a plan of before that is as good, else the plan as it goes
  /// on; nil to change nothing.
  ///
  /// A plan with foresight is compared by what it would be without.
  func choose(_ answer: ReplanAnswer?, _ cause: ReplanCause) -> ReplanAnswer? {
    guard plan.objective == .hot else { return answer }
    let kept = keptPlan
    let merit = merit(of: kept)
    let former = replanning.formerPlans.reversed().lazy
      .filter { $0.menu == plan.menu }.map(self.forecast(keeping:))
      .first { self.merit(of: $0) <= merit }
    if let answer {
      var found = self.merit(of: answer.plan)
      let isFresh =
        (answer.freshest ?? found.staleness) <= merit.staleness || found.broken < merit.broken
      if let freshest = answer.freshest { found.staleness = freshest }
      // Where surprises are the rule, what is as good without foresight is better with it.
      let isBetter =
        answer.freshest != nil && state.areEstimatesRough
        ? found <= merit
        : found < merit && former.map { found < self.merit(of: $0) } ?? true
      if isFresh, isBetter { return answer }
    }
    return ReplanAnswer(plan: former ?? kept, broken: answer?.broken ?? [])
  }

  /// What a new plan is made from, and how far it may look ahead. What is taken back is to be as it was,
  /// without second thoughts.
  ///
  /// The search begins from the plan as it goes on, which can be followed whatever is late.
  func situation(for cause: ReplanCause) -> RunSituation {
    var situation = situation
    guard settings.policy == .replan, plan.objective == .hot else { return situation }
    let kept = keptPlan
    // The planner allows what is overdue a while.
    let isOverdue = steps.contains { $0.status == .running && $0.isOverdue }
    let first = isOverdue ? forecast { $0.allowedEnd(at: now) } : kept
    (situation.plan.steps, situation.plan.makespan) = (first.steps, first.makespan)
    situation.foresight =
      switch cause {
      case .undone: .none
      case _ where state.areEstimatesRough: .free
      default: .upTo(staleness: merit(of: kept).staleness)
      }
    return situation
  }

  /// The plan that is followed, as it goes on: each step late as it is, or everything pushed later
  /// by as much as dinner is, where food then stands less.
  private var keptPlan: Plan {
    let asItGoes = forecast
    let delay = asItGoes.makespan - plan.makespan
    guard delay > .zero else { return asItGoes }
    var later = self
    for index in steps.indices where steps[index].status == .pending {
      later.state.steps[index].planned.start = steps[index].planned.start + delay
      later.state.steps[index].planned.end = steps[index].planned.end + delay
    }
    let pushed = later.forecast
    return merit(of: pushed) < merit(of: asItGoes) ? pushed : asItGoes
  }

  /// What is still to be done at the times and by the hands of another plan of the same menu.
  private func forecast(keeping other: Plan) -> Plan {
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
    return again.forecast
  }

  private func merit(of plan: Plan) -> Merit {
    let figures = plan.servingFigures
    return Merit(
      broken: brokenLimits(in: plan, figures), makespan: plan.makespan,
      staleness: figures.staleness)
  }

  /// How many limits of what is still to be done a plan breaks.
  private func brokenLimits(in plan: Plan, _ figures: ServingFigures) -> Int {
    let places = Dictionary(plan.steps.map { ($0.reference, $0) }) { first, _ in first }
    let distances = state.graph.references.indices.reduce(0) { count, index in
      guard state.steps[index].status == .pending, let step = places[steps[index].reference] else {
        return count
      }
      return count
        + state.graph.limits[index].count { limit in
          guard let maximum = limit.dependency.maximum,
            let other = places[steps[limit.other].reference]
          else { return false }
          let from = limit.dependency.from == .start ? other.start : other.end
          return step.start > from + maximum
        }
    }
    let holds = figures.dishes.indices.count { index in
      guard let maximum = plan.menu.dishes[index].dish.holdMaximum,
        let wait = figures.dishes[index].wait
      else { return false }
      return wait > maximum
    }
    return distances + holds
  }
}
