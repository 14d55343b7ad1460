import KitchenModel
import MealExecution
import TestSupport
import Testing

/// What is taken back leaves a log of what truly happened, and nothing besides.
struct UndoTruthTests {
  private typealias Sunday = TimelineTests

  private func live(_ plan: Plan) -> MachineTimeline {
    var run = MachineTimeline(plan, .static, .cook)
    run.start()
    return run
  }

  @Test func `nothing is said to have begun while nobody was asked to begin it`() throws {
    var run = live(try Sunday.sunday())
    try run.say(.pause, at: 10)
    run.advance(to: 105)
    let seen = run.lines.count
    try run.say(.undo, at: 110)
    #expect(
      Array(run.lines.dropFirst(seen)) == [
        "110s Resumed.", "110s Rest (Roast): start, 20 s.",
        "110s * rest 5 s too late after bake", "110s Chop (Sauce): start, 40 s.",
      ])
  }

  @Test func `a step that was started too early waits for its time again`() throws {
    var run = live(try Sunday.sunday())
    try run.say(.start(Sunday.chop), at: 5)
    try run.say(.undo, at: 8)
    #expect(run.lines.last == "8s Chop (Sauce): undone, not started.")
    run.advance(to: 20)
    #expect(run.lines.last == "20s Chop (Sauce): start, 40 s.")
  }

  @Test func `what began meanwhile and has nothing to do with it stays`() throws {
    var run = live(try Sunday.sunday())
    try run.say(.extend(Sunday.bake, by: Seconds(60)), at: 10)
    run.advance(to: 30)
    let log = run.events.count
    try run.say(.undo, at: 35)
    #expect(run.events.dropFirst(log).map(\.kind) == [.cookTookBack, .planReplaced])
    #expect(run.machine.steps[3].start == Seconds(20))
  }

  @Test func `where a new plan is asked for, undo says once when dinner is`() throws {
    var run = MachineTimeline(try Sunday.sunday(), .replan, .cook)
    run.replan = { situation, _ in SerialPlanner.plan(after: situation) }
    run.start()
    try run.say(.extend(Sunday.bake, by: Seconds(60)), at: 10)
    let log = run.events.count
    try run.say(.undo, at: 15)
    let said = run.events.dropFirst(log).filter { $0.kind == .planReplaced && $0.text != nil }
    #expect(said.count == 1)
  }

  @Test func `a run that is over without what was said is over in the log`() throws {
    let toast = Dish(
      name: try Name("Toast"),
      steps: [Step(id: "toast", title: "Toast", Way(.waiting, Estimate(Seconds(100))))])
    let step = StepReference(dish: 0, step: 0)
    var run = live(
      Plan(
        menu: Menu(name: "toast", dishes: [toast], kitchen: .standard),
        [PlannedStep(step, kind: .waiting, start: .zero, end: Seconds(100))]))
    try run.say(.extend(step, by: Seconds(50)), at: 10)
    let log = run.events.count
    try run.say(.undo, at: 120)
    #expect(run.next == .end(.finished))
    #expect(
      run.events.dropFirst(log).map(\.kind) == [
        .cookTookBack, .planReplaced, .stepFinished, .actDue, .actDone, .runServed, .runFinished,
      ])
    #expect(run.events.last?.elapsed == Seconds(100))
  }

  /// A supper in which the first press is handing over, and rice that comes to it is begun at once.
  private func supperWithRice() throws -> MachineTimeline {
    var run = MachineTimeline(try Supper.plan(), .replan, .cook)
    run.replan = { situation, cause in
      guard case .added = cause else { return nil }
      var plan = situation.plan
      for place in plan.steps.indices where plan.steps[place].reference == Self.rinse {
        plan.steps[place].start = situation.elapsed
        plan.steps[place].end = situation.elapsed + .minutes(2)
        plan.steps[place].cooks = [0]
      }
      return plan
    }
    run.start()
    try run.say(.hand(Supper.peel, to: 1), at: 30)
    try run.say(.add([try Supper.rice()]), at: 60)
    #expect(run.events.last?.step == Self.rinse)
    return run
  }

  private static let rinse = StepReference(dish: 2, step: 0)

  @Test func `a dish that was begun and is taken back ends once`() throws {
    var run = try supperWithRice()
    try run.say(.undo, at: 90)
    let rinse = run.events.filter { $0.step == Self.rinse }
    #expect(rinse.map(\.kind) == [.stepStarted, .stepDropped])
    #expect(rinse.map(\.elapsed) == [Seconds(60), Seconds(90)])
  }

  @Test func `hands that have been at work since are not taken back`() throws {
    var run = try supperWithRice()
    try run.say(.undo, at: 90)
    // Ana has rinsed for half a minute: she cannot have peeled all the time.
    #expect(throws: VerbRefusal.nothingToUndo) { try run.say(.undo, at: 91) }
  }
}
