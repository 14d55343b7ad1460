import KitchenModel

/// Taking back what a cook said.
///
/// The state before each verb is kept. Undo goes on from there as if the verb had never been said:
/// what has happened since then by itself stays as it happened where it could have happened all the
/// same, nothing is made up that nobody did, and what differs from what was recorded is recorded,
/// so that the log tells both the mistake and its correction.
extension RunStateMachine {
  /// Goes on as if the last verb had not been said.
  mutating func undo() throws(VerbRefusal) -> VerbOutcome {
    guard let entry = undoHistory.pop() else { throw .nothingToUndo }
    let wasPaused = state.phase == .paused
    record(.cookTookBack)
    let past = state
    state = entry.state
    clockNow = now
    relive(past, without: entry.begun)
    let first = plan.menu.dishes.count
    let added = first..<max(first, past.plan.menu.dishes.count)
    if !toldDishes.isDisjoint(with: added) { keepDropped(past) }
    if plan != past.plan {
      // The plan that is asked for says when dinner is: one line.
      replanning.isUntold = isPlanRequested
      if isPlanRequested {
        record(.planReplaced, plan: plan, cause: .undone)
      } else {
        recordReplacement(plan, .undone)
      }
    }
    recordDifferences(from: past.steps)
    recordActs(from: past.acts)
    switch (wasPaused, state.phase) {
    case (true, .running): record(.runResumed)
    case (false, .paused): record(.runPaused)
    default: break
    }
    want(.undone)
    return asItIsAgain(entry.outcome ?? whatWasSaid(before: past))
  }

  /// What had been said, with what is true again instead: how long a step takes, and who does it.
  private func asItIsAgain(_ outcome: VerbOutcome) -> VerbOutcome {
    switch outcome {
    case .retimed(let step, let change, _), .usedUp(let step, let change, _):
      guard let index = state.number(of: step) else { return outcome }
      return .retimed(step, by: change, takes: steps[index].planned.duration)
    case .handed(let step, _):
      guard let index = state.number(of: step) else { return outcome }
      let cooks = steps[index].status == .pending ? steps[index].planned.cooks : steps[index].cooks
      return cooks.first.map { .handed(step, to: $0) } ?? outcome
    default: return outcome
    }
  }

  /// What a verb had led to that was said before this process was there, from what is as it was
  /// again.
  private func whatWasSaid(before past: RunState) -> VerbOutcome {
    let first = plan.menu.dishes.count
    let added = past.plan.menu.dishes.dropFirst(first).map(\.label)
    if !added.isEmpty { return .added(added) }
    for (old, new) in zip(past.steps, steps) where !isSame(old, new) {
      switch (old.status, new.status) {
      case (.finished, .running): return .ended(new.reference)
      case (.finished, .pending), (.running, .pending): return .started(new.reference)
      case (.skipped, _): return .skipped(new.reference)
      case (.dropped, _): return .dropped(dish: new.reference.dish)
      case (.running, .running) where old.cooks != new.cooks:
        return .handed(new.reference, to: new.cooks.first ?? 0)
      default: continue
      }
    }
    if let due = state.acts.first(where: { due in !past.acts.contains { $0.act == due.act } }) {
      return .answered(due.act)
    }
    for (old, new) in zip(past.steps, steps)
    where old.planned.duration != new.planned.duration && !new.isOver {
      let change = old.planned.duration - new.planned.duration
      return .retimed(new.reference, by: change, takes: new.planned.duration)
    }
    return .noted
  }

  /// Goes through the time up to now again: what began then begins where it still could, what was
  /// due ends, and nothing else happens; nobody was asked to begin anything else.
  mutating func relive(_ past: RunState, without begun: Int?) {
    let (gathered, origin) = (outbox, now)
    var starts = past.steps.indices.compactMap { index -> (index: Int, moment: Seconds)? in
      guard steps.indices.contains(index), steps[index].status == .pending,
        index != begun, let moment = past.steps[index].start, moment >= origin
      else { return nil }
      return (index, moment)
    }
    while let moment = starts.map(\.moment).min() {
      settleEnds(to: moment)
      // One may follow another's start: each is tried again after every start of the moment.
      while let place = starts.firstIndex(where: {
        $0.moment == moment && beginAgain($0.index, as: past)
      }) {
        starts.remove(at: place)
      }
      starts.removeAll { $0.moment == moment }
    }
    settleEnds(to: past.now)
    takeOver(past.acts)
    state.raisePerformed(under: settings)
    if !asksCooks { state.served.merge(past.served) { _, latest in latest } }
    state.preheatsAnnounced = plan.preheats.prefix { $0.start <= past.now }.count
    replanning.need = .none
    outbox = gathered
  }

