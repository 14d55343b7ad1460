import Foundation
import KitchenModel
import KitchenStore
import MealExecution
import MealPlanning
import Rendering

/// One stretch of a run: from its beginning or resumption to its end or interruption.
struct RunSession {
  private let store: KitchenStore
  /// Tells every other process that this one is at the run.
  private let lock: LeaseLock
  let id: Int
  private let mode: Run.Mode
  private let machine: RunStateMachine
  /// What is stored of the run.
  private let ledger: RunLedger
  /// When dinner was to be.
  private let promise: ServingPromise

  /// Begins a run of a plan.
  ///
  /// - Throws: ``Diagnostic``, `busy` where another run is under way.
  init(
    beginning plan: Plan, _ source: RunRepository.PlanSource, _ request: CookRequest,
    in workspace: Workspace, _ store: KitchenStore
  ) throws {
    let policy = request.policy ?? .replan
    let durations = try request.actuals.map { try TrueDurationsFile.read($0, for: plan.menu) }
    try workspace.settleAbandoned(in: store)
    // A simulated run passes no time, so that it is the same each time from the same moment.
    let now = request.mode == .simulated ? workspace.now : workspace.clock()
    var plan = plan
    var startedAt = now
    let promise = ServingPromise(of: plan, planned: plan.makespan, to: request.mode)
    if request.clock == .live, let planned = plan.startAt {
      // A live run waits for the plan's beginning; where that is past, the plan moves.
      startedAt = max(planned, now)
      plan.startAt = startedAt
      plan.serveAt = startedAt + plan.makespan
      try MenuSoundness.check(plan.skippedTimes(in: workspace.timeZone), in: plan.menu)
    }
    let sharing = request.company == .alongside || request.clock != .live
    lock = try workspace.newLock()
    id = try store.runs.begin(
      source, mode: request.mode, speedThousandths: request.speedThousandths, policy: policy,
      startedAt: startedAt, lease: workspace.lease(lock),
      unless: { !sharing && workspace.isUnderWay($0) })
    store.write(run: id, of: plan.menu.name, to: lock)
    mode = request.mode
    ledger = RunLedger(
      run: id, of: plan,
      .init(
        mode: mode, speedThousandths: request.speedThousandths, policy: policy,
        startedAt: startedAt))
    self.promise = promise
    self.store = store
    var timeline = RunTimeline(
      startedAt: startedAt, speedThousandths: request.speedThousandths,
      timeZone: request.clock == .live ? workspace.timeZone : nil)
    timeline.promise = promise.forTimeline
    machine = RunStateMachine(
      plan: plan,
      settings: .init(
        policy: policy,
        ending: request.clock == .live ? .cook : .timer(durations ?? TrueDurations()),
        timeline: timeline,
        limits: RunLimits(of: plan, in: workspace.timeZone), answering: request.machineAnswering),
      placer: PlannerPlacer())
  }

  /// Takes up an interrupted run, with the times that have passed in the meantime.
  ///
  /// - Throws: ``Diagnostic``, also where there is none, it is over, or another process has it.
  init(resuming number: Int?, _ request: CookRequest, in workspace: Workspace) throws {
    store = try workspace.storeForWriting()
    try workspace.settleAbandoned(in: store)
    let run = try Self.find(number, in: store, of: workspace)
    if request.company == .alone, run.mode == .live,
      let other = try store.runs.open().first(where: workspace.isUnderWay), other.run.id != run.id
    {
      throw RunRepository.inTheWay(other)
    }
    lock = try workspace.newLock()
    try store.runs.hold(run.id, workspace.lease(lock), isAlive: workspace.isAlive)
    store.write(run: run.id, of: run.meal, to: lock)
    id = run.id
    mode = run.mode
    promise = ServingPromise(
      of: try store.plan(run.planID), planned: run.planned, to: run.mode)
    var plans = try store.runs.plans(of: run.id)
    let events = try store.runs.events(of: run.id)
    ledger = RunLedger(
      run: id, following: plans,
      .init(
        mode: mode, speedThousandths: run.speedThousandths, policy: run.policy,
        startedAt: run.startedAt), events: events)
    if run.mode == .live {
      for index in plans.indices where plans[index].startAt != nil {
        plans[index].startAt = run.startedAt
        plans[index].serveAt = run.startedAt + plans[index].makespan
      }
    }
    let plan = plans[plans.count - 1]
    let durations = try request.actuals.map { try TrueDurationsFile.read($0, for: plan.menu) }
    var timeline = RunTimeline(
      startedAt: run.startedAt, speedThousandths: run.speedThousandths,
      timeZone: run.mode == .live ? workspace.timeZone : nil)
    timeline.promise = promise.forTimeline
    machine = RunStateMachine(
      plans: plans,
      settings: .init(
        policy: request.policy ?? run.policy,
        ending: run.mode == .live ? .cook : .timer(durations ?? TrueDurations()),
        timeline: timeline,
        limits: RunLimits(of: plan, in: workspace.timeZone), answering: request.machineAnswering),
      placer: PlannerPlacer(), replaying: events)
  }

