/// The run record as a fold over the log.
extension Run {
  /// A run of `plan` to which nothing has happened yet.
  package init(
    id: Int, of plan: Plan, planID: Int, mode: Mode, speedThousandths: Int, policy: Policy,
    startedAt: Instant
  ) {
    let planned = Dictionary(plan.steps.map { ($0.reference, $0) }, uniquingKeysWith: { a, _ in a })
    let steps = plan.menu.stepReferences.compactMap { reference in
      planned[reference].map { step in
        RunStep(
          reference: reference, dish: plan.menu.dishes[reference.dish].label,
          step: plan.menu[reference].id, kind: step.kind, option: step.option,
          plannedStart: step.start, plannedEnd: step.end)
      }
    }
    self.init(
      id: id, meal: plan.menu.name, planID: planID, status: .running, mode: mode,
      speedThousandths: speedThousandths, policy: policy, startedAt: startedAt,
      planned: plan.makespan, steps: steps)
  }

  /// The same run of a plan before anything of it has happened, without its number and its plan's.
  package func begun(following plan: Plan) -> Run {
    Run(
      id: 0, of: plan, planID: 0, mode: mode, speedThousandths: speedThousandths, policy: policy,
      startedAt: startedAt)
  }

  /// That an event or an edit names a step that the run does not have.
  package struct UnknownStep: Error {}

  /// Takes in the next event of the log.
  ///
  /// - Parameter offsets: How long after serving time each dish is served.
  /// - Throws: ``UnknownStep``.
  package mutating func apply(_ event: RunEvent, _ offsets: [Seconds]) throws(UnknownStep) {
    switch RunLog.effect(of: event.kind) {
    case .begins:
      status = .running
      // Whoever begins before the time moves the run's start.
      if event.elapsed == .zero { startedAt = event.at }
    case .goesOn: status = .running
    case .pauses: status = .paused
    case .isLeft: status = .interrupted
    case .isReplanned: replans += 1
    case .isTold, .isTakenBack, .isNoted, .isDue, .isDone, .isServed: break
    case .happensTo(let change):
      guard let index = steps.firstIndex(where: { $0.reference == event.step }) else {
        throw UnknownStep()
      }
      steps[index].take(change, of: event)
    case .ends(let status): end(as: status, event, offsets)
    }
  }

  /// Goes over to a plan in the middle of the run: it may have chosen other ways of steps.
  package mutating func follow(_ plan: Plan) {
    for chosen in plan.chosenWays {
      guard let index = steps.firstIndex(where: { $0.reference == chosen.reference }) else {
        continue
      }
      steps[index].kind = chosen.kind
      steps[index].option = chosen.option
    }
  }

  /// Takes in an edit, after the whole log.
  ///
  /// - Parameter offsets: How long after serving time each dish is served.
  /// - Throws: ``UnknownStep``.
  package mutating func apply(_ edit: RunEdit, _ offsets: [Seconds]) throws(UnknownStep) {
    switch edit.kind {
    case .rated(let rating): self.rating = rating
    case .noted: break
    case .amended(let reference, let start, let end):
      guard let index = steps.firstIndex(where: { $0.reference == reference }) else {
        throw UnknownStep()
      }
      if steps[index].status != .finished { steps[index].endedBy = .cook }
      steps[index].status = .finished
      steps[index].actualStart = start
      steps[index].actualEnd = end
      if status == .finished { actual = serving(offsets).map { max($0, .zero) } }
    }
  }

  private mutating func end(as status: Status, _ event: RunEvent, _ offsets: [Seconds]) {
    self.status = status
    finishedAt = event.at
    guard status == .finished else {
      for index in steps.indices where [.pending, .running].contains(steps[index].status) {
        steps[index].status = .dropped
      }
      return actual = event.elapsed
    }
    actual = serving(offsets).map { max($0, .zero) } ?? event.elapsed
  }
}

extension RunStep: LoggedStep {
  /// No record says it: whoever needs to know compares its end with the plan's.
  package var isOverdue: Bool {
    get { false }
    set {}
  }

  package mutating func setCooks(_ names: [String]) { cooks = names }

  /// The step before anything has happened to it.
  package var asPlanned: RunStep {
    RunStep(
      reference: reference, dish: dish, step: step, kind: kind, option: option,
      plannedStart: plannedStart, plannedEnd: plannedEnd)
  }
}

extension Run.Status {
  /// Whether some process should be at it.
  package var isOpen: Bool { self == .running || self == .paused }
}

extension Plan {
  /// The steps that can be done in several ways, each with the one that was chosen.
  package var chosenWays: [PlannedStep] { steps.filter { menu[$0.reference].hasOptions } }
}
