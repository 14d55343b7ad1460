package import KitchenModel

/// Taking up a run whose process is gone.
extension RunStateMachine {
  /// Restores the machine of a run from its log and the plan that it followed last.
  ///
  /// Nothing of it is said or recorded again. A run that was not over can be begun again with
  /// ``start(at:)``; one that was paused goes on then. Events of steps that the plan's menu does not
  /// have are passed over.
  package init(
    plan: Plan, settings: Settings, placer: any DishPlacer = NoPlacer(),
    replaying events: [RunEvent]
  ) {
    self.init(plan: plan, settings: settings, placer: placer)
    guard !events.isEmpty else { return }
    state.phase = .detached(hasBegun: false)
    if events.contains(where: { $0.kind == .actDue }) { state.appliances = Appliances() }
    for event in events { replay(event) }
    state.pruneActs()
    clockNow = now
    let last = now
    state.preheatsAnnounced = plan.preheats.prefix { $0.start <= last }.count
  }

  /// Restores the machine of a run from its log and all the plans that it has followed, in order.
  ///
  /// What the cook said can still be taken back, as if the process had lived.
  package init(
    plans: [Plan], settings: Settings, placer: any DishPlacer = NoPlacer(),
    replaying events: [RunEvent]
  ) {
    precondition(!plans.isEmpty, "a run follows a plan")
    self.init(
      plan: plans[plans.count - 1], settings: settings, placer: placer, replaying: events)
    guard let past = Self.retraced(events, following: plans, settings) else { return }
    // Plan by plan it is known how long what runs is to take, and what is due for that.
    let phase = state.phase
    let announced = state.preheatsAnnounced
    (state, undoHistory) = (past.state, past.undoHistory)
    (state.phase, state.preheatsAnnounced) = (phase, announced)
  }

  /// Takes up a run that was left before its beginning, which is still to come: it is under way again,
  /// and waits. Empty for any other run.
  package mutating func waitAgain() -> [RunAction] {
    guard state.phase == .detached(hasBegun: false) else { return [] }
    state.phase = .ready
    record(.runResumed)
    return flush(.wait(until: .zero))
  }

  /// The machine as it went through a log, plan by plan, with the states before what the cook said and
  /// has not taken back; nil where a plan is missing.
  private static func retraced(
    _ events: [RunEvent], following plans: [Plan], _ settings: Settings
  ) -> RunStateMachine? {
    guard plans.count == 1 + events.count(where: { $0.kind == .planReplaced }) else { return nil }
    var past = RunStateMachine(plan: plans[0], settings: settings)
    if events.contains(where: { $0.kind == .actDue }) { past.state.appliances = Appliances() }
    var coming = plans.dropFirst().makeIterator()
    past.state.phase = .running
    var word: RunLog.Effect?
    var retimed: StepReference?
    for (place, event) in events.enumerated() {
      past.replay(event)
      let effect = RunLog.effect(of: event.kind)
      if effect == .isTold || effect == .isTakenBack { (word, retimed) = (effect, event.step) }
      if effect == .isDue { past.noteAnswering(event, before: events.dropFirst(place + 1).first) }
      if effect == .isReplanned, let plan = coming.next() {
        past.followAgain(plan, retiming: retimed)
        retimed = nil
      }
      past.rememberAgain(
        effect, event, said: word,
        isNext: place > 0 && RunLog.effect(of: events[place - 1].kind) == word)
    }
    return past
  }

  /// Takes note of who answers: what is done as it comes due nobody was asked for.
  private mutating func noteAnswering(_ due: RunEvent, before next: RunEvent?) {
    guard case .cook = settings.ending, settings.answering != .everything else { return }
    let isDoneAtOnce = next?.kind == .actDone && next?.act == due.act
    settings.answering = isDoneAtOnce ? .atOnce : .byCook
  }

  /// Keeps what undo goes back to in step with the log.
  ///
  /// - Parameters:
  ///   - word: Whether the cook said something last, or took it back; nil for neither yet.
  ///   - isNext: Whether that was the event before.
  private mutating func rememberAgain(
    _ effect: RunLog.Effect, _ event: RunEvent, said word: RunLog.Effect?, isNext: Bool
  ) {
    let index = event.step.flatMap(state.number)
    switch effect {
    case .isTold: undoHistory.push(.init(state: state))
    case .isTakenBack: undoHistory.pop().map { goBack(to: $0) }
    case .happensTo(.starts):
      // What else begins follows from something that the log tells before.
      if isNext, word == .isTold { undoHistory.setBegun(index) }
    case .happensTo(.isDropped):
      if word == .isTakenBack, let index, steps[index].start != nil { undoHistory.clear() }
    case .isLeft: state.phase = .detached(hasBegun: true)
    case .goesOn:
      if state.phase.isDetached { undoHistory.resume() }
      state.phase = .running
    case .pauses: state.phase = .paused
    case .begins, .ends, .isReplanned, .isNoted, .isDue, .isDone, .isServed,
      .happensTo(.isOverdue), .happensTo(.finishes), .happensTo(.isSkipped), .happensTo(.isHanded),
      .happensTo(.isUndone):
      break
    }
  }

