import Foundation
import KitchenModel
import MealExecution
import MealPlanning

/// Makes a new plan in the middle of a run, with what has begun as it is.
struct PlannerReplanner: Replanner {
  let timeZone: TimeZone

  func plan(after situation: RunSituation, cause: ReplanCause) async -> Plan? {
    // Until the planner re-plans, the order of the plan is kept.
    nil
  }
}

/// Decides as an event loop does: whatever is ready, in listed order.
struct InOrderReplanner: Replanner {
  let timeZone: TimeZone

  func plan(after situation: RunSituation, cause: ReplanCause) async -> Plan? {
    MealPlanner.inOrder(PlanRequest(after: situation, in: timeZone))
  }
}

extension PlanRequest {
  /// The question that a plan answers, with its start fixed where it has a place on the clock.
  init(following plan: Plan, in timeZone: TimeZone) {
    self.init(
      menu: plan.menu, objective: plan.objective,
      anchor: plan.startAt.map { .start($0) } ?? .none,
      now: plan.startAt ?? Instant(epochSeconds: 0), timeZone: timeZone)
  }

  /// What is left to plan of a run.
  init(after situation: RunSituation, in timeZone: TimeZone) {
    let plan = situation.plan
    var begun: [StepReference: BegunStep] = [:]
    for step in situation.steps where step.status != .pending {
      let start = step.start ?? situation.elapsed
      begun[step.reference] = BegunStep(
        option: step.planned.option, start: start,
        end: step.start == nil ? start : max(start, step.expectedEnd(at: situation.elapsed)),
        cooks: step.cooks, uses: step.planned.uses)
    }
    self.init(
      menu: plan.menu, objective: plan.objective,
      anchor: plan.startAt.map { .start($0) } ?? .none,
      now: plan.startAt ?? Instant(epochSeconds: 0), timeZone: timeZone, progress: begun,
      elapsed: situation.elapsed, current: plan)
  }
}
