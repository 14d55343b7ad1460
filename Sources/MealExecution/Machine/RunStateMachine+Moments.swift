import KitchenModel

/// Going through the moments at which something happens.
extension RunStateMachine {
  /// What may happen by itself while moments are gone through.
  enum Starting {
    /// What is ready starts.
    case whatIsReady
    /// Nothing starts and nobody is reminded of anything: nobody is there.
    case nothing
  }

  /// Deals with every moment up to `moment`, stopping where a new plan is needed.
  mutating func proceed(to moment: Seconds) -> [RunAction] {
    clockNow = max(clockNow, moment)
    while !state.phase.isOver {
      if finishIfDone() { break }
      guard let next = nextMoment(.whatIsReady), next <= clockNow else {
        if !state.order.isGivenUp, isStuck {
          state.order.giveUp()
          continue
        }
        if let action = endIfStuck() { return flush(action) }
        noteGap()
        state.pass(to: clockNow)
        return flush(.wait(until: nextMoment(.whatIsReady)))
      }
      state.pass(to: next)
      endDueSteps()
      noteOverdue()
      announcePreheats()
      raiseActs()
      remind()
      if finishIfDone() { break }
      if let cause = requestPlan() { return flush(.consult(situation(for: cause), cause)) }
      startReadySteps()
    }
    return flush(.end(status))
  }

  /// The next moment at which something happens by itself: now, where it can happen at once.
  private func nextMoment(_ starting: Starting) -> Seconds? {
    var moments = Array(state.due.values)
    moments += steps.compactMap { $0.status == .running ? overdueMoment(of: $0) : nil }
    guard case .whatIsReady = starting else { return moments.min() }
    moments += reminderMoments + actMoments
    if state.phase == .paused, wantsPlanDuringPause { moments.append(now) }
    guard state.phase == .running else { return moments.min() }
    if state.appliances == nil, state.preheatsAnnounced < plan.preheats.count {
      moments.append(plan.preheats[state.preheatsAnnounced].start)
    }
    if replanning.wanted != nil { moments.append(now) }
    for index in steps.indices
    where steps[index].status == .pending && !state.isDue(.putIn(steps[index].reference)) {
      switch state.readiness(of: index, .planned, under: settings) {
      case .ready: moments.append(now)
      case .notBefore(let moment): moments.append(moment)
      case .blocked: break
      }
    }
    return moments.min()
  }

  /// When a running step will have run past its planned end; nil where that is known.
  private func overdueMoment(of step: StepProgress) -> Seconds? {
    if step.isOverdue { return step.overrunDeadline }
    // Nobody takes anything out to the second.
    let patience = state.isDue(.takeOut(step.reference)) ? Seconds.minutes(1) : .zero
    return step.start.map { $0 + step.planned.duration + patience }
  }

  private mutating func endDueSteps() {
    let ended = steps.indices.filter { index in state.due[index].map { $0 <= now } ?? false }
    for index in ended.sorted(by: endsEarlier) {
      let moment = state.due[index] ?? now
      if asksCooks, state.isTakenOut(index, under: settings) {
        state.due[index] = nil
        raise(.takeOut(steps[index].reference), at: moment)
      } else {
        if state.isTakenOut(index, under: settings) {
          recordAnswered(.takeOut(steps[index].reference), at: moment)
        }
        end(index, at: moment, by: .timer)
      }
    }
  }

  /// The order in which the ends of one instant are reported: blocking ones first, then the one
  /// started last; then as listed.
  private func endsEarlier(_ a: Int, _ b: Int) -> Bool {
    func key(_ index: Int) -> (Int, Int, Int) {
      let step = steps[index]
      return (step.planned.kind == .blocking ? 0 : 1, -(step.start ?? .zero).count, index)
    }
    return key(a) < key(b)
  }

  /// Ends a running step.
  mutating func end(_ index: Int, at moment: Seconds, by endedBy: RunStep.EndedBy) {
    state.steps[index].end = moment
    state.steps[index].endedBy = endedBy
    state.steps[index].status = endedBy == .skipped ? .skipped : .finished
    state.due[index] = nil
    replanning.askedAt = nil
    state.pruneActs()
    record(endedBy == .skipped ? .stepSkipped : .stepFinished, steps[index], at: moment)
    if isOffPlan(moment, steps[index].planned.end) {
      want(.endedOffPlan([steps[index].reference]))
    }
    let late = steps.filter { $0.status == .running && $0.isOverdue }.map(\.reference)
    if !late.isEmpty { want(.overran(late)) }
  }

  /// Whether a moment is so far off its plan that a new one is wanted.
  private func isOffPlan(_ moment: Seconds, _ planned: Seconds) -> Bool {
    asksCooks ? (moment - planned).count.magnitude >= Self.tolerance : moment != planned
  }

