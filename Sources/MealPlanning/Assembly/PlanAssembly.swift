import KitchenModel
import Scheduling

/// A schedule read back as a plan.
struct PlanAssembly {
  private let request: PlanRequest
  private let translation: MenuTranslation
  private let starts: Starts
  private let isCancelled: @Sendable () -> Bool

  /// What becomes of starts once the work is shared out in another way.
  enum Starts {
    /// What a cook who is free now lets start earlier does so.
    case asEarlyAsCanBe
    /// They stay: something is begun later than it could be on purpose.
    case asTheyAre
  }

  /// Prepares to read schedules of `translation`.
  ///
  /// - Parameter isCancelled: asked often; returning true ends the search for fair shares.
  init(
    _ request: PlanRequest, _ translation: MenuTranslation, _ starts: Starts = .asEarlyAsCanBe,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.request = request
    self.translation = translation
    self.starts = starts
    self.isCancelled = isCancelled
  }

  /// The plan of a solved problem's schedule.
  func plan(_ schedule: Schedule, from result: SolveResult, taking nanoseconds: Int) -> Plan {
    let problem = translation.problem
    let (schedule, numbering) = shared(schedule)
    let steps = plannedSteps(schedule, numbering)
    let clock = clock(of: schedule)
    let isHot = request.objective == .hot
    let second = result.levels.second
    // What is not a step counts in no sum.
    let extra = schedule.assignments.dropFirst(steps.count).reduce(TimeSpan.zero) {
      $0 + ($1.start - schedule.projectStart)
    }
    return Plan(
      menu: request.menu, status: result.isOptimal ? .optimal : .feasible,
      objective: request.objective, anchor: request.anchor.planAnchor,
      makespan: Seconds(schedule.makespan),
      lowerBound: Seconds(result.levels.makespan.lower ?? 0),
      stalenessLowerBound: isHot ? second?.lower.map { Seconds($0) } : nil,
      startSum: isHot ? nil : Seconds(schedule.startSum(in: problem) - extra),
      startSumLowerBound: isHot ? nil : second?.lower.map { Seconds($0 - extra) },
      sequential: steps.reduce(.zero) { $0 + $1.duration },
      inOrder: inOrder(schedule), startAt: clock?.start, serveAt: clock?.serve,
      steps: steps,
      preheats: PreheatPlanning(menu: request.menu).preheats(for: steps),
      solver: SolverReport(
        nanoseconds: nanoseconds, conflicts: result.statistics.conflicts,
        propagations: result.statistics.propagations))
  }

  /// The schedule with the hands-on work shared out, and who and what does each step.
  ///
  /// Where a cook who is free now lets a step start earlier, it does, and the work is shared out
  /// again: starts only decrease, so that comes to an end.
  private func shared(_ schedule: Schedule) -> (Schedule, UnitNumbering) {
    var schedule = schedule
    while true {
      var numbering = UnitNumbering(schedule, of: translation, after: request.progress)
      let (shares, given) = shares(schedule, numbering)
      if given == schedule {
        numbering.take(shares)
        return (schedule, numbering)
      }
      // A new plan in the middle of a meal may break limits that are past keeping; sharing breaks
      // no other.
      let broken = ScheduleChecker.violations(of: given, in: translation.problem)
      let kept = ScheduleChecker.violations(of: schedule, in: translation.problem)
      guard broken.allSatisfy(kept.contains) else {
        assertionFailure("the checker accepts another way to share the work")
        return (schedule, numbering)
      }
      if starts == .asTheyAre || !broken.isEmpty {
        return (given, UnitNumbering(given, of: translation, after: request.progress))
      }
      let shifted = given.leftShifted(in: translation.problem)
      if shifted == given {
        return (given, UnitNumbering(given, of: translation, after: request.progress))
      }
      schedule = shifted
    }
  }

  /// Who does what, and the schedule in which they do.
  private func shares(
    _ schedule: Schedule, _ numbering: UnitNumbering
  ) -> ([ActivityID: [Int]], Schedule) {
    var present: [ActivityID: [Int]] = [:]
    for (index, reference) in translation.steps.enumerated() {
      let activity = ActivityID(index)
      let way = request.menu[reference].ways[schedule[activity].mode]
      let cooks =
        request.progress[reference]?.cooks ?? numbering.cooks(of: activity, way: way)
      if !cooks.isEmpty { present[activity] = cooks }
    }
    let shares = translation.shares(
      of: schedule, in: request, present: present, isCancelled: isCancelled)
    let given = shares.reduce(schedule) { given, share in
      let reference = translation.steps[share.key.index]
      guard request.progress[reference] == nil else { return given }
      let way = request.menu[reference].ways[schedule[share.key].mode]
      return translation.cooks.giving(share.key, way, to: share.value, in: given)
    }
    return (shares, given)
  }

  private func plannedSteps(_ schedule: Schedule, _ numbering: UnitNumbering) -> [PlannedStep] {
    let slacks = schedule.slacks(in: translation.problem, holding: numbering.numbering)
    let steps = translation.steps.enumerated().map { index, reference in
      let activity = ActivityID(index)
      let assignment = schedule[activity]
      let way = request.menu[reference].ways[assignment.mode]
      let start = Seconds(assignment.start - schedule.projectStart)
      let begun = request.progress[reference]
      return PlannedStep(
        reference, option: assignment.mode, kind: way.kind, start: start,
        end: Seconds(
          schedule.end(of: activity, in: translation.problem) - schedule.projectStart),
        cooks: begun?.cooks ?? numbering.cooks(of: activity, way: way),
        uses: begun?.uses ?? numbering.uses(of: activity, way: way), slack: Seconds(slacks[index]))
    }
    return steps.sorted { ($0.start, $0.reference) < ($1.start, $1.reference) }
  }

  /// When the plan starts and serves on the clock; nil where it floats.
  private func clock(of schedule: Schedule) -> (start: Instant, serve: Instant)? {
    let makespan = Seconds(schedule.makespan)
    if let origin = translation.frame.origin {
      let start = origin + Seconds(schedule.projectStart)
      return (start, start + makespan)
    }
    if case .serve(let instant) = request.anchor {
      return (instant.wholeSecond - makespan, instant.wholeSecond)
    }
    return nil
  }

  /// What an event loop that starts when the plan does would take.
  private func inOrder(_ schedule: Schedule) -> Seconds? {
    var problem = translation.problem
    problem.projectStart = .fixed(schedule.projectStart)
    problem.completion = .free
    return problem.dispatched().map { Seconds($0.makespan) }
  }
}
