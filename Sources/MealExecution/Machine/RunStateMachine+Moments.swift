import KitchenModel

/// Going through the moments at which something happens.
extension RunStateMachine {
  /// Deals with every moment up to `moment`, stopping where a new plan is needed.
  mutating func proceed(to moment: Seconds) -> [RunAction] {
    horizon = max(horizon, moment)
    while !isOver {
      if finishIfDone() { break }
      guard let next = nextMoment(), next <= horizon else {
        if !order.isGivenUp, isStuck {
          order.giveUp()
          continue
        }
        if let action = endIfStuck() { return flush(action) }
        tellGap()
        now = max(now, horizon)
        return flush(.wait(until: nextMoment()))
      }
      now = max(now, next)
      endDueSteps()
      noteOverdue()
      tellPreheats()
      remind()
      if finishIfDone() { break }
      if let cause = consultation() {
        awaitsPlan = true
        return flush(.consult(situation, cause))
      }
      startReadySteps()
    }
    return flush(.end(status))
  }

  /// The next moment at which something happens by itself: now, where it can happen at once.
  private func nextMoment() -> Seconds? {
    var moments = Array(due.values) + reminderMoments
    moments += steps.compactMap { $0.status == .running ? overdueMoment(of: $0) : nil }
    if phase == .running {
      if preheatsTold < plan.preheats.count { moments.append(plan.preheats[preheatsTold].start) }
      if wish != nil { moments.append(now) }
      for index in steps.indices where steps[index].status == .pending {
        switch readiness(of: index, .planned) {
        case .ready: moments.append(now)
        case .notBefore(let moment): moments.append(moment)
        case .blocked: break
        }
      }
    }
    return moments.min()
  }

  /// When a running step will have run past its planned end; nil where that is known.
  private func overdueMoment(of step: StepProgress) -> Seconds? {
    if step.isOverdue { return step.reckoning }
    return step.start.map { $0 + step.planned.duration }
  }

  private mutating func endDueSteps() {
    let ended = steps.indices.filter { index in due[index].map { $0 <= now } ?? false }
    for index in ended.sorted(by: endsEarlier) { end(index, at: due[index] ?? now, by: .timer) }
  }

  /// The order in which the ends of one instant are told: blocking ones first, then the one started
  /// last; then as listed.
  private func endsEarlier(_ a: Int, _ b: Int) -> Bool {
    func key(_ index: Int) -> (Int, Int, Int) {
      let step = steps[index]
      return (step.planned.kind == .blocking ? 0 : 1, -(step.start ?? .zero).count, index)
    }
    return key(a) < key(b)
  }

  /// Ends a running step.
  mutating func end(_ index: Int, at moment: Seconds, by endedBy: RunStep.EndedBy) {
    steps[index].end = moment
    steps[index].endedBy = endedBy
    steps[index].status = endedBy == .skipped ? .skipped : .finished
    due[index] = nil
    consultedAt = nil
    record(endedBy == .skipped ? .stepSkipped : .stepFinished, index, at: moment)
    if moment != steps[index].planned.end { want(.endedOffPlan([steps[index].reference])) }
    let late = steps.filter { $0.status == .running && $0.isOverdue }.map(\.reference)
    if !late.isEmpty { want(.overran(late)) }
  }

  private mutating func noteOverdue() {
    for index in steps.indices where steps[index].status == .running {
      guard let moment = overdueMoment(of: steps[index]), moment <= now else { continue }
      if !steps[index].isOverdue { record(.stepOverdue, index, at: moment) }
      steps[index].isOverdue = true
      steps[index].reckoning = nil
      want(.overran([steps[index].reference]))
    }
  }

  private mutating func tellPreheats() {
    guard phase == .running else { return }
    while preheatsTold < plan.preheats.count, plan.preheats[preheatsTold].start <= now {
      actions.append(.remark(.preheat(plan.preheats[preheatsTold])))
      preheatsTold += 1
    }
  }

