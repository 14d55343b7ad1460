import KitchenModel

/// What undo can take back of what was pressed before the process was gone.
///
/// A log tells facts, not verbs. That a cook ended or skipped a step is a fact of its own; that one
/// started a step early, gave it more time or added a dish shows only in what followed. Undo takes
/// back the *last* thing said and never an older one in its place, so a press is remembered only
/// until something comes that may have been another verb. A new plan is such a thing, and besides it
/// has what had ended at its true length, so that nothing of before can be told from it.
extension RunStateMachine {
  /// Remembers the state before `event` where a cook pressed, and forgets what undo must not skip to.
  mutating func rememberPress(in event: RunEvent) {
    let index = event.step.flatMap { graph.contains($0) ? graph.index(of: $0) : nil }
    switch event.kind {
    case .stepFinished, .stepSkipped:
      guard let index, event.kind == .stepSkipped || event.endedBy == .cook else { return }
      // A later plan has left the step out: when and by whom it was to be done is not known.
      let reference = steps[index].reference
      guard plan.steps.contains(where: { $0.reference == reference }) else { return mementos = [] }
      remember(stateBefore(event, pressing: index))
    case .stepUndone:
      forgetPress(undoneBy: index)
    case .stepStarted:
      // The plan did not want it yet: a cook started it.
      if let index, event.elapsed < steps[index].planned.start { mementos = [] }
    case .planReplaced, .runResumed, .stepHanded, .stepDropped, .runPaused: mementos = []
    case .runStarted, .stepOverdue, .runNoted, .runInterrupted, .runAborted, .runFinished: break
    }
  }

  private func stateBefore(_ event: RunEvent, pressing index: Int) -> Memento {
    var before = memento
    let moment = max(now, event.elapsed)
    before.now = moment
    before.phase = .running
    before.preheatsTold = plan.preheats.prefix { $0.start <= moment }.count
    before.pressed = index
    return before
  }

  /// A press that was taken back while the process lived is not there to be taken back again.
  private mutating func forgetPress(undoneBy index: Int?) {
    guard let index, steps[index].isOver, steps[index].endedBy != .timer else { return }
    if mementos.last?.pressed == index { mementos.removeLast() } else { mementos = [] }
  }
}
