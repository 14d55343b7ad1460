package import KitchenModel

/// Asking for a new plan, taking it over, and foretelling.
extension RunStateMachine {
  /// Takes the answer to ``RunAction/consult(_:_:)``: a new plan, or nil to keep the current one.
  package mutating func apply(_ answer: ReplanAnswer?) -> [RunAction] {
    guard case .requested(let cause) = replanning.need else {
      preconditionFailure("a plan is brought when one was asked for")
    }
    replanning.need = .none
    let chosen = settings.policy == .replan ? choose(answer, cause) : answer
    for limit in replanning.learn(chosen?.broken ?? []) {
      outbox.append(.remark(.limitBroken(limit)))
    }
    // The new plan knows how long what is over took, and finds nothing odd in it.
    let reason = narrator.reason(cause)
    if let chosen, changesWhatIsPending(chosen.plan) {
      let isNews = !asksCooks || cause.isSaid || isNews(chosen.plan)
      if !replanning.isUnrecorded { replanning.remember(plan) }
      if !isNews, replanning.toldPlan == nil { replanning.toldPlan = plan }
      state.adopt(chosen.plan)
      if isNews {
        recordReplacement(chosen.plan, cause, told: reason)
      } else {
        record(.planReplaced, plan: chosen.plan, cause: cause)
      }
    } else if replanning.isUnrecorded || replanning.isUntold {
      recordReplacement(plan, cause, told: reason)
    }
    replanning.isUnrecorded = false
    replanning.isUntold = false
    if state.phase == .paused { replanning.beforePause = forecast }
    startReadySteps()
    return proceed(to: clockNow)
  }

  /// Notes that reality differs from the plan.
  mutating func want(_ cause: ReplanCause) {
    guard settings.policy == .replan else { return }
    replanning.want(cause)
  }

  /// Asks for a new plan where something a little off its plan puts dinner off by more: what comes next
  /// may have to wait for hands.
  mutating func want(_ cause: ReplanCause, whereDinnerMovesBy least: Seconds) {
    guard asksCooks, replanning.need == .none, state.phase == .running,
      forecast.makespan - plan.makespan >= least
    else { return }
    want(cause)
  }

  /// Whether something comes so much later for a pause, or dinner does, that a cook would notice: the plan
  /// goes on as it was where nothing does.
  var hasPauseMovedAnything: Bool {
    guard let before = replanning.beforePause else { return true }
    let least = Seconds(Int(Self.tolerance))
    let foretold = forecast
    return foretold.makespan - before.makespan >= least
      || differs(foretold, from: before, by: least)
  }

  /// Whether a plan is wanted for what a cook has said: that is looked into during a pause, too.
  var wantsPlanDuringPause: Bool { replanning.wanted?.isSaid ?? false }

  /// Why a plan is asked for at this moment; nil where none is. From then on it is awaited.
  mutating func requestPlan() -> ReplanCause? {
    let wanted = replanning.wanted
    replanning.need = .none
    let isSaid = wanted?.isSaid ?? false
    guard state.phase == .running || state.phase == .paused && isSaid,
      steps.contains(where: { $0.status == .pending })
    else { return nil }
    let cause: ReplanCause?
    switch settings.policy {
    case .static, .sequential: cause = nil
    case .replan:
      cause = wanted
      if cause != nil { allowForOverruns() }
    case .inOrder:
      cause = replanning.askedAt == now ? nil : .moment
      replanning.askedAt = now
    }
    if let cause { replanning.need = .requested(cause) }
    return cause
  }

  /// Has the ends of overdue steps looked at again once what the new plan allows them is past.
  private mutating func allowForOverruns() {
    for index in steps.indices where steps[index].status == .running && steps[index].isOverdue {
      state.steps[index].overrunDeadline = now + steps[index].overrunAllowance(at: now)
    }
  }

  /// Whether a plan has anything pending done in another way, by others, or at a time so far from that of
  /// the plan that is followed, or from when it would come by itself, that a cook would notice.
  private func changesWhatIsPending(_ plan: Plan) -> Bool {
    guard plan.menu == self.plan.menu else { return true }
    guard settings.policy == .replan, plan.objective == .hot else {
      return differs(plan, from: self.plan, by: Seconds(1))
    }
    return differs(plan, from: self.plan, by: Seconds(Int(Self.tolerance)))
      || differs(plan, from: forecast, by: Seconds(Int(Self.tolerance)))
  }