  /// Starts what can start now, and says so in listed order.
  ///
  /// After each start the steps are looked through again: one may follow another's start.
  mutating func startReadySteps() {
    guard phase == .running else { return }
    var started: [Int] = []
    while let index = steps.indices.first(where: {
      steps[$0].status == .pending && readiness(of: $0, .planned) == .ready
    }) {
      begin(index, by: steps[index].planned.cooks)
      started.append(index)
    }
    for index in started.sorted() { announceStart(index) }
  }

  /// Makes a pending step a running one.
  mutating func begin(_ index: Int, by cooks: [Int]) {
    steps[index].status = .running
    steps[index].start = now
    steps[index].cooks = cooks
    setTimer(index)
  }

  /// Records a start and the limits it broke.
  mutating func announceStart(_ index: Int) {
    record(.stepStarted, index)
    for limit in graph.limits[index] {
      guard let maximum = limit.dependency.maximum else { continue }
      let other = steps[limit.other]
      guard let from = limit.dependency.from == .start ? other.start : other.end,
        now - from > maximum
      else { continue }
      actions.append(
        .remark(
          .startedTooLate(
            steps[index].reference, after: other.reference, by: now - from - maximum)))
    }
  }

  /// Sets the timer of a step that has started and ends by one.
  mutating func setTimer(_ index: Int) {
    guard let start = steps[index].start else { return }
    let planned = steps[index].planned
    switch settings.ending {
    case .timer(let durations):
      due[index] = start + durations.duration(of: planned.reference, planned: planned.duration)
    case .cook:
      // Nobody has to say that a step of no length is done.
      let byTimer = planned.kind == .waiting || planned.duration == .zero
      due[index] = byTimer ? start + planned.duration : nil
    }
  }

  /// Ends what is due by `moment` without starting anything: nobody was there to start it.
  mutating func settleEnds(to moment: Seconds) {
    let before = phase
    phase = .leftAlone
    while let next = nextMoment(), next <= moment {
      now = max(now, next)
      endDueSteps()
      noteOverdue()
    }
    now = max(now, moment)
    horizon = now
    phase = before
    if before != .leftAlone { _ = finishIfDone() }
  }

  /// Ends the run where every step is over; whether it has.
  private mutating func finishIfDone() -> Bool {
    guard phase == .running || phase == .paused, steps.allSatisfy(\.isOver) else { return false }
    remarkHolds()
    if settings.ending == .cook { actions.append(.remark(.serve)) }
    record(.runFinished, at: max(lastEnd, steps.isEmpty ? now : .zero))
    phase = .over(.finished)
    return true
  }

  private mutating func remarkHolds() {
    let dishes = plan.menu.dishes
    let ends = dishes.indices.map { dish in
      steps.filter { $0.reference.dish == dish }.compactMap(\.end).max()
    }
    let serving = zip(dishes, ends).compactMap { dish, end in
      end.map { $0 - dish.dish.serveOffset }
    }.max()
    for (index, dish) in dishes.enumerated() {
      guard let maximum = dish.dish.holdMaximum, let end = ends[index], let serving else {
        continue
      }
      let excess = serving + dish.dish.serveOffset - end - maximum
      if excess > .zero { actions.append(.remark(.heldTooLong(dish: index, by: excess))) }
    }
  }

  /// Whether nothing runs and nothing will start by itself.
  ///
  /// A sound plan never leads here; one made by hand may. Its order is given up first; where that
  /// does not help, the cook is told.
  private var isStuck: Bool {
    phase == .running && nextMoment() == nil && !steps.contains { $0.status == .running }
  }

  /// What to do where nothing can start; nil where something can, or a cook may help.
  private mutating func endIfStuck() -> RunAction? {
    guard isStuck else { return nil }
    actions.append(
      .remark(.stuck(steps.filter { $0.status == .pending }.map(\.reference))))
    guard case .timer = settings.ending else { return nil }
    record(.runInterrupted)
    phase = .over(.interrupted)
    return .end(.interrupted)
  }
}
