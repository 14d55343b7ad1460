import KitchenModel
import MealExecution
import TestSupport

/// An evening on which everything happens that can: steps take what they take, a cook says any of
/// the verbs at any moment, sensible or not, and the process is stopped, left, or killed and taken up
/// again.
struct RandomEvening {
  private var random: RandomKitchen
  private let begun: Plan
  private let settings: RunStateMachine.Settings
  /// How long steps take that nobody but a cook ends.
  private let truth: [StepReference: Seconds]
  private var run: MachineTimeline
  /// What was written down by the processes that are gone.
  private var kept: [RunEntry] = []
  /// Where a machine restored from the log stood otherwise than the one that lived, after a verb.
  private(set) var disagreements: [String] = []
  /// The places in the log of what took something back.
  private var undoing: Set<Int> = []
  /// How often which verb was followed.
  private(set) var followed: [String: Int] = [:]
  /// How often the process was gone and the run was taken up again.
  private(set) var resumptions = 0

  init(
    seed: Int, _ policy: Run.Policy, isLive: Bool,
    answering: RunStateMachine.Answering = .atOnce
  ) throws {
    random = RandomKitchen(seed: UInt64(seed))
    let menu = try random.menu()
    begun = SerialPlanner.plan(menu)
    truth = random.truth(menu)
    settings = .test(
      policy, isLive ? .cook : .timer(TrueDurations(truth)), answering: answering)
    run = MachineTimeline(
      RunStateMachine(plan: begun, settings: settings, placer: AppendingPlacer()))
    run.replan = Self.replan
  }

  /// The whole log.
  var events: [RunEvent] { entries.map(\.event) }
  /// The plan that the run followed last, as far as it is written down.
  var plan: Plan { entries.last { $0.plan != nil }?.plan ?? begun }
  /// Where the run stands.
  var machine: RunStateMachine { run.machine }

  private var entries: [RunEntry] { kept + run.entries }
  private var isOver: Bool {
    run.machine.status == .finished || run.machine.status == .aborted
  }

  private static func replan(_ situation: RunSituation, _ cause: ReplanCause) -> Plan? {
    SerialPlanner.plan(after: situation)
  }

  /// Cooks to the end; what went wrong on the way, in words.
  mutating func cook() throws -> [String] {
    run.start()
    for _ in 0..<random.number(in: 0...20) where !isOver { try happen() }
    for _ in 0..<2000 where !isOver { goOn() }
    return isOver ? LogCheck.faults(events, plan, undoing: undoing) : ["never over"]
  }

  private mutating func happen() throws {
    let moment = run.machine.now.count + random.number(in: 0...12)
    switch random.number(in: 0...19) {
    case 0: try killAndResume(after: moment)
    case 1: leaveAndResume(at: moment)
    case 2: run.wake(at: moment + 5)
    case 3, 4, 5: pressWhatIsDue(by: moment)
    default: try say(at: moment)
    }
  }

  private mutating func say(at moment: Int) throws {
    run.advance(to: moment)
    guard !isOver else { return }
    let (name, verb) = try verb()
    let before = entries.count
    do throws(VerbRefusal) {
      try run.handle(verb)
      if verb == .undo { undoing.formUnion(before..<entries.count) }
      followed[name, default: 0] += 1
    } catch { return }
    guard !isOver else { return }
    disagreements += run.machine.differences(from: restored()).map {
      "\(name) at \(moment) s: \($0)"
    }
  }

  /// What another process has from the log.
  private func restored() -> RunStateMachine {
    var machine = RunStateMachine(
      plans: [begun] + entries.compactMap(\.plan), settings: settings, placer: AppendingPlacer(),
      replaying: events)
    machine.look(at: run.machine.now)
    return machine
  }

