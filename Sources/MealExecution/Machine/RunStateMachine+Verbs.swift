package import KitchenModel

/// What a cook says.
extension RunStateMachine {
  /// Does what a cook says, at the moment that has been dealt with last.
  ///
  /// - Throws: ``VerbRefusal`` where it makes no sense; then nothing has changed.
  package mutating func handle(_ verb: RunVerb) throws(VerbRefusal) -> [RunAction] {
    precondition(!replanning.isAwaited, "a verb waits for the plan that was asked for")
    if case .over(let status) = state.phase { throw .over(status) }
    if state.phase == .ready, verb != .abort { throw .notBegun }
    let before = self
    let place = outbox.count
    if verb.isTakenBack { record(.cookSaid) }
    let outcome: VerbOutcome
    do throws(VerbRefusal) { outcome = try follow(verb) } catch {
      self = before
      throw error
    }
    if let step = outcome.retimedStep { name(step, at: place) }
    if verb.isTakenBack {
      let begun = steps.indices.first { index in
        steps[index].status == .running && before.steps.indices.contains(index)
          && before.steps[index].status == .pending
      }
      undoHistory.push(.init(state: before.state, begun: begun, outcome: outcome))
    }
    lastOutcome = outcome
    return proceed(to: now)
  }

  /// Names the step of which a cook said how long it takes: of what ran past its time, the plan that
  /// follows does not tell by itself whether it was said.
  private mutating func name(_ step: StepReference, at place: Int) {
    guard outbox.indices.contains(place), case .record(var entry) = outbox[place] else { return }
    entry.event.step = step
    outbox[place] = .record(entry)
  }

  private mutating func follow(_ verb: RunVerb) throws(VerbRefusal) -> VerbOutcome {
    switch verb {
    case .done(let reference, let moment): return try finish(reference, at: moment)
    case .answer(let act, let moment):
      try answer(act, at: moment)
      return .answered(act)
    case .start(let reference): return try startEarly(reference)
    case .extend(let reference, let more): return try retime(reference, by: more)
    case .shorten(let reference, let less): return try retime(reference, by: .zero - less)
    case .skip(let reference): return try skip(reference)
    case .pause:
      guard state.phase == .running else { throw .paused }
      record(.runPaused)
      replanning.beforePause = forecast
      state.phase = .paused
      return .paused
    case .resume:
      guard state.phase == .paused else { throw .notPaused }
      state.phase = .running
      record(.runResumed)
      if hasPauseMovedAnything { want(.resumed) }
      return .resumed
    case .hand(let reference, let cook): return try hand(reference, to: cook)
    case .add(let dishes):
      let first = plan.menu.dishes.count
      try add(dishes)
      return .added(plan.menu.dishes.dropFirst(first).map(\.label))
    case .drop(let dish):
      try drop(dish: dish)
      return .dropped(dish: dish)
    case .note(let text):
      record(.runNoted, text: text)
      return .noted
    case .undo: return .undone(try undo())
    case .abort:
      record(.runAborted)
      state.phase = .over(.aborted)
      return .aborted
    }
  }

  private mutating func finish(
    _ reference: StepReference?, at moment: Seconds?
  ) throws(VerbRefusal) -> VerbOutcome {
    let due =
      if let reference { state.acts.first { $0.act.step == reference } } else {
        state.actsByAge.first
      }
    if let due {
      try answer(due.act, at: moment)
      return .answered(due.act)
    }
    // Unnamed, no waiting step is ended: that needs its name.
    let index = if let reference { try running(reference) } else { try inHand() }
    let step = steps[index]
    let moment = moment ?? now
    guard let start = step.start, moment >= start, moment <= now else {
      throw .outOfTime(step.reference, moment)
    }
    end(index, at: moment, by: .cook)
    return .ended(step.reference)
  }

  /// The hands-on step that has been in somebody's hands longest.
  private func inHand() throws(VerbRefusal) -> Int {
    let inHand = steps.indices.filter {
      steps[$0].status == .running && steps[$0].planned.kind == .blocking
    }
    if let first = inHand.min(by: { (steps[$0].start ?? now, $0) < (steps[$1].start ?? now, $1) }) {
      return first
    }
    let next = comingActs.first
    throw .nothingDue(next?.act, at: next?.at)
  }

  private mutating func startEarly(
    _ reference: StepReference?
  ) throws(VerbRefusal) -> VerbOutcome {
    guard state.phase != .paused else { throw .startsNothing }
    let index = try pending(reference)
    guard let cooks = cooksAtHand(for: steps[index]) else {
      throw .notPossible(steps[index].reference, state.obstacle(to: index, under: settings))
    }
    begin(index, by: cooks)
    announceStart(index)
    if steps[index].planned.start != now { want(.startedEarly(steps[index].reference)) }
    return .started(steps[index].reference)
  }