  /// Takes from the state before the word that is taken back what the log does not tell: how long what
  /// runs is to take, and what is not due any more. What happened to the steps follows in the log.
  private mutating func goBack(to entry: UndoHistory.Entry) {
    var past = self
    past.state = entry.state
    past.relive(state, without: entry.begun)
    (state.acts, state.appliances) = (past.state.acts, past.state.appliances)
    for index in steps.indices where past.steps.indices.contains(index) {
      let step = past.steps[index]
      state.steps[index].planned = step.planned
      (state.steps[index].isOverdue, state.steps[index].overrunDeadline) = (
        step.isOverdue, step.overrunDeadline
      )
      state.due[index] = steps[index].status == .running ? past.state.due[index] : nil
    }
  }

  /// Goes over to a plan of the log. It knows how long what runs was to take from then on.
  ///
  /// - Parameter retimed: The step of which a cook had just said how long it takes; nil for none.
  private mutating func followAgain(_ plan: Plan, retiming retimed: StepReference?) {
    state.adopt(plan)
    for step in plan.steps {
      guard let index = state.number(of: step.reference), steps[index].status == .running else {
        continue
      }
      let isLate = steps[index].start.map { $0 + steps[index].planned.duration <= now } ?? false
      // What is late keeps its own estimate: the plan only allows for it.
      guard step.reference == retimed || !isLate else { continue }
      state.steps[index].planned.end = steps[index].planned.start + step.duration
      state.steps[index].isOverdue = false
      state.setTimer(index, settings)
      // While its timer runs it is not to be taken out yet.
      if state.due[index].map({ $0 > now }) ?? false {
        state.acts.removeAll { $0.act == .takeOut(step.reference) }
      } else if state.isDue(.takeOut(step.reference)) {
        state.due[index] = nil
      }
    }
  }

  private mutating func replay(_ event: RunEvent) {
    state.now = max(now, event.elapsed)
    let effect = RunLog.effect(of: event.kind)
    if effect != .isTold, let dish = event.step?.dish { toldDishes.insert(dish) }
    switch effect {
    case .begins: if state.phase.isDetached { state.phase = .detached(hasBegun: true) }
    case .ends(let status): state.phase = .over(status)
    case .pauses, .goesOn, .isLeft, .isReplanned, .isNoted, .isTold, .isTakenBack: break
    case .isDue: if let act = event.act { comesDueAgain(act, event) }
    case .isDone: if let act = event.act { isDoneAgain(act, event) }
    case .isServed:
      if case .serve(let course) = event.act { state.served[course] = event.elapsed }
    case .happensTo(let change):
      guard let index = event.step.flatMap(state.number) else { return }
      state.steps[index].take(change, of: event)
      switch change {
      case .starts:
        state.setTimer(index, settings)
        state.noteHeat(of: index)
      case .finishes, .isSkipped, .isDropped: state.due[index] = nil
      case .isUndone:
        state.due[index] = nil
        if steps[index].status == .running { state.setTimer(index, settings) }
      case .isOverdue, .isHanded: break
      }
      state.pruneActs()
      state.raisePerformed(under: settings)
    }
  }

  private mutating func comesDueAgain(_ act: Act, _ event: RunEvent) {
    let names = plan.menu.kitchen.cooks.names
    let cook = event.cooks.first.flatMap { names.firstIndex(of: $0) }
    state.acts.removeAll { $0.act == act }
    var cooling = false
    switch act {
    case .serve(let course): state.served[course] = nil
    case .heat(let heating):
      cooling = state.appliances?.isHotter(heating) ?? false
      if state.appliances?.isSet(heating) ?? false {
        state.appliances?[heating.equipment, heating.unit] = nil
      }
    case .takeOut(let reference): state.number(of: reference).map { state.due[$0] = nil }
    case .perform, .putIn: break
    }
    state.acts.append(
      DueAct(
        act, since: event.elapsed, cook: cook ?? state.hand(for: act, settings.limits),
        isCooling: cooling))
  }

  private mutating func isDoneAgain(_ act: Act, _ event: RunEvent) {
    state.acts.removeAll { $0.act == act }
    if case .heat(let heating) = act { setHeat(heating, at: event.elapsed) }
  }
}
