import KitchenModel
import Scheduling

extension MenuTranslation {
  /// Who does each hands-on step of a schedule, the work shared out as fairly as can be; what has
  /// begun stays with those who do it, and what was agreed before where it can.
  ///
  /// - Parameter present: who does each step so far.
  func shares(
    of schedule: Schedule, in request: PlanRequest, present: [ActivityID: [Int]],
    isCancelled: () -> Bool
  ) -> [ActivityID: [Int]] {
    let agreed = request.elapsed == nil ? [:] : request.current.map(Self.agreement) ?? [:]
    var activities: [ActivityID] = []
    var works: [HandsOnShares.Work] = []
    let order = present.keys.sorted { (schedule[$0].start, $0) < (schedule[$1].start, $1) }
    for activity in order {
      let reference = steps[activity.index]
      let way = request.menu[reference].ways[schedule[activity].mode]
      let (start, end) = (schedule[activity].start, schedule.end(of: activity, in: problem))
      guard let doers = present[activity], !doers.isEmpty, start < end else { continue }
      var work = HandsOnShares.Work(
        start: start.value, end: end.value, dish: reference.dish, count: way.cooks,
        allowed: CookSet(cooks.present(from: start, to: end, in: problem)))
      if request.progress[reference] != nil {
        work.count = doers.count
        work.allowed = CookSet(doers)
        work.required = work.allowed
      } else if let name = way.cook, let cook = request.menu.kitchen.cook(named: name) {
        work.required = [cook]
      }
      if let option = agreed[reference]?.option, option == schedule[activity].mode {
        work.agreed = agreed[reference].map { CookSet($0.cooks) }
      }
      activities.append(activity)
      works.append(work)
    }
    let best = HandsOnShares(works, cooks: request.menu.kitchen.cooks.count).best(
      from: activities.map { CookSet(present[$0] ?? []) }, effort: Self.effort,
      isCancelled: isCancelled)
    var shares = present
    for (activity, share) in zip(activities, best) { shares[activity] = share.cooks }
    return shares
  }

  /// Choices enough for the meals of a kitchen, and done with in a fraction of a second.
  private static let effort = 300_000

  private static func agreement(_ plan: Plan) -> [StepReference: PlannedStep] {
    var steps: [StepReference: PlannedStep] = [:]
    for step in plan.steps where !step.cooks.isEmpty { steps[step.reference] = step }
    return steps
  }
}