  private mutating func retime(
    _ reference: StepReference?, by change: Seconds
  ) throws(VerbRefusal) -> VerbOutcome {
    let index =
      if let reference, let known = state.number(of: reference), steps[known].status == .pending {
        known
      } else {
        try running(reference)
      }
    let old = steps[index]
    // It takes no less than it has taken, and never less than nothing.
    let least = old.start.map { now - $0 } ?? .zero
    let duration = max(old.planned.duration + change, least)
    state.steps[index].planned.end = old.planned.start + duration
    state.due[index] = state.due[index].map { max($0 + change, now) }
    if state.isDue(.takeOut(old.reference)) {
      // Given more time, it is not to be taken out yet.
      state.acts.removeAll { $0.act == .takeOut(old.reference) }
      state.due[index] = max(now, (old.start ?? now) + duration)
    }
    state.steps[index].isOverdue = old.isOverdue && duration == least
    // Whoever gives it more time has heard the reminders; they begin again once that is up.
    for place in state.acts.indices
    where state.acts[place].act == .perform(old.reference) && !steps[index].isOverdue {
      state.acts[place].reminderCount = 0
    }
    let cause = ReplanCause.retimed(old.reference, by: duration - old.planned.duration)
    replanning.remember(plan)
    let amended = forecast
    state.adopt(amended)
    let isTimeUp = old.start.map { $0 + duration <= now } ?? false
    if isPlanRequested, !isTimeUp {
      // The plan that is asked for has it: one line, and one plan in the log.
      replanning.isUnrecorded = true
    } else if isPlanRequested, state.due[index] == nil {
      // What is late by then has its own estimate in no other plan; that one says when dinner is.
      replanning.isUntold = true
      record(.planReplaced, plan: amended, cause: cause)
    } else {
      recordReplacement(amended, cause)
    }
    want(cause)
    let actual = duration - old.planned.duration
    return actual > change
      ? .usedUp(old.reference, by: actual, takes: duration)
      : .retimed(old.reference, by: actual, takes: duration)
  }

  /// Whether a plan is asked for at once where a cook has said something.
  var isPlanRequested: Bool {
    settings.policy == .replan && (state.phase == .running || state.phase == .paused)
      && steps.contains { $0.status == .pending }
  }

  private mutating func skip(_ reference: StepReference?) throws(VerbRefusal) -> VerbOutcome {
    let index = try unfinished(reference)
    if steps[index].status == .running {
      end(index, at: now, by: .skipped)
    } else {
      state.steps[index].status = .skipped
      state.steps[index].endedBy = .skipped
      state.pruneActs()
      record(.stepSkipped, steps[index])
    }
    want(.skipped(steps[index].reference))
    return .skipped(steps[index].reference)
  }

  /// The cooks who could do a step now: those of the plan, else others; nil where it cannot start.
  private func cooksAtHand(for step: StepProgress) -> [Int]? {
    guard let index = state.number(of: step.reference) else { return nil }
    if state.readiness(of: index, .possible, under: settings) == .ready {
      return step.planned.cooks
    }
    let way = state.way(of: step)
    guard way.kind == .blocking, way.cook == nil else { return nil }
    let free = plan.menu.kitchen.cooks.names.indices.filter {
      state.cooksFree(for: step, [$0], settings.limits) == .ready
    }
    guard free.count >= way.cooks else { return nil }
    var trial = state
    trial.steps[index].planned.cooks = Array(free.prefix(way.cooks))
    return trial.readiness(of: index, .possible, under: settings) == .ready
      ? trial.steps[index].planned.cooks : nil
  }

  private func named(_ reference: StepReference) throws(VerbRefusal) -> Int {
    guard let index = state.number(of: reference) else { throw .unknown(reference) }
    return index
  }

  /// The running step that is meant; unnamed, the only one that takes hands, else the only one.
  private func running(_ reference: StepReference?) throws(VerbRefusal) -> Int {
    if let reference {
      let index = try named(reference)
      guard steps[index].status == .running else {
        throw .notRunning(reference, steps[index].status)
      }
      return index
    }
    let all = steps.indices.filter { steps[$0].status == .running }
    let blocking = all.filter { steps[$0].planned.kind == .blocking }
    return try only(blocking.isEmpty ? all : blocking)
  }

  /// The pending step that is meant; unnamed, the first of the plan that can start.
  private func pending(_ reference: StepReference?) throws(VerbRefusal) -> Int {
    if let reference {
      let index = try named(reference)
      guard steps[index].status == .pending else {
        throw .notPending(reference, steps[index].status)
      }
      return index
    }
    let possible = steps.indices.filter {
      steps[$0].status == .pending && cooksAtHand(for: steps[$0]) != nil
    }
    let next = possible.min {
      (steps[$0].planned.start, $0) < (steps[$1].planned.start, $1)
    }
    guard let next else { throw nothingToStart }
    return next
  }

  /// That nothing can start: whose hands are taken, and what starts next.
  private var nothingToStart: VerbRefusal {
    let inHand = steps.filter { $0.status == .running && $0.planned.kind == .blocking }
    let cooks = plan.menu.kitchen.cooks.names.indices
    let areBusy = cooks.allSatisfy { cook in inHand.contains { $0.cooks.contains(cook) } }
    let next = forecast.steps.first { step in
      state.number(of: step.reference).map { steps[$0].status == .pending } ?? false
    }
    return .nothingToStart(
      next?.reference, at: next?.start, busyWith: areBusy ? inHand.first?.reference : nil)
  }

  /// The step that is meant among those not over; unnamed, the only running one, else the only one.
  func unfinished(_ reference: StepReference?) throws(VerbRefusal) -> Int {
    if let reference {
      let index = try named(reference)
      guard !steps[index].isOver else { throw .notRunning(reference, steps[index].status) }
      return index
    }
    let running = steps.indices.filter { steps[$0].status == .running }
    return try only(running.isEmpty ? steps.indices.filter { !steps[$0].isOver } : running)
  }

  private func only(_ candidates: [Int]) throws(VerbRefusal) -> Int {
    guard let first = candidates.first else { throw .nothingFits }
    guard candidates.count == 1 else { throw .ambiguous(candidates.map { steps[$0].reference }) }
    return first
  }
}

extension RunVerb {
  /// Whether undo takes it back: what changes how the run goes on.
  fileprivate var isTakenBack: Bool {
    switch self {
    case .note, .undo, .abort: false
    default: true
    }
  }
}