  private mutating func verb() throws -> (String, RunVerb) {
    let menu = run.machine.plan.menu
    let amount = Seconds(random.number(in: 0...15))
    switch random.number(in: 0...39) {
    case 0..<5: return ("done", .done(step(.running)))
    case 5..<8:
      return ("backdate", .done(step(.running), at: max(.zero, run.machine.now - amount)))
    case 8..<12: return ("start", .start(step(.pending)))
    case 12..<15: return ("extend", .extend(step(.running), by: amount))
    case 15..<18: return ("shorten", .shorten(step(.running), by: amount))
    case 18..<20: return ("skip", .skip(step(.pending)))
    case 20..<24: return ("hand", .hand(step(.running), to: random.number(in: 0...1)))
    case 24..<26: return ("pause", .pause)
    case 26..<29: return ("resume", .resume)
    case 29..<31: return ("add", .add([try extra(named: "Extra \(menu.dishes.count)")]))
    case 31: return ("drop", .drop(dish: random.number(in: 0...menu.dishes.count)))
    case 32: return ("note", .note("The oven runs hot."))
    case 33: return random.number(in: 0...3) == 0 ? ("abort", .abort) : ("undo", .undo)
    default: return ("undo", .undo)
    }
  }

  /// A step, rather one that stands so than another; nil where the cook names none.
  private mutating func step(_ status: RunStep.Status) -> StepReference? {
    let fitting = run.machine.steps.filter { $0.status == status }.map(\.reference)
    let steps =
      fitting.isEmpty || random.number(in: 0...3) == 0
      ? run.machine.plan.menu.stepReferences : fitting
    return random.number(in: 0...5) == 0 ? nil : steps[random.number(in: 0...(steps.count - 1))]
  }

  private mutating func extra(named name: String) throws -> Dish {
    Dish(
      name: try Name(name),
      steps: [
        Step(id: "0", title: "Step", Way(.blocking, Estimate(Seconds(random.number(in: 0...9))))),
        Step(
          id: "1", title: "Step",
          Way(.waiting, Estimate(Seconds(random.number(in: 1...9))), uses: [Way.Use("burner")]),
          after: [Dependency("0")]),
      ])
  }

  /// The process is gone with what it had not written down yet, and later another takes over.
  private mutating func killAndResume(after moment: Int) throws {
    run.advance(to: moment)
    // What is written as a whole is there as a whole or not at all.
    let last = run.writes.suffix(3)
    let count = last[last.startIndex + random.number(in: 0...(last.count - 1))]
    let now = run.machine.now
    kept += run.entries.prefix(count)
    undoing = undoing.filter { $0 < kept.count }
    if let last = kept.last?.event, last.kind != .runFinished, last.kind != .runAborted {
      // Whoever finds that the process is gone says so.
      kept.append(RunEntry(RunEvent(at: last.at, elapsed: last.elapsed, .runInterrupted)))
    }
    takeUp(at: now)
  }

  private mutating func leaveAndResume(at moment: Int) {
    run.advance(to: moment)
    guard !isOver else { return }
    run.interrupt(at: run.machine.now.count)
    kept += run.entries
    takeUp(at: run.machine.now)
  }

  private mutating func takeUp(at moment: Seconds) {
    let plans = [begun] + kept.compactMap(\.plan)
    run = MachineTimeline(
      RunStateMachine(
        plans: plans, settings: settings, placer: AppendingPlacer(),
        replaying: kept.map(\.event)))
    run.replan = Self.replan
    guard run.machine.status == .interrupted else { return }
    run.start(at: moment.count + random.number(in: 0...20))
    resumptions += 1
  }

  /// Ends what is in somebody's hands and has had its time.
  private mutating func pressWhatIsDue(by moment: Int) {
    run.advance(to: moment)
    guard !isOver, case .cook = settings.ending else { return }
    let due = run.machine.steps.first { step in
      guard step.status == .running, step.planned.kind == .blocking, let start = step.start
      else { return false }
      return start + (truth[step.reference] ?? step.planned.duration) <= run.machine.now
    }
    if let due { try? run.handle(.done(due.reference)) }
  }

  /// The sensible thing: goes on where the run is paused, ends what is in hand, else lets time pass.
  private mutating func goOn() {
    if run.machine.status == .paused { try? run.handle(.resume) }
    if isOver { return }
    if !run.machine.state.acts.isEmpty {
      run.advance(to: run.machine.now.count + random.number(in: 0...9))
      if !isOver { try? run.handle(.done()) }
      return
    }
    let inHand = run.machine.steps.first {
      $0.status == .running && $0.planned.kind == .blocking
    }
    if case .cook = settings.ending, let inHand {
      run.advance(to: run.machine.now.count + random.number(in: 0...9))
      try? run.handle(.done(inHand.reference))
    } else if case .wait(let moment?) = run.next {
      run.advance(to: moment.count)
    }
  }
}
