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
  /// The current plan is followed, with whatever can begin sooner begun sooner, unless another is better by
  /// as much as a cook would notice: nobody wants other things to do for a few seconds. A distance may be
  /// exceeded a little where dinner comes sooner for it (``DistanceTolerance``).
  ///
  /// - Parameter aim: What is to be good once dinner comes as soon as it can.
  /// - Returns: nil where the request is not about a meal in progress, or nothing was found in time.
  package func replan(
    _ request: PlanRequest, _ aim: ReplanAim = .freshness,
    patience: ReplanPatience = ReplanPatience()
  ) -> ReplanOutcome? {
    guard let current = request.current, let elapsed = request.elapsed else { return nil }
    var translation = MenuTranslation(request)
    var relaxation = LimitRelaxation(translation, request)
    let began = stopwatch()
    let warmStart = Schedule(resuming: current, in: translation, at: elapsed)
    func solve(_ warmStart: Schedule) -> SolveResult {
      relaxation.problem.solveUnchecked(
        SolveOptions(
          conflictLimit: patience.conflicts, warmStart: warmStart, explainsClash: false,
          isCancelled: { patience.isOver(.best) }))
    }
    var result = solve(warmStart)
    var best = result.schedule
    if result.clash != nil {
      let kept = relaxation.settle(
        warmStart: warmStart, isCancelled: { patience.isOver(.tolerance) })
      guard let kept else { return nil }
      result = solve(kept)
      best = result.schedule ?? kept
    }
    guard var schedule = best else { return nil }
    let followed =
      request.objective == .hot
      ? Schedule(following: current, request, in: relaxation.problem) : nil
    var goesOn = false
    if let followed, !schedule.isNoticeablyBetter(than: followed, in: relaxation.problem) {
      schedule = followed
      goesOn = true
    }
    let tolerance = DistanceTolerance(relaxation.problem)
    if let sooner = tolerance.improvement(on: schedule, patience) {
      (relaxation.problem, schedule) = sooner
      goesOn = false
    }
    var looksAhead = false
    if case .foresight(let pushed) = aim, request.objective == .hot {
      // Room for surprises is taken only where food is as fresh as in the plan as it goes on, or where
      // dinner is sooner than in the plan pushed later.
      let isSooner = Seconds(schedule.makespan) < pushed.makespan
      let stalest = isSooner ? nil : (followed ?? schedule).staleness(in: relaxation.problem)
      relaxation.problem = tolerance.allowing(schedule)
      let hedged = schedule.hedged(
        in: relaxation.problem, at: TimePoint(elapsed), stalest: stalest
      ) {
        patience.isOver(.foresight)
      }
      looksAhead = hedged != schedule
      if looksAhead { goesOn = false }
      schedule = hedged
    }
    translation.problem = relaxation.problem
    relaxation.broken += tolerance.exceeded(by: schedule)
    let starts: PlanAssembly.Starts = looksAhead ? .asTheyAre : .asEarlyAsCanBe
    var plan = PlanAssembly(request, translation, starts).plan(
      schedule, from: result, taking: stopwatch() - began)
    // A distance exceeded for an earlier dinner may leave more standing than need be, as may foresight.
    if plan.lowerBound < plan.makespan
      || plan.stalenessLowerBound.map({ $0 < plan.staleness }) ?? false
    {
      plan.status = .feasible
    }
    plan.anchor = current.anchor
    plan.why = PlanReasons(plan, in: request.timeZone).sentences
    return ReplanOutcome(
      plan: plan,
      broken: BrokenLimits(translation).limits(relaxation.broken), looksAhead: looksAhead,
      goesOn: goesOn)
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
        start: max(
          planned.map { TimePoint($0.start) } ?? 0, activity.release ?? TimePoint(elapsed)),
        mode: planned?.option ?? 0, allocation: [])
    }
    self.init(projectStart: 0, completion: TimePoint(plan.makespan), assignments: assignments)
  }
}
