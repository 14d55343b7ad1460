import KitchenModel

/// Taking back what a cook said.
///
/// The state before each verb is kept. Undo goes on from there as if the verb had never been said:
/// what has happened since then by itself stays as it happened where it could have happened all the
/// same, nothing is made up that nobody did, and what differs from what was recorded is recorded, so
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
    /// The step that the verb itself started; undo takes it back.
    var begun: Int?
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

  /// Where the run was paused when the process went, it goes on by now, whatever is taken back.
  mutating func resumeMementos() {
    for index in mementos.indices where mementos[index].phase == .paused {
      mementos[index].phase = .running
    }
  }

  /// Goes on as if the last verb had not been said.
  mutating func undo() throws(VerbRefusal) {
    guard let memento = mementos.popLast() else { throw .nothingToUndo }
    let wasPaused = phase == .paused
    let present = steps
    let plan = plan
    record(.cookTookBack)
    let past = self
    restore(memento)
    relive(past, without: memento.begun)
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

  /// Goes through the time up to now again: what began then begins where it still could, what was due
  /// ends, and nothing else happens; nobody was told to begin anything else.
  private mutating func relive(_ past: RunStateMachine, without begun: Int?) {
    let (gathered, phase, origin) = (actions, phase, now)
    self.phase = .leftAlone
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
    for index in steps.indices where past.steps[index].start == steps[index].start {
      steps[index].nags = past.steps[index].nags
    }
    preheatsTold = plan.preheats.prefix { $0.start <= past.now }.count
    wish = nil
    self.phase = phase
    actions = gathered
  }

  /// Begins a pending step as it began; whether the kitchen still lets it.
  private mutating func beginAgain(_ index: Int, as past: RunStateMachine) -> Bool {
    let (pending, step) = (steps[index], past.steps[index])
    steps[index] = StepProgress(planned: step.planned, in: plan.menu.kitchen)
    steps[index].planned.cooks = step.cooks
    if step.planned.option == pending.planned.option {
      // Its length may be what was said.
      steps[index].planned.end = step.planned.start + pending.planned.duration
    }
    guard readiness(of: index, .possible) == .ready else {
      steps[index] = pending
      return false
    }
    begin(index, by: step.cooks)
    return true
  }

  /// A menu never shrinks: dishes that were added by mistake stay on it, dropped.
  ///
  /// What of them was begun has taken somebody's hands; nothing that was said before it can be taken
  /// back any more, as if those hands had been elsewhere.
  private mutating func keepDropped(_ larger: Plan, _ present: [StepProgress]) {
    var plan = plan
    let first = plan.menu.dishes.count
    plan.menu = larger.menu
    plan.steps += larger.steps.filter { $0.reference.dish >= first }
    adopt(plan)
    for index in steps.indices where steps[index].reference.dish >= first {
      steps[index] = present[index]
      if steps[index].start != nil { mementos = [] }
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
      // What belongs to a dish that is gone again has been recorded as dropped.
      guard !isSame(old, new), new.status != .dropped else { continue }
      let told = takeBack(index, old, until: new)
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
