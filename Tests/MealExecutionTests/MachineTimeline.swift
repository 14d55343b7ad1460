import KitchenModel
import MealExecution

/// Plays a machine by itself, without a driver, and writes down what it does as a table.
struct MachineTimeline {
  var machine: RunStateMachine
  /// Answers the machine's requests for a plan.
  var replan: (RunSituation, ReplanCause) -> Plan? = { _, _ in nil }
  /// Everything recorded, in order.
  private(set) var entries: [RunEntry] = []
  /// `120s Avocado sliced.`, in order; remarks and requests are marked.
  private(set) var lines: [String] = []
  private(set) var next: RunAction?
  /// How many entries there were after each piece that is written down as a whole.
  private(set) var writes: [Int] = []

  init(_ machine: RunStateMachine) { self.machine = machine }

  init(
    _ plan: Plan, _ policy: Run.Policy = .static, _ ending: StepEnding = .timer(TrueDurations()),
    limits: RunLimits = RunLimits()
  ) {
    self.init(
      RunStateMachine(
        plan: plan, settings: .test(policy, ending, limits: limits),
        placer: AppendingPlacer()))
  }

  mutating func start(at moment: Int = 0) { perform(machine.start(at: Seconds(moment))) }
  mutating func advance(to moment: Int) { perform(machine.advance(to: Seconds(moment))) }
  mutating func wake(at moment: Int) { perform(machine.wake(at: Seconds(moment))) }
  mutating func interrupt(at moment: Int) { perform(machine.interrupt(at: Seconds(moment))) }

  /// Lets time pass and then says something.
  mutating func say(_ verb: RunVerb, at moment: Int) throws {
    if machine.now < Seconds(moment) { advance(to: moment) }
    perform(try machine.handle(verb))
  }

  /// Says something at the machine's present moment.
  mutating func handle(_ verb: RunVerb) throws(VerbRefusal) { perform(try machine.handle(verb)) }

  /// Follows the machine's own timers until it ends or waits for a cook.
  mutating func runToEnd() {
    while case .wait(let moment?) = next { perform(machine.advance(to: moment)) }
  }

  var events: [RunEvent] { entries.map(\.event) }

  private mutating func perform(_ actions: [RunAction]) {
    for action in actions {
      switch action {
      case .record(let entry):
        entries.append(entry)
        if entry.event.kind.isUntold { break }
        // What nobody says is not a line: a meal of one course that has words of its own.
        if entry.event.kind == .runServed, entry.event.text == nil { break }
        if entry.event.isAnsweredByItself(machine) { break }
        let text = entry.event.text ?? "(\(entry.event.kind.rawValue))"
        lines.append("\(entry.event.elapsed.count)s \(text)")
      case .remark(let remark):
        lines.append("\(machine.now.count)s * \(remark.words(in: machine.plan.menu))")
      case .consult, .wait, .end: break
      }
      next = action
    }
    if writes.last != entries.count { writes.append(entries.count) }
    if case .consult(let situation, let cause) = next {
      perform(machine.apply(replan(situation, cause).map { ReplanAnswer(plan: $0) }))
    }
  }
}

extension RunEvent {
  /// Whether it is that something was done at its instant, without a line of its own.
  func isAnsweredByItself(_ machine: RunStateMachine) -> Bool {
    machine.settings.answering != .byCook && text == nil && (kind == .actDue || kind == .actDone)
  }
}

extension RunStateMachine.Settings {
  /// Settings of a run that began at the epoch.
  static func test(
    _ policy: Run.Policy = .static, _ ending: StepEnding = .timer(TrueDurations()),
    limits: RunLimits = RunLimits(), speedThousandths: Int = 1000,
    answering: RunStateMachine.Answering = .atOnce
  ) -> Self {
    Self(
      policy: policy, ending: ending,
      timeline: RunTimeline(
        startedAt: Instant(epochSeconds: 0), speedThousandths: speedThousandths),
      limits: limits, answering: answering)
  }
}
