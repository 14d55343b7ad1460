import KitchenModel

/// Taking back what a cook said.
///
/// The state before each verb is kept. Undo goes on from there as if the verb had never been said:
/// time is gone through again up to now, and what differs from what was recorded is recorded, so
/// that the log tells both the mistake and its correction.
extension RunStateMachine {
  /// What undo goes back to.
  struct Memento: Sendable {
    var plan: Plan
    var now: Seconds
    var phase: Phase
    var graph: StepGraph
    var order: PlanOrder
    var steps: [StepProgress]
    var due: [Int: Seconds]
    var preheatsTold: Int
  }

  /// How many verbs can be taken back one after the other.
  private static let memory = 20

  /// What there is to remember before a verb.
  var memento: Memento {
    Memento(
      plan: plan, now: now, phase: phase, graph: graph, order: order, steps: steps, due: due,
      preheatsTold: preheatsTold)
  }

  /// Remembers the state before a verb that was followed.
  mutating func remember(_ memento: Memento) {
    mementos.append(memento)
    if mementos.count > Self.memory { mementos.removeFirst() }
  }

  /// Brings what undo goes back to over a time in which nobody was there: up to `last` the plan was
  /// followed, from there to `moment` what was due ended and nothing started. Then the run goes on,
  /// paused or not.
  mutating func bridgeMementos(from last: Seconds, to moment: Seconds) {
    mementos = mementos.compactMap { memento in
      var past = self
      past.restore(memento)
      _ = past.replayed(to: max(last, memento.now), wasPaused: false)
      past.settleEnds(to: moment)
      if past.phase == .paused { past.phase = .running }
      return past.isOver ? nil : past.memento
    }
  }

  /// Goes on as if the last verb had not been said.
  mutating func undo() throws(VerbRefusal) {
    guard let memento = mementos.popLast() else { throw .nothingToUndo }
    let wasPaused = phase == .paused
    let present = steps
    let plan = plan
    let moment = now
    record(.cookTookBack)
    restore(memento)
    actions = replayed(to: moment, wasPaused: wasPaused)
    if self.plan.menu.dishes.count < plan.menu.dishes.count { keepDropped(plan, present) }
    if self.plan != plan { recordReplacement(self.plan, .undone) }
    recordDifferences(from: present)
    switch (wasPaused, phase) {
    case (true, .running): record(.runResumed)
    case (false, .paused): record(.runPaused)
    default: break
    }
    want(.undone)
  }

  private mutating func restore(_ memento: Memento) {
    plan = memento.plan
    now = memento.now
    horizon = memento.now
    phase = memento.phase
    graph = memento.graph
    order = memento.order
    steps = memento.steps
    due = memento.due
    preheatsTold = memento.preheatsTold
  }

  /// Goes through time again by the plan alone; returns the actions that had been gathered before.
  private mutating func replayed(to moment: Seconds, wasPaused: Bool) -> [RunAction] {
    let gathered = actions
    let policy = settings.policy
    settings.policy = policy == .sequential ? .sequential : .static
    _ = proceed(to: moment)
    settings.policy = policy
    now = moment
    wish = nil
    return gathered
  }

  /// A menu never shrinks: dishes that were added by mistake stay on it, dropped.
  private mutating func keepDropped(_ larger: Plan, _ present: [StepProgress]) {
    var plan = plan
    let first = plan.menu.dishes.count
    plan.menu = larger.menu
    plan.steps += larger.steps.filter { $0.reference.dish >= first }
    adopt(plan)
    for index in steps.indices where steps[index].reference.dish >= first {
      steps[index] = present[index]
      guard !steps[index].isOver else { continue }
      if steps[index].start != nil { steps[index].end = now }
      steps[index].status = .dropped
      due[index] = nil
      record(.stepDropped, index)
    }
  }

  /// Records how the steps stand now where that is not what the log says.
  private mutating func recordDifferences(from present: [StepProgress]) {
    for index in present.indices where index < steps.count {
      let (old, new) = (present[index], steps[index])
      guard !isSame(old, new), old.status != .dropped || new.status != .dropped else { continue }
      let told = takeBack(index, old, until: new)
      if told.status == .pending, new.start != nil { record(.stepStarted, index, at: new.start) }
      if told.status == .running, told.cooks != new.cooks { record(.stepHanded, index) }
      if new.end != nil, !told.isOver {
        record(new.status == .skipped ? .stepSkipped : .stepFinished, index, at: new.end)
      }
    }
  }

  private func isSame(_ a: StepProgress, _ b: StepProgress) -> Bool {
    a.status == b.status && a.start == b.start && a.end == b.end && a.cooks == b.cooks
  }

  /// Records step by step that what had happened has not, as far as it has not.
  ///
  /// - Returns: How the step stands by the log then.
  private mutating func takeBack(
    _ index: Int, _ old: StepProgress, until new: StepProgress
  ) -> StepProgress {
    var step = old
    while step.status != .pending {
      if step.status == .running, new.start == step.start, new.start != nil { break }
      if isSame(step, new) { break }
      step.takeBack()
      let kept = steps[index]
      steps[index] = step
      record(.stepUndone, index)
      steps[index] = kept
    }
    return step
  }
}

extension StepProgress {
  /// Takes back what happened last: what had ended runs on, what had started is pending again.
  mutating func takeBack() {
    if status == .running || start == nil {
      status = .pending
      start = nil
      cooks = []
      isOverdue = false
    } else {
      status = .running
    }
    end = nil
    endedBy = nil
  }
}