  /// Whether a cook would call a plan another than the one they heard of last: something comes by a minute or
  /// more sooner or later, is done in another way or by others, or dinner is.
  private func isNews(_ plan: Plan) -> Bool {
    let told = replanning.toldPlan ?? self.plan
    let drift = plan.makespan - told.makespan
    return plan.menu != told.menu || drift.count.magnitude >= Seconds.minutes(1).count.magnitude
      || differs(plan, from: told, by: .minutes(1))
  }

  /// Whether what is pending is done in another way in one plan than in another, or so much sooner or
  /// later.
  private func differs(_ new: Plan, from old: Plan, by least: Seconds) -> Bool {
    func pending(_ plan: Plan) -> [StepReference: PlannedStep] {
      Dictionary(
        plan.steps.filter { step in
          state.number(of: step.reference).map { steps[$0].status == .pending } ?? false
        }.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (new, old) = (pending(new), pending(old))
    guard new.count == old.count else { return true }
    return new.contains { reference, step in
      guard let before = old[reference] else { return true }
      return step.option != before.option || step.cooks != before.cooks || step.uses != before.uses
        || (step.start - before.start).count.magnitude >= least.count.magnitude
        || step.duration != before.duration
    }
  }

  mutating func recordReplacement(_ plan: Plan, _ cause: ReplanCause) {
    recordReplacement(plan, cause, told: narrator.reason(cause))
  }

  private mutating func recordReplacement(
    _ plan: Plan, _ cause: ReplanCause, told reason: String?
  ) {
    replanning.toldPlan = nil
    record(
      .planReplaced, text: narrator.line(forServing: forecast.makespan, reason, at: now),
      plan: plan,
      cause: cause)
  }

  /// Takes note of the present moment without doing anything: for whoever looks at a run that another
  /// process cooks.
  package mutating func look(at moment: Seconds) { state.now = max(now, moment) }

  /// The plan as it will go from here if every step takes what is expected and the order is kept.
  ///
  /// Steps that have started have their true times; what was left out is not in it.
  package var forecast: Plan { forecast { $0.expectedEnd(at: now) } }

  /// The plan as it will go from here if every step in progress ends then, and all else as in ``forecast``.
  func forecast(ends: (StepProgress) -> Seconds) -> Plan {
    var future = self
    future.state.phase = .running
    future.replanning.need = .none
    future.outbox = []
    future.state.isForetold = true
    future.state.asked = state.attendedSince
    future.state.acts = []
    let policy: Run.Policy = settings.policy == .sequential ? .sequential : .static
    future.settings = Settings(
      policy: policy, ending: .timer(TrueDurations()), timeline: settings.timeline,
      limits: settings.limits)
    future.settleHeat(of: state)
    for index in steps.indices where steps[index].status == .running {
      future.state.due[index] = ends(steps[index])
    }
    _ = future.proceed(to: RunTimeline.longest)
    return future.asPlan(from: self)
  }

  /// This machine's true times as a plan; `present` is the one it was projected from.
  private func asPlan(from present: RunStateMachine) -> Plan {
    var plan = plan
    plan.steps = steps.compactMap { step in
      if step.status == .pending { return step.planned }
      guard let start = step.start, let end = step.end else { return nil }
      var planned = step.planned
      (planned.start, planned.end, planned.slack) = (start, end, .zero)
      planned.cooks = step.cooks
      return planned
    }.sorted { ($0.start, $0.reference) < ($1.start, $1.reference) }
    let figures = ServingFigures(
      plan.menu,
      plan.steps.map { .init($0.reference, way: $0.option, start: $0.start, end: $0.end) })
    plan.makespan = max(figures.serving ?? .zero, .zero)
    plan.status = .feasible
    // Nothing is proved of a plan that was not searched for but what has already passed.
    plan.lowerBound = min(present.lastEnd, plan.makespan)
    plan.stalenessLowerBound = nil
    plan.startSum =
      plan.startSum == nil ? nil : plan.steps.reduce(Seconds.zero) { $0 + $1.start }
    plan.startSumLowerBound = nil
    plan.serveAt = plan.startAt.map { $0 + plan.makespan }
    plan.why = []
    plan.solver = SolverReport()
    return plan
  }
}