  private static func find(
    _ number: Int?, in store: KitchenStore, of workspace: Workspace
  ) throws -> Run {
    let found = try number.map { id in
      guard let run = try store.runs.run(id) else {
        throw Diagnostic(.noRun(id))
      }
      return run
    }
    if let found, found.status != .interrupted {
      throw Diagnostic(.runNotInterrupted(found.id, found.status))
    }
    if let found { return found }
    guard let newest = try store.runs.list(RunFilter(statuses: [.interrupted], limit: 1)).first
    else {
      let cooking = try store.runs.open().first(where: workspace.isUnderWay)
      throw cooking.map(RunRepository.inTheWay) ?? Diagnostic(.nothingInterrupted)
    }
    return newest
  }

  /// Cooks until the run is over or the task is cancelled.
  ///
  /// - Returns: The run's record.
  /// - Throws: ``Diagnostic``, or what the audience throws.
  func cook(
    in workspace: Workspace, observer: any RunObserver, input: AsyncStream<RunVerb>
  ) async throws -> Run {
    defer { withExtendedLifetime(lock) {} }
    let timeline = machine.settings.timeline
    let now = workspace.clock()
    let announcer = ObserverAnnouncer(
      observer, run: id, promise: promise, machine)
    let journal = StoreJournal(ledger, in: store, lock, isPatient: mode == .live) {
      announcer.tell($0)
    }
    announcer.answer(through: journal)
    defer { announcer.answer(through: nil) }
    let inbox = RunInbox(
      store: store, run: id, input: input, watching: mode != .simulated, clock: workspace.clock,
      look: { await journal.look() })
    let driver = RunDriver(
      machine: machine,
      clock: mode == .simulated
        ? SimulatedRunClock(startingAt: machine.now) : WallRunClock(timeline: timeline, now: now),
      journal: journal, announcer: announcer,
      replanner: machine.settings.policy.replanner(for: mode, in: workspace.timeZone),
      inbox: inbox.commands)
    defer { inbox.close() }
    if mode == .live, timeline.startedAt > now {
      let clock = LocalClock(workspace.timeZone)
      let isToday = clock.dayNumber(now) == clock.dayNumber(timeline.startedAt)
      let day = isToday ? "" : clock.dayText(timeline.startedAt) + ", "
      announcer.tell(
        Diagnostic(
          .couldNotBeDone, "Free until \(day)\(clock.timeText(timeline.startedAt.wholeMinute)).",
          severity: .remark))
    }
    do {
      _ = try await driver.run()
    } catch let reason as Diagnostic {
      throw reason.endingRun(id)
    }
    return try await conclude(journal, announcer, observer)
  }

  /// Waits until everything is stored, and says what is not.
  private func conclude(
    _ journal: StoreJournal, _ announcer: ObserverAnnouncer, _ observer: any RunObserver
  ) async throws -> Run {
    let loss = await journal.finish().loss(of: id)
    try announcer.check()
    let run = try await journal.record()
    if var loss {
      guard run.status == .interrupted else { throw loss }
      // Leaving is what was asked for.
      loss.severity = .warning
      observer.didRemark(loss)
    }
    return run
  }
}

extension Diagnostic {
  /// The same as the reason for which a run cannot go on.
  fileprivate func endingRun(_ run: Int) -> Diagnostic {
    var said = whileCooking
    said.hints.append(.advice(.goOn(run)))
    return said
  }
}

extension Run.Policy {
  /// Dead ends that a search of a simulated run may meet; a small meal is proved long before, a
  /// large one has its best plan in as many.
  private static let conflicts = 600
  /// How long a search may keep a cook waiting.
  private static let patience = Duration.milliseconds(75)

  /// Who makes new plans; nil where the plan is kept.
  func replanner(for mode: Run.Mode, in zone: TimeZone) -> (any Replanner)? {
    switch self {
    case .replan:
      PlannerReplanner(
        timeZone: zone,
        budget: mode == .simulated ? .conflicts(Self.conflicts) : .time(Self.patience))
    case .inOrder: InOrderReplanner(timeZone: zone)
    case .static, .sequential: nil
    }
  }
}

extension CookRequest {
  /// Who answers, as the executor knows it.
  fileprivate var machineAnswering: RunStateMachine.Answering {
    switch answering {
    case .byCook: .byCook
    case .atOnce: .atOnce
    case .everything: .everything
    }
  }

  /// Kitchen seconds in a thousand seconds.
  fileprivate var speedThousandths: Int {
    if case .scaled(let thousandths) = clock { thousandths } else { 1000 }
  }

  /// The clock as the record has it.
  fileprivate var mode: Run.Mode {
    switch clock {
    case .live: .live
    case .scaled: .scaled
    case .simulated: .simulated
    }
  }
}

extension RunLimits {
  /// The limits on the clock of a plan's menu.
  init(of plan: Plan, in timeZone: TimeZone) {
    let limits = PlanClockLimits(of: plan, in: timeZone)
    self.init(
      absences: limits.absences.map { .init(cook: $0.cook, from: $0.from, to: $0.to) },
      earliest: limits.earliest)
  }
}
