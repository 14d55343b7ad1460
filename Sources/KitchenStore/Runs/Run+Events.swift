internal import KitchenModel

/// The run record as a fold over the log: the one place that says what an event means for it.
extension Run {
  /// A run of `plan` to which nothing has happened yet.
  init(
    id: Int, of plan: Plan, planID: Int, mode: Mode, speedThousandths: Int, policy: Policy,
    startedAt: Instant
  ) {
    let planned = Dictionary(plan.steps.map { ($0.reference, $0) }, uniquingKeysWith: { a, _ in a })
    let steps = plan.menu.stepReferences.compactMap { reference in
      planned[reference].map { step in
        RunStep(
          reference: reference, dish: plan.menu.dishes[reference.dish].label,
          step: plan.menu[reference].id, kind: step.kind, plannedStart: step.start,
          plannedEnd: step.end)
      }
    }
    self.init(
      id: id, meal: plan.menu.name, planID: planID, status: .running, mode: mode,
      speedThousandths: speedThousandths, policy: policy, startedAt: startedAt,
      planned: plan.makespan, steps: steps)
  }

  /// Takes in the next event of the log.
  ///
  /// - Parameter offsets: How long after serving time each dish is served.
  /// - Throws: ``Unreadable`` where it names a step that the run does not have.
  mutating func apply(_ event: RunEvent, _ offsets: [Seconds]) throws {
    switch event.kind {
    case .runStarted, .runResumed: status = .running
    case .runPaused: status = .paused
    case .runInterrupted: status = .interrupted
    case .planReplaced: replans += 1
    case .stepOverdue, .runNoted, .cookSaid, .cookTookBack: break
    case .stepStarted:
      try changeStep(event) { step in
        step.status = .running
        step.actualStart = event.elapsed
        step.cooks = event.cooks
      }
    case .stepFinished:
      try changeStep(event) { step in
        step.status = .finished
        step.actualEnd = event.elapsed
        step.endedBy = event.endedBy
      }
    case .stepSkipped:
      try changeStep(event) { step in
        step.status = .skipped
        if step.actualStart != nil { step.actualEnd = event.elapsed }
        step.endedBy = .skipped
      }
    case .stepDropped:
      try changeStep(event) { step in
        step.status = .dropped
        if step.actualStart != nil { step.actualEnd = event.elapsed }
      }
    case .stepHanded:
      try changeStep(event) { step in step.cooks = event.cooks }
    case .stepUndone:
      try changeStep(event) { step in step.takeBack() }
    case .runFinished:
      end(as: .finished, event)
      actual = serving(offsets).map { max($0, .zero) } ?? event.elapsed
    case .runAborted:
      end(as: .aborted, event)
      for index in steps.indices where [.pending, .running].contains(steps[index].status) {
        steps[index].status = .dropped
      }
      actual = event.elapsed
    }
  }

  /// Goes over to a plan in the middle of the run: it may have chosen other ways of steps.
  mutating func follow(_ plan: Plan) {
    for (reference, kind) in plan.chosenKinds {
      guard let index = steps.firstIndex(where: { $0.reference == reference }) else { continue }
      steps[index].kind = kind
    }
  }

  /// Takes in an edit, after the whole log.
  ///
  /// - Parameter offsets: How long after serving time each dish is served.
  /// - Throws: ``Unreadable`` where it names a step that the run does not have.
  mutating func apply(_ edit: RunEdit, _ offsets: [Seconds]) throws {
    switch edit.kind {
    case .rated(let rating): self.rating = rating
    case .noted: break
    case .amended(let reference, let start, let end):
      guard let index = steps.firstIndex(where: { $0.reference == reference }) else {
        throw Unreadable()
      }
      if steps[index].status != .finished { steps[index].endedBy = .cook }
      steps[index].status = .finished
      steps[index].actualStart = start
      steps[index].actualEnd = end
      if status == .finished { actual = serving(offsets).map { max($0, .zero) } }
    }
  }

  private mutating func end(as status: Status, _ event: RunEvent) {
    self.status = status
    finishedAt = event.at
  }

  private mutating func changeStep(_ event: RunEvent, _ change: (inout RunStep) -> Void) throws {
    guard let index = steps.firstIndex(where: { $0.reference == event.step }) else {
      throw Unreadable()
    }
    change(&steps[index])
  }
}

extension RunStep {
  /// The step before anything has happened to it.
  var asPlanned: RunStep {
    RunStep(
      reference: reference, dish: dish, step: step, kind: kind, plannedStart: plannedStart,
      plannedEnd: plannedEnd)
  }

  /// Takes back what happened to the step last.
  fileprivate mutating func takeBack() {
    if status == .running || actualStart == nil {
      status = .pending
      actualStart = nil
      cooks = []
    } else {
      status = .running
    }
    actualEnd = nil
    endedBy = nil
  }
}

extension Run.Status {
  /// Whether some process should be at it.
  var isOpen: Bool { self == .running || self == .paused }
}

extension Plan {
  /// Whether each step that can be done in several ways takes hands.
  var chosenKinds: [(step: StepReference, kind: Way.Kind)] {
    steps.compactMap { step in
      menu[step.reference].hasOptions ? (step.reference, step.kind) : nil
    }
  }
}
