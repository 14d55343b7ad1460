package import KitchenModel

/// The executor without time, disk and screen: what is to be done, decided from what has happened.
///
/// A pure value. The driver tells it what time it is (``advance(to:)``), what a cook says
/// (``handle(_:)``) and what a new plan is (``apply(_:)``); it answers with actions. All times
/// count from the run's start, in whole seconds.
///
/// Invariants:
/// - a step starts only when it really can (`RunState+Readiness.swift`), whatever a plan says;
/// - a timer counts at the instant it was due: moments that have been missed are gone through one
///   by one, in order, each with its own time;
/// - at one instant ends come before starts; ends: blocking ones first, then the one started last;
///   starts: in listed order;
/// - the events recorded so far and the current plan suffice to restore it.
package struct RunStateMachine: Sendable {
  /// How steps are chosen and ended, and where the run lies in time.
  package internal(set) var settings: Settings
  /// The kitchen as it stands.
  package internal(set) var state: RunState
  /// Whether a new plan is wanted.
  var replanning = Replanning()
  /// What the cook has heard of free stretches.
  var reminders = Reminders()
  /// What undo goes back to.
  var undoHistory = UndoHistory()
  /// The dishes, by index, of which the log tells something.
  var toldDishes: Set<Int> = []
  /// How long the run still waits for its beginning, in milliseconds of the wall clock.
  var millisecondsToStart = 0
  /// What the driver is to do next.
  var outbox: [RunAction] = []
  /// What the last verb led to; nil before any.
  package internal(set) var lastOutcome: VerbOutcome?
  /// Who finds a first place for dishes that come on the menu.
  let placer: any DishPlacer
  /// The moment up to which time has passed; the state's `now` trails it while a plan is awaited.
  var clockNow = Seconds.zero

  /// How a run goes.
  package struct Settings: Sendable, Hashable {
    /// How steps are chosen.
    package var policy: Run.Policy
    /// What ends them.
    package var ending: StepEnding
    /// Where the run lies on the wall clock.
    package var timeline: RunTimeline
    /// What the menu's clock limits mean here.
    package var limits: RunLimits
    /// Who answers for what cooks must do, in a live run.
    package var answering: Answering

    /// Creates settings.
    package init(
      policy: Run.Policy, ending: StepEnding, timeline: RunTimeline,
      limits: RunLimits = RunLimits(), answering: Answering = .atOnce
    ) {
      self.answering = answering
      self.policy = policy
      self.ending = ending
      self.timeline = timeline
      self.limits = limits
    }
  }

  /// Who answers for what cooks must do.
  package enum Answering: Sendable, Hashable {
    /// A cook answers every act.
    case byCook
    /// A cook says when a hands-on step is done; all else is done at its instant.
    case atOnce
    /// Everything is done at its instant: nobody is there to say anything.
    case everything
  }

  /// Creates the machine of a run that has not started.
  package init(plan: Plan, settings: Settings, placer: any DishPlacer = NoPlacer()) {
    self.settings = settings
    self.placer = placer
    state = RunState(plan: plan)
    if asksCooks { state.appliances = Appliances() }
  }

  /// The plan that is followed.
  package var plan: Plan { state.plan }
  /// Every step of the menu in listed order.
  package var steps: [StepProgress] { state.steps }
  /// The last moment that has been dealt with.
  package var now: Seconds { state.now }
  /// Where the run stands.
  package var status: Run.Status { state.phase.status }
  /// From the run's start to the end of its last step so far.
  package var lastEnd: Seconds { state.lastEnd }
  /// Where the run stands, as far as somebody in the kitchen can know.
  package var situation: RunSituation { state.situation }

  /// Begins the run, or takes it up again where it was restored from a log.
  ///
  /// What was due while nobody was there has ended when it was due; what was to start starts now.
  package mutating func start(at moment: Seconds = .zero) -> [RunAction] {
    switch state.phase {
    case .ready:
      // However late the process got this far, the run began when it began.
      millisecondsToStart = 0
      state.phase = .running
      record(.runStarted)
    case .detached(let hasBegun):
      settleEnds(to: moment)
      undoHistory.resume()
      state.phase = .running
      // Where everything has ended meanwhile there is nothing to go on with: it ended then.
      if hasBegun, finishIfDone() { return flush(.end(status)) }
      record(hasBegun ? .runResumed : .runStarted)
      settleActs()
      if hasBegun { want(.resumed) }
    case .running, .paused, .over:
      preconditionFailure("a run is begun once")
    }
    return proceed(to: moment)
  }

  /// Begins the run before its time: everything comes so much sooner, except for what goes by the
  /// clock.
  ///
  /// - Parameter milliseconds: How long it would still have waited, on the wall clock.
  package mutating func startEarly(by milliseconds: Int) -> [RunAction] {
    precondition(state.phase == .ready, "a run that waits is begun early")
    settings.timeline.startedAt.milliseconds -= milliseconds
    let sooner = settings.timeline.startedAt
    state.plan.serveAt = state.plan.startAt.map { _ in sooner + state.plan.makespan }
    state.plan.startAt = state.plan.startAt.map { _ in sooner }
    let early = Seconds((milliseconds + 999) / 1000)
    if settings.limits != RunLimits() {
      settings.limits = settings.limits.moved(by: early)
      want(.resumed)
    }
    return start()
  }

  /// Takes note of how long the run still waits for its beginning, in milliseconds.
  package mutating func noteWait(_ milliseconds: Int) { millisecondsToStart = milliseconds }

  /// Takes note of time for which the process was stopped: what was due has ended when it was due;
  /// what was to start starts now, because nobody had heard before.
  package mutating func wake(at moment: Seconds) -> [RunAction] {
    precondition(!replanning.isAwaited, "time stands still until the plan asked for is there")
    guard !state.phase.isOver, settings.ending == .cook else { return proceed(to: moment) }
    settleEnds(to: moment)
    _ = finishIfDone()
    want(.resumed)
    return proceed(to: moment)
  }

  /// Lets time pass.
  package mutating func advance(to moment: Seconds) -> [RunAction] {
    precondition(!replanning.isAwaited, "time stands still until the plan asked for is there")
    return proceed(to: moment)
  }

  /// Records that the process stops here; what is due by then has ended.
  package mutating func interrupt(at moment: Seconds) -> [RunAction] {
    replanning.need = .none
    settleEnds(to: moment)
    _ = finishIfDone()
    guard !state.phase.isOver else { return flush(.end(status)) }
    record(.runInterrupted, text: state.phase == .ready ? "Interrupted before it began." : nil)
    state.phase = .over(.interrupted)
    return flush(.end(.interrupted))
  }

  mutating func flush(_ last: RunAction) -> [RunAction] {
    defer { outbox = [] }
    return outbox + [last]
  }

  /// Records what has happened to the run or, where one is given, to a step as it stands now.
  mutating func record(
    _ kind: RunEvent.Kind, _ step: StepProgress? = nil, at moment: Seconds? = nil,
    text: String? = nil, plan: Plan? = nil, cause: ReplanCause? = nil, act: Act? = nil,
    cook: Int? = nil
  ) {
    let elapsed = moment ?? state.now
    let names = state.plan.menu.kitchen.cooks.names
    var instant = settings.timeline.instant(at: elapsed)
    if state.phase == .ready { instant.milliseconds -= millisecondsToStart }
    let event = RunEvent(
      at: instant, elapsed: elapsed, kind,
      step: step?.reference ?? act?.step, text: text ?? narrator.line(for: kind, step, at: elapsed),
      endedBy: kind == .stepFinished || kind == .stepSkipped ? step?.endedBy : nil,
      cooks: kind == .stepStarted || kind == .stepHanded
        ? (step?.cooks ?? []).map { names[$0] } : cook.map { [names[$0]] } ?? [],
      act: act)
    if let dish = event.step?.dish { toldDishes.insert(dish) }
    outbox.append(.record(RunEntry(event, plan: plan, cause: cause, leftOut: state.menu.leftOut)))
  }

  var narrator: RunNarrator {
    RunNarrator(
      menu: state.menu, steps: state.steps, ending: settings.ending,
      timeline: settings.timeline)
  }
}
