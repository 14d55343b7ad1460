import KitchenModel
import MealExecution
import TestSupport
import Testing

/// Handing over, adding, dropping, noting and taking back, in the middle of a meal.
struct MidMealVerbTests {
  private typealias Sunday = TimelineTests

  private func live(_ policy: Run.Policy = .static) throws -> MachineTimeline {
    var run = MachineTimeline(try TimelineTests.sunday(), policy, .cook)
    run.start()
    return run
  }

  private static let rice = try? Dish(
    name: Name("Rice"),
    steps: [
      Step(id: "wash", title: "Wash", Way(.blocking, Estimate(Seconds(10)))),
      Step(
        id: "boil", title: "Boil", Way(.waiting, Estimate(Seconds(30))),
        after: [Dependency("wash")]),
    ])

  @Test func `a wrong press is taken back and what ran keeps running`() throws {
    var run = try live()
    try run.say(.done(Sunday.chop), at: 30)
    try run.say(.undo, at: 35)
    let chop = run.machine.steps[3]
    #expect(chop.status == .running)
    #expect(chop.start == Seconds(20))
    #expect(chop.end == nil)
    #expect(
      run.events.suffix(2).map(\.kind) == [.stepUndone, .stepUndone]
        || run.events.contains { $0.kind == .stepUndone && $0.step == Sunday.chop })
  }

  @Test func `a pause taken back goes on`() throws {
    var run = try live()
    try run.say(.pause, at: 10)
    try run.say(.undo, at: 15)
    #expect(run.machine.status == .running)
    #expect(run.events.suffix(1).map(\.kind) == [.runResumed])
  }

  @Test func `a skipped step that is taken back is pending again`() throws {
    var run = try live()
    try run.say(.skip(Sunday.rest), at: 5)
    try run.say(.undo, at: 6)
    #expect(run.machine.steps.first { $0.reference == Sunday.rest }?.status == .pending)
  }

  @Test func `what is extended and taken back takes as long as before`() throws {
    var run = try live()
    let makespan = run.machine.plan.makespan
    try run.say(.extend(Sunday.bake, by: Seconds(30)), at: 10)
    #expect(run.machine.plan.makespan > makespan)
    try run.say(.undo, at: 11)
    #expect(run.machine.plan.makespan == makespan)
    #expect(run.events.last?.kind == .planReplaced)
  }

  @Test func `there is nothing to take back at first`() throws {
    var run = try live()
    #expect(throws: VerbRefusal.nothingToUndo) { try run.say(.undo, at: 5) }
  }

  @Test func `a note is written down word for word`() throws {
    var run = try live()
    try run.say(.note("The oven runs hot."), at: 5)
    #expect(run.events.last?.kind == .runNoted)
    #expect(run.events.last?.text == "The oven runs hot.")
  }

  @Test func `an added dish is cooked behind the rest`() throws {
    let rice = try #require(Self.rice)
    var run = MachineTimeline(try TimelineTests.sunday())
    run.start()
    let before = run.machine.plan.makespan
    try run.say(.add([rice]), at: 30)
    #expect(run.machine.plan.menu.dishes.map(\.label).last == "Rice")
    #expect(run.machine.plan.makespan == before + Seconds(40))
    run.runToEnd()
    #expect(run.machine.status == .finished)
    #expect(run.machine.lastEnd == before + Seconds(40))
    #expect(LogCheck.faults(run.events, run.machine.plan) == [])
  }

  @Test func `a dish added by mistake goes as it came, and may come again`() throws {
    let rice = try #require(Self.rice)
    var run = MachineTimeline(try TimelineTests.sunday())
    run.start()
    let before = run.machine.plan.menu
    for moment in [5, 15] {
      try run.say(.add([rice]), at: moment)
      #expect(run.machine.plan.menu.dishes.map(\.label).last == "Rice")
      #expect(run.machine.lastOutcome == .added(["Rice"]))
      try run.say(.undo, at: moment + 5)
      #expect(run.machine.plan.menu == before)
      #expect(run.machine.steps.count == before.stepReferences.count)
      #expect(run.entries.last?.plan?.menu == before)
    }
    try run.say(.add([rice]), at: 25)
    run.runToEnd()
    #expect(run.machine.status == .finished)
    #expect(run.machine.plan.menu.dishes.map(\.label).last == "Rice")
    #expect(LogCheck.faults(run.events, run.machine.plan) == [])
  }

  @Test func `a dish that was added and begun stays on the menu, dropped`() throws {
    let rice = try #require(Self.rice)
    var run = MachineTimeline(try TimelineTests.sunday())
    run.start()
    let wash = StepReference(dish: run.machine.plan.menu.dishes.count, step: 0)
    try run.say(.add([rice]), at: 5)
    try run.say(.skip(wash), at: 6)
    try run.say(.undo, at: 7)
    try run.say(.undo, at: 8)
    #expect(run.machine.steps.first { $0.reference == wash }?.status == .dropped)
    run.runToEnd()
    #expect(LogCheck.faults(run.events, run.machine.plan) == [])
  }

  @Test func `a run begun early counts from then, and goes by the clock all the same`() throws {
    let start = Instant(epochSeconds: 36_000)
    var plan = try TimelineTests.sunday()
    (plan.startAt, plan.serveAt) = (start, start + plan.makespan)
    var settings = RunStateMachine.Settings.test(
      .static, .cook,
      limits: RunLimits(absences: [.init(cook: 0, from: Seconds(100), to: Seconds(200))]))
    settings.timeline.startedAt = start
    var machine = RunStateMachine(plan: plan, settings: settings)
    machine.noteWait(600_250)
    let actions = machine.startEarly(by: 600_250)
    guard case .record(let first) = actions.first else { return #expect(Bool(false)) }
    let begun = Instant(milliseconds: start.milliseconds - 600_250)
    #expect(first.event.kind == .runStarted && first.event.at == begun)
    #expect(first.event.elapsed == .zero)
    #expect(machine.plan.startAt == begun)
    #expect(machine.settings.limits.absences.first?.from == Seconds(701))
  }

  @Test func `what is said of a run that waits is dated by the wall clock`() throws {
    let start = Instant(epochSeconds: 36_000)
    var settings = RunStateMachine.Settings.test(.static, .cook)
    settings.timeline.startedAt = start
    var machine = RunStateMachine(plan: try TimelineTests.sunday(), settings: settings)
    machine.noteWait(60_000)
    let actions = machine.interrupt(at: .zero)
    guard case .record(let left) = actions.first else { return #expect(Bool(false)) }
    #expect(left.event.kind == .runInterrupted && left.event.at == start + Seconds(-60))
  }

  @Test func `a dropped dish is left out, what runs of it too`() throws {
    var run = try live()
    try run.say(.drop(dish: Sunday.bake.dish), at: 30)
    let statuses = run.machine.steps.filter { $0.reference.dish == Sunday.bake.dish }.map(\.status)
    #expect(statuses.allSatisfy { $0 == .dropped })
    #expect(throws: VerbRefusal.dishOver(Sunday.bake.dish)) {
      try run.say(.drop(dish: Sunday.bake.dish), at: 31)
    }
  }

  @Test func `hands are given only to what takes them`() throws {
    var run = try live()
    #expect(throws: VerbRefusal.needsNoHands(Sunday.bake)) {
      try run.say(.hand(Sunday.bake, to: 0), at: 30)
    }
    #expect(throws: VerbRefusal.inTheseHands(Sunday.chop)) {
      try run.say(.hand(Sunday.chop, to: 0), at: 30)
    }
  }

  @Test(arguments: 0..<300)
  func `whatever is said and taken back, the log is what the machine says`(seed: Int) throws {
    var random = RandomKitchen(seed: UInt64(seed))
    let plan = SerialPlanner.plan(try random.menu())
    let ending = StepEnding.timer(TrueDurations(random.truth(plan.menu)))
    var run = MachineTimeline(plan, .static, ending)
    run.start()
    for _ in 0..<random.number(in: 1...10) {
      guard run.machine.status == .running || run.machine.status == .paused else { break }
      run.advance(to: run.machine.now.count + random.number(in: 0...12))
      let verb = random.number(in: 0...2) == 0 ? .undo : random.verb(plan.menu).verb
      do throws(VerbRefusal) { try run.handle(verb) } catch { continue }
    }
    let restored = RunStateMachine(
      plan: run.machine.plan, settings: .test(.static, ending), replaying: run.events)
    for (kept, told) in zip(run.machine.steps, restored.steps) {
      #expect(
        kept.status == told.status && kept.start == told.start && kept.end == told.end
          && kept.cooks == told.cooks, "seed \(seed): \(kept.reference)")
    }
    if run.machine.status == .paused { try run.say(.resume, at: run.machine.now.count) }
    run.runToEnd()
    #expect(run.machine.status == .finished, "seed \(seed)")
  }
}
