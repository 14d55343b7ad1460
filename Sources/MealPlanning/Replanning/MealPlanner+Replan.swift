import KitchenModel
import Scheduling

extension MealPlanner {
  /// Plans what is left of a meal that is being cooked.
  ///
  /// What has begun (``PlanRequest/progress``) stays as it is, nothing else starts before
  /// ``PlanRequest/elapsed``, and among equally good plans the search begins from
  /// ``PlanRequest/current``. Limits that what has happened makes impossible are loosened by as
  /// little as need be, so that there is a plan for every situation; where a serving time was asked
  /// for, nothing is served sooner.
  ///
  /// - Parameter isCancelled: asked often; returning true ends the search with the best so far.
  /// - Returns: nil where the request is not about a meal in progress, or nothing was found before
  ///   the cancellation.
  package func replan(
    _ request: PlanRequest, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> ReplanOutcome? {
    guard let current = request.current, request.elapsed != nil else { return nil }
    var translation = MenuTranslation(request)
    var relaxation = LimitRelaxation(translation, request)
    let began = stopwatch()
    let warmStart = Schedule(resuming: current, in: translation, at: request.elapsed ?? .zero)
    while !isCancelled() {
      let options = SolveOptions(warmStart: warmStart, isCancelled: isCancelled)
      let result = relaxation.problem.solve(options)
      guard let schedule = result.schedule else {
        guard result.status == .infeasible, relaxation.loosen(result.clash) else { return nil }
        continue
      }
      if relaxation.tighten(after: schedule, isCancelled: isCancelled) { continue }
      translation.problem = relaxation.problem
      var plan = PlanAssembly(request, translation).plan(
        schedule, from: result, taking: stopwatch() - began)
      plan.anchor = current.anchor
      plan.why = PlanReasons(plan, in: request.timeZone).sentences
      return ReplanOutcome(
        plan: plan,
        broken: BrokenLimitWording(translation, request).sentences(relaxation.broken))
    }
    return nil
  }
}

extension Schedule {
  /// Where a plan's open steps would lie if they were put off as far as the present moment.
  init(resuming plan: Plan, in translation: MenuTranslation, at elapsed: Seconds) {
    var places: [StepReference: PlannedStep] = [:]
    for step in plan.steps { places[step.reference] = step }
    let assignments = translation.problem.activities.indices.map { index in
      let activity = translation.problem.activities[index]
      if let decided = activity.decided {
        return Assignment(start: decided.start, mode: decided.mode, allocation: [])
      }
      let planned =
        translation.steps.indices.contains(index)
        ? places[translation.steps[index]] : nil
      return Assignment(
        start: max(planned?.start.count ?? 0, activity.release ?? elapsed.count),
        mode: planned?.option ?? 0, allocation: [])
    }
    self.init(projectStart: 0, completion: plan.makespan.count, assignments: assignments)
  }
}
