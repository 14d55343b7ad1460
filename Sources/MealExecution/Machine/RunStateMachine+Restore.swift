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
    undoHistory = past.undoHistory
    // The last plan only allows for what is late; how long it was to take was said before.
    for index in steps.indices where steps[index].status == .running {
      let planned = steps[index].planned
      state.steps[index].planned.end = planned.start + past.steps[index].planned.duration
      let takingOut = Act.takeOut(steps[index].reference)
      if state.isDue(takingOut), !past.state.isDue(takingOut) {
        // It was given more time after it came due, which the plans alone tell.
        state.acts.removeAll { $0.act == takingOut }
        state.setTimer(index, settings)
      }
      if state.due[index] != nil { state.setTimer(index, settings) }
    }
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
    var coming = plans.dropFirst().makeIterator()
    past.state.phase = .running
    var word: RunLog.Effect?
    for (place, event) in events.enumerated() {
      past.replay(event)
      let effect = RunLog.effect(of: event.kind)
      if effect == .isTold || effect == .isTakenBack { word = effect }
      if effect == .isReplanned, let plan = coming.next() {
        let isSaid = word == .isTold && place > 0 && events[place - 1].kind == .cookSaid
        past.followAgain(plan, isSaid ? .saysHowLong : .allowsForWhatIsLate)
      }
      past.rememberAgain(
        effect, event, said: word,
        isNext: place > 0 && RunLog.effect(of: events[place - 1].kind) == word)
    }
    return past
  }

  /// What a plan of the log says of a step that ran past its time by then.
  private enum PlanOrigin {
    /// A cook had just said how long it takes.
    case saysHowLong
    /// It only goes on with it.
    case allowsForWhatIsLate
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
    case .isTakenBack: undoHistory.pop().map { takeOutAgain(as: $0.state) }
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

  /// What was due to be taken out before the word that is taken back is due again.
  private mutating func takeOutAgain(as before: RunState) {
    for due in before.acts where due.act.kind == .takeOut && !state.isDue(due.act) {
      guard let index = due.act.step.flatMap(state.number), steps[index].status == .running else {
        continue
      }
      state.acts.append(due)
      state.due[index] = nil
    }
  }

  /// Goes over to a plan of the log. It knows how long what runs was to take from then on.
  private mutating func followAgain(_ plan: Plan, _ origin: PlanOrigin) {
    let former = self.plan
    state.adopt(plan)
    let isSameMenu = former.menu == plan.menu
    for step in plan.steps {
      guard let index = state.number(of: step.reference), steps[index].status == .running else {
        continue
      }
      // Nobody says of what is to be taken out that it is late.
      if steps[index].isOverdue || state.isDue(.takeOut(step.reference)) {
        let before = former.steps.first { $0.reference == step.reference }?.duration
        guard origin == .saysHowLong, isSameMenu, before != step.duration else { continue }
        state.steps[index].isOverdue = false
        // What the cook spoke of may be another step; this one then only ends at this moment.
        if steps[index].planned.start + step.duration > now {
          state.acts.removeAll { $0.act == .takeOut(step.reference) }
        }
      }
      state.steps[index].planned.end = steps[index].planned.start + step.duration
      state.setTimer(index, settings)
    }
  }

  private mutating func replay(_ event: RunEvent) {
    state.now = max(now, event.elapsed)
    if let dish = event.step?.dish { toldDishes.insert(dish) }
    switch RunLog.effect(of: event.kind) {
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