  /// Goes on with what has come due since, as far as it is due without what was said, too. Whoever was
  /// reminded of something has heard it.
  private mutating func takeOver(_ acts: [DueAct]) {
    for due in acts {
      if let place = state.acts.firstIndex(where: { $0.act == due.act }) {
        state.acts[place].reminderCount = max(state.acts[place].reminderCount, due.reminderCount)
      } else if isDueAnyway(due.act) {
        state.acts.append(due)
      }
    }
    state.pruneActs()
  }

  /// Whether an act that came due after something had been said would have come due without it.
  private func isDueAnyway(_ act: Act) -> Bool {
    switch act {
    case .perform: true
    case .putIn(let reference):
      state.number(of: reference).flatMap { state.plannedStart(of: $0, settings.policy) }
        .map { $0 <= now } ?? false
    // Its timer has it come due again.
    case .takeOut: false
    case .heat(let heating):
      state.openPreheats.contains { $0.heating == heating && $0.start <= now }
    case .serve(let course): servingMoment(of: course).map { $0 <= now } ?? false
    }
  }

  /// Begins a pending step as it began; whether the kitchen still lets it.
  private mutating func beginAgain(_ index: Int, as past: RunState) -> Bool {
    let (pending, step) = (steps[index], past.steps[index])
    state.steps[index] = StepProgress(planned: step.planned, in: plan.menu.kitchen)
    state.steps[index].planned.cooks = step.cooks
    if step.planned.option == pending.planned.option {
      // Its length may be what was said.
      state.steps[index].planned.end = step.planned.start + pending.planned.duration
    }
    guard state.readiness(of: index, .possible, under: settings) == .ready else {
      state.steps[index] = pending
      return false
    }
    begin(index, by: step.cooks)
    return true
  }

  /// Dishes that were added by mistake stay on the menu, dropped, where the log tells of them: only
  /// a dish that nothing has happened to goes as it came.
  ///
  /// What of them was begun has taken somebody's hands; nothing that was said before it can be
  /// taken back any more, as if those hands had been elsewhere.
  private mutating func keepDropped(_ larger: RunState) {
    var plan = plan
    let first = plan.menu.dishes.count
    plan.menu = larger.plan.menu
    plan.steps += larger.plan.steps.filter { $0.reference.dish >= first }
    state.adopt(plan)
    for index in steps.indices where steps[index].reference.dish >= first {
      state.steps[index] = larger.steps[index]
      if steps[index].start != nil { undoHistory.clear() }
      guard !steps[index].isOver else { continue }
      if steps[index].start != nil { state.steps[index].end = now }
      state.steps[index].status = .dropped
      state.due[index] = nil
      record(.stepDropped, steps[index])
    }
  }

  /// Records how the steps stand now where that is not what the log says.
  private mutating func recordDifferences(from present: [StepProgress]) {
    for index in present.indices where index < steps.count {
      let (old, new) = (present[index], steps[index])
      // What belongs to a dish that is gone again has been recorded as dropped.
      guard !isSame(old, new), new.status != .dropped else { continue }
      let told = recordUndone(old, until: new)
      if told.status == .running, told.cooks != new.cooks { record(.stepHanded, new) }
      if new.end != nil, !told.isOver {
        record(new.status == .skipped ? .stepSkipped : .stepFinished, new, at: new.end)
      }
    }
  }

  /// Records which acts are due now that were not.
  private mutating func recordActs(from present: [DueAct]) {
    guard asksCooks else { return }
    for due in state.acts where !present.contains(where: { $0.act == due.act }) { record(due) }
  }

  private func isSame(_ a: StepProgress, _ b: StepProgress) -> Bool {
    a.status == b.status && a.start == b.start && a.end == b.end && a.cooks == b.cooks
  }

  /// Records step by step that what had happened has not, as far as it has not.
  ///
  /// - Returns: How the step stands by the log then.
  private mutating func recordUndone(
    _ old: StepProgress, until new: StepProgress
  ) -> StepProgress {
    var step = old
    while step.status != .pending {
      if step.status == .running, new.start == step.start, new.start != nil { break }
      if isSame(step, new) { break }
      step.takeBack()
      record(.stepUndone, step)
    }
    return step
  }
}
