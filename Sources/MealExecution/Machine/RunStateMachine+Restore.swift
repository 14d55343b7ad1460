package import KitchenModel

/// Taking up a run whose process is gone.
extension RunStateMachine {
  /// Restores the machine of a run from its log and the plan that it followed last.
  ///
  /// Nothing of it is said or recorded again. A run that was not over can be begun again with
  /// ``start(at:)``; one that was paused goes on then. Events of steps that the plan's menu does not
  /// have are passed over. What a cook pressed last can still be taken back, as far as the log tells
  /// of it (`RunStateMachine+PressesInLog.swift`).
  package init(plan: Plan, settings: Settings, replaying events: [RunEvent]) {
    self.init(plan: plan, settings: settings)
    guard !events.isEmpty else { return }
    phase = .leftAlone
    for event in events {
      rememberPress(in: event)
      replay(event)
    }
    horizon = now
    let last = now
    preheatsTold = plan.preheats.prefix { $0.start <= last }.count
  }

  private mutating func replay(_ event: RunEvent) {
    now = max(now, event.elapsed)
    switch event.kind {
    case .runFinished: phase = .over(.finished)
    case .runAborted: phase = .over(.aborted)
    case .runStarted: hasBegun = true
    case .runPaused, .runResumed, .runInterrupted, .planReplaced, .runNoted: break
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