  private mutating func noteOverdue() {
    for index in steps.indices where steps[index].status == .running {
      guard let moment = overdueMoment(of: steps[index]), moment <= now else { continue }
      if !steps[index].isOverdue, !state.isDue(.takeOut(steps[index].reference)) {
        record(.stepOverdue, steps[index], at: moment)
      }
      let isNews = !steps[index].isOverdue
      state.steps[index].isOverdue = true
      if isNews, asksCooks {
        // Nobody says to the second that something is done.
        state.steps[index].overrunDeadline = now + Seconds(Int(Self.tolerance))
      } else {
        state.steps[index].overrunDeadline = nil
        want(.overran([steps[index].reference]))
      }
    }
  }

  private mutating func announcePreheats() {
    guard state.phase == .running, state.appliances == nil else { return }
    while state.preheatsAnnounced < plan.preheats.count,
      plan.preheats[state.preheatsAnnounced].start <= now
    {
      let preheat = plan.preheats[state.preheatsAnnounced]
      announceHeating(preheat, isCooling: plan.isCooling(preheat))
      state.preheatsAnnounced += 1
    }
  }

  /// Starts what can start now, and says so in listed order.
  ///
  /// After each start the steps are looked through again: one may follow another's start.
  mutating func startReadySteps() {
    guard state.phase == .running else { return }
    var started: [Int] = []
    while let index = steps.indices.first(where: {
      steps[$0].status == .pending && !state.isDue(.putIn(steps[$0].reference))
        && state.readiness(of: $0, .planned, under: settings) == .ready
    }) {
      if asksCooks, state.isPutIn(steps[index]) {
        raise(.putIn(steps[index].reference), at: now)
        continue
      }
      if state.isPutIn(steps[index]) { recordAnswered(.putIn(steps[index].reference), at: now) }
      begin(index, by: steps[index].planned.cooks)
      started.append(index)
    }
    for index in started.sorted() { announceStart(index) }
  }

  /// Makes a pending step a running one.
  mutating func begin(_ index: Int, by cooks: [Int], at moment: Seconds? = nil) {
    state.steps[index].status = .running
    state.steps[index].start = moment ?? now
    state.steps[index].cooks = cooks
    state.setTimer(index, settings)
    state.pruneActs()
    state.noteHeat(of: index)
  }

  /// Records a start and the limits it broke.
  mutating func announceStart(_ index: Int) {
    record(.stepStarted, steps[index], at: steps[index].start)
    let known = state.acts.count
    state.raisePerformed(under: settings)
    if asksCooks { for due in state.acts.dropFirst(known) { record(due) } }
    for limit in state.graph.limits[index] {
      guard let maximum = limit.dependency.maximum else { continue }
      let other = steps[limit.other]
      guard let from = limit.dependency.from == .start ? other.start : other.end,
        now - from > maximum
      else { continue }
      outbox.append(
        .remark(
          .startedTooLate(
            steps[index].reference, after: other.reference, by: now - from - maximum)))
    }
  }

  /// Ends what is due by `moment` without starting anything: nobody was there to start it.
  mutating func settleEnds(to moment: Seconds) {
    while let next = nextMoment(.nothing), next <= moment {
      state.now = max(now, next)
      endDueSteps()
      noteOverdue()
    }
    state.now = max(now, moment)
    clockNow = now
  }

  /// Ends the run where every step is over; whether it has.
  mutating func finishIfDone() -> Bool {
    guard state.phase == .running || state.phase == .paused, steps.allSatisfy(\.isOver) else {
      return false
    }
    raiseActs()
    guard isServed else { return false }
    remarkHolds()
    let end = max(lastEnd, steps.isEmpty ? now : .zero)
    record(
      .runFinished, at: max(end, state.served.values.max() ?? .zero),
      text: narrator.line(for: .runFinished, nil, at: end))
    state.phase = .over(.finished)
    return true
  }

  /// Whether everything that was cooked has been served.
  private var isServed: Bool {
    state.isForetold
      || plan.menu.courses.allSatisfy { state.served[$0] != nil || !state.isReady($0) }
  }

  private mutating func remarkHolds() {
    for (index, dish) in figures.dishes.enumerated() {
      guard let maximum = plan.menu.dishes[index].dish.holdMaximum, let wait = dish.wait else {
        continue
      }
      let excess = wait - maximum
      if excess > .zero { outbox.append(.remark(.heldTooLong(dish: index, by: excess))) }
    }
  }

  /// Whether nothing runs and nothing will start by itself.
  ///
  /// A sound plan never leads here; one made by hand may. Its order is given up first; where that
  /// does not help, the cook hears of it.
  private var isStuck: Bool {
    state.phase == .running && state.acts.isEmpty && nextMoment(.whatIsReady) == nil
      && !steps.contains { $0.status == .running }
  }

  /// What to do where nothing can start; nil where something can, or a cook may help.
  private mutating func endIfStuck() -> RunAction? {
    guard isStuck else { return nil }
    outbox.append(
      .remark(.stuck(steps.filter { $0.status == .pending }.map(\.reference))))
    guard case .timer = settings.ending else { return nil }
    record(.runInterrupted)
    state.phase = .over(.interrupted)
    return .end(.interrupted)
  }
}
