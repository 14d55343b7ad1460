package import KitchenModel

/// The executor without time, disk and screen: what is to be done, decided from what has happened.
///
/// A pure value. The driver tells it what time it is (``advance(to:)``), what a cook says
/// (``handle(_:)``) and what a new plan is (``decide(_:)``); it answers with actions. All times count
/// from the run's start, in whole seconds.
///
/// Invariants:
/// - a step starts only when it really can (`RunStateMachine+Readiness.swift`), whatever a plan says;
/// - a timer counts at the instant it was due: moments that have been missed are gone through one by
///   one, in order, each with its own time;
/// - at one instant ends come before starts; ends: blocking ones first, then the one started last;
///   starts: in listed order;
/// - the events recorded so far and the current plan suffice to restore it.
package struct RunStateMachine: Sendable {
  /// How steps are chosen and ended, and where the run lies in time.
  package internal(set) var settings: Settings
  /// The plan that is followed.
  package internal(set) var plan: Plan
  /// Every step of the menu in listed order.
  package internal(set) var steps: [StepProgress]
  /// The last moment that has been dealt with.
  package internal(set) var now: Seconds = .zero

  var phase = Phase.ready
  /// Whether the log says that the run has begun: a process may be gone before it got that far.
  var hasBegun = false
  /// The moment up to which time has passed; `now` trails it while a new plan is awaited.
  var horizon = Seconds.zero
  var graph: StepGraph
  var order: PlanOrder
  /// The true ends of running steps that end by timer; never shown to a planner.
  var due: [Int: Seconds] = [:]
  /// Why a new plan is wanted, the first reason of the moment; nil for no reason.
  var wish: ReplanCause?
  /// Whether the driver has been asked for a plan and has not brought it.
  var awaitsPlan = false
  /// The moment for which a plan has been asked, where the policy asks at each.
  var consultedAt: Seconds?
  /// Why the plan that is awaited was asked for.
  var asked: ReplanCause?
  /// What undo goes back to, the last verb's last.
  var mementos: [Memento] = []
  /// Limits of which the cook knows that they cannot be kept.
  var brokenLimits: Set<String> = []
  /// The free stretch that has been told last.
  var gap: Gap?
  /// How many preheats of the plan have been told.
  var preheatsTold = 0
  var actions: [RunAction] = []

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

    /// Creates settings.
    package init(
      policy: Run.Policy, ending: StepEnding, timeline: RunTimeline,
      limits: RunLimits = RunLimits()
    ) {
      self.policy = policy
      self.ending = ending
      self.timeline = timeline
      self.limits = limits
    }
  }

  /// Where the run as a whole stands.
  enum Phase: Hashable, Sendable {
    /// Not started.
    case ready
    case running
    /// Nothing starts; what runs runs on.
    case paused
    /// Restored from the log of a process that is gone.
    case leftAlone
    case over(Run.Status)
  }

  /// Creates the machine of a run that has not started.
  package init(plan: Plan, settings: Settings) {
    self.settings = settings
    self.plan = plan
    graph = StepGraph(plan.menu)
    order = PlanOrder(plan, graph)
    let kitchen = plan.menu.kitchen
    var places: [StepReference: PlannedStep] = [:]
    for step in plan.steps { places[step.reference] = step }
    steps = graph.references.map { reference in
      if let planned = places[reference] { return StepProgress(planned: planned, in: kitchen) }
      var step = StepProgress(
        planned: PlannedStep(
          reference, kind: plan.menu[reference].ways[0].kind, start: .zero, end: .zero),
        in: kitchen)
      step.status = .dropped
      return step
    }
  }

  /// Where the run stands.
  package var status: Run.Status {
    switch phase {
    case .ready, .running: .running
    case .paused: .paused
    case .leftAlone: .interrupted
    case .over(let status): status
    }
  }

  /// From the run's start to the end of its last step so far.
  package var lastEnd: Seconds { steps.compactMap(\.end).max() ?? .zero }

  /// Begins the run, or takes it up again where it was restored from a log.
  ///
  /// What was due while nobody was there has ended when it was due; what was to start starts now.
  package mutating func start(at moment: Seconds = .zero) -> [RunAction] {
    switch phase {
    case .ready:
      // However late the process got this far, the run began when it began.
      phase = .running
      record(.runStarted)
    case .leftAlone:
      settleEnds(to: moment)
      resumeMementos()
      phase = .running
      record(hasBegun ? .runResumed : .runStarted)
      if hasBegun { want(.resumed) }
    case .running, .paused, .over:
      preconditionFailure("a run is begun once")
    }
    return proceed(to: moment)
  }

  /// Takes note of time for which the process was stopped: what was due has ended when it was due;
  /// what was to start starts now, because nobody was told before.
  package mutating func wake(at moment: Seconds) -> [RunAction] {
    precondition(!awaitsPlan, "time stands still until the plan that was asked for is there")
    guard !isOver, settings.ending == .cook else { return proceed(to: moment) }
    settleEnds(to: moment)
    want(.resumed)
    return proceed(to: moment)
  }

  /// Lets time pass.
  package mutating func advance(to moment: Seconds) -> [RunAction] {
    precondition(!awaitsPlan, "time stands still until the plan that was asked for is there")
    return proceed(to: moment)
  }

  /// Records that the process stops here; what is due by then has ended.
  package mutating func interrupt(at moment: Seconds) -> [RunAction] {
    awaitsPlan = false
    settleEnds(to: moment)
    guard !isOver else { return flush(.end(status)) }
    record(.runInterrupted)
    phase = .over(.interrupted)
    return flush(.end(.interrupted))
  }

  var isOver: Bool {
    if case .over = phase { true } else { false }
  }

  mutating func flush(_ last: RunAction) -> [RunAction] {
    defer { actions = [] }
    return actions + [last]
  }

  mutating func record(
    _ kind: RunEvent.Kind, _ index: Int? = nil, at moment: Seconds? = nil, text: String? = nil,
    plan: Plan? = nil, cause: ReplanCause? = nil
  ) {
    let elapsed = moment ?? now
    let step = index.map { steps[$0] }
    let names = self.plan.menu.kitchen.cooks.names
    let event = RunEvent(
      at: settings.timeline.instant(at: elapsed), elapsed: elapsed, kind,
      step: step?.reference, text: text ?? narrator.line(for: kind, index, at: elapsed),
      endedBy: kind == .stepFinished || kind == .stepSkipped ? step?.endedBy : nil,
      cooks: kind == .stepStarted || kind == .stepHanded
        ? (step?.cooks ?? []).map { names[$0] } : [])
    actions.append(.record(RunEntry(event, plan: plan, cause: cause)))
  }

  var narrator: RunNarrator {
    RunNarrator(
      menu: plan.menu, steps: steps, ending: settings.ending, timeline: settings.timeline)
  }
}
