import Foundation
import KitchenModel
import MealExecution
import MealPlanning
import Synchronization

/// Makes a new plan in the middle of a run, with what has begun as it is.
struct PlannerReplanner: Replanner {
  /// How long a search may last.
  enum Budget: Sendable {
    /// So long by the clock: somebody waits.
    case time(Duration)
    /// So many dead ends: the same run goes the same way every time.
    case conflicts(Int)
  }

  let timeZone: TimeZone
  let budget: Budget

  func plan(after situation: RunSituation, cause: ReplanCause) async -> ReplanAnswer? {
    let request = PlanRequest(after: situation, in: timeZone)
    let planner = MealPlanner(stopwatch: { 0 })
    let aim: ReplanAim =
      switch situation.foresight {
      case .none: .freshness
      case .free(let pushed): .foresight(beside: pushed)
      }
    guard let outcome = planner.replan(request, aim, patience: budget.patience()) else {
      return nil
    }
    return ReplanAnswer(
      plan: outcome.plan, broken: outcome.broken, looksAhead: outcome.looksAhead,
      goesOn: outcome.goesOn)
  }
}

extension PlannerReplanner.Budget {
  /// Patience that begins now; each stage of the search has the same part of the time.
  fileprivate func patience() -> ReplanPatience {
    switch self {
    case .time(let limit):
      let clock = ContinuousClock()
      let began = clock.now
      let stages = ReplanPatience.Stage.allCases.count
      return ReplanPatience(
        isOver: { clock.now >= began.advanced(by: limit * ($0.rawValue + 1) / stages) })
    case .conflicts(let limit):
      // What looks for a clash has a patience of its own, of minutes; its looks come at fixed points.
      let looks = LookCounter()
      return ReplanPatience(
        conflicts: limit, isOver: { $0 != .best && looks.next() > Self.looks })
    }
  }

  /// Looks at whether to stop after which a simulated run goes on by what there is: a second or so.
  private static let looks = 8000
}

/// Counts, from any thread.
private final class LookCounter: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}

/// Puts dishes that come on the menu behind everything else.
struct PlannerPlacer: DishPlacer {
  func plan(_ plan: Plan, adding dishes: [Dish]) -> Plan? { plan.adding(dishes) }
}

/// Decides as an event loop does: whatever is ready, in listed order.
struct InOrderReplanner: Replanner {
  let timeZone: TimeZone

  func plan(after situation: RunSituation, cause: ReplanCause) async -> ReplanAnswer? {
    MealPlanner.inOrder(PlanRequest(after: situation, in: timeZone)).map { ReplanAnswer(plan: $0) }
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
    var lengths: [StepReference: Seconds] = [:]
    for step in situation.steps where step.status == .pending {
      let way = plan.menu[step.reference].ways[step.planned.option]
      guard step.planned.duration != way.duration.likely else { continue }
      lengths[step.reference] = step.planned.duration
    }
    var begun: [StepReference: BegunStep] = [:]
    for step in situation.steps where step.status != .pending {
      let start = step.start ?? situation.elapsed
      begun[step.reference] = BegunStep(
        option: step.planned.option, start: start,
        end: step.start == nil ? start : max(start, step.allowedEnd(at: situation.elapsed)),
        cooks: step.cooks, uses: step.planned.uses)
    }
    for step in situation.steps where situation.asked.contains(step.reference) {
      begun[step.reference] = BegunStep(
        option: step.planned.option, start: situation.elapsed,
        end: situation.elapsed + step.planned.duration, uses: step.planned.uses)
    }
    self.init(
      menu: plan.menu, objective: plan.objective,
      anchor: plan.startAt.map { .start($0) } ?? .none,
      now: plan.startAt ?? Instant(epochSeconds: 0), timeZone: timeZone, progress: begun,
      elapsed: situation.elapsed, current: plan, releases: situation.releases,
      lengths: lengths)
  }
}
