package import KitchenModel

/// Taking up a run whose process is gone.
extension RunStateMachine {
  /// Restores the machine of a run from its log and the plan that it followed last.
  ///
  /// Nothing of it is said or recorded again. A run that was not over can be begun again with
  /// ``start(at:)``; one that was paused goes on then. Events of steps that the plan's menu does not
  /// have are passed over.
  package init(plan: Plan, settings: Settings, replaying events: [RunEvent]) {
    self.init(plan: plan, settings: settings)
    guard !events.isEmpty else { return }
    phase = .leftAlone
    for event in events { replay(event) }
    horizon = now
    let last = now
    preheatsTold = plan.preheats.prefix { $0.start <= last }.count
  }

  /// Restores the machine of a run from its log and all the plans that it has followed, in order.
  ///
  /// What the cook said can still be taken back, as if the process had lived.
  package init(plans: [Plan], settings: Settings, replaying events: [RunEvent]) {
    precondition(!plans.isEmpty, "a run follows a plan")
    self.init(plan: plans[plans.count - 1], settings: settings, replaying: events)
    mementos = Self.mementos(of: events, following: plans, settings)
  }

  /// Takes up a run that was left before its beginning, which is still to come: it is under way again,
  /// and waits. Empty for any other run.
  package mutating func waitAgain() -> [RunAction] {
    guard phase == .leftAlone, !hasBegun else { return [] }
    phase = .ready
    record(.runResumed)
    return flush(.wait(until: .zero))
  }

  /// The states before what the cook said and has not taken back; none where a plan is missing.
  private static func mementos(
    of events: [RunEvent], following plans: [Plan], _ settings: Settings
  ) -> [Memento] {
    guard plans.count == 1 + events.count(where: { $0.kind == .planReplaced }) else { return [] }
    var past = RunStateMachine(plan: plans[0], settings: settings)
    var coming = plans.dropFirst().makeIterator()
    past.phase = .running
    var word: RunEvent.Kind?
    for (place, event) in events.enumerated() {
      past.replay(event)
      switch event.kind {
      case .cookSaid, .cookTookBack: word = event.kind
      case .planReplaced: coming.next().map { past.followAgain($0) }
      default: break
      }
      past.rememberAgain(event, said: word, isNext: place > 0 && events[place - 1].kind == word)
    }
    return past.mementos
  }

  /// Keeps what undo goes back to in step with the log.
  ///
  /// - Parameters:
  ///   - word: Whether the cook said something last, or took it back; nil for neither yet.
  ///   - isNext: Whether that was the event before.
  private mutating func rememberAgain(_ event: RunEvent, said word: RunEvent.Kind?, isNext: Bool) {
    let index = event.step.flatMap { graph.contains($0) ? graph.index(of: $0) : nil }
    switch event.kind {
    case .cookSaid: remember(memento)
    case .cookTookBack: _ = mementos.popLast()
    case .stepStarted where isNext && word == .cookSaid:
      // What else begins follows from something that the log tells before.
      mementos[mementos.count - 1].begun = index
    case .stepDropped where word == .cookTookBack:
      if let index, steps[index].start != nil { mementos = [] }
    case .runInterrupted: phase = .leftAlone
    case .runResumed:
      if phase == .leftAlone { resumeMementos() }
      phase = .running
    case .runPaused: phase = .paused
    default: break
    }
  }

  /// Goes over to a plan of the log. It knows how long what runs was to take from then on.
  private mutating func followAgain(_ plan: Plan) {
    adopt(plan)
    for step in plan.steps where graph.contains(step.reference) {
      let index = graph.index(of: step.reference)
      guard steps[index].status == .running, !steps[index].isOverdue else { continue }
      steps[index].planned.end = steps[index].planned.start + step.duration
      setTimer(index)
    }
  }

  private mutating func replay(_ event: RunEvent) {
    now = max(now, event.elapsed)
    switch event.kind {
    case .runFinished: phase = .over(.finished)
    case .runAborted: phase = .over(.aborted)
    case .runStarted: hasBegun = true
    case .runPaused, .runResumed, .runInterrupted, .planReplaced, .runNoted, .cookSaid,
      .cookTookBack:
      break
    case .stepStarted, .stepOverdue, .stepFinished, .stepSkipped, .stepDropped, .stepHanded,
      .stepUndone:
      guard let reference = event.step, graph.contains(reference) else { return }
      replay(event, graph.index(of: reference))
    }
  }

  private mutating func replay(_ event: RunEvent, _ index: Int) {
    switch event.kind {
    case .stepStarted:
      let names = plan.menu.kitchen.cooks.names
      steps[index].status = .running
      steps[index].start = event.elapsed
      steps[index].cooks = event.cooks.compactMap { names.firstIndex(of: $0) }
      setTimer(index)
    case .stepHanded:
      let names = plan.menu.kitchen.cooks.names
      steps[index].cooks = event.cooks.compactMap { names.firstIndex(of: $0) }
    case .stepDropped:
      due[index] = nil
      steps[index].status = .dropped
      steps[index].end = steps[index].start == nil ? nil : event.elapsed
    case .stepUndone:
      steps[index].takeBack()
      due[index] = nil
      if steps[index].status == .running { setTimer(index) }
    case .stepOverdue:
      steps[index].isOverdue = true
    case .stepFinished, .stepSkipped:
      due[index] = nil
      steps[index].status = event.kind == .stepFinished ? .finished : .skipped
      steps[index].end = steps[index].start == nil ? nil : event.elapsed
      steps[index].endedBy = event.endedBy ?? (event.kind == .stepSkipped ? .skipped : .timer)
    default: break
    }
  }
}
