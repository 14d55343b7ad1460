import KitchenModel
import MealExecution
import TestSupport
import Testing

/// Taking back what was pressed before the process was gone.
struct UndoAfterResumeTests {
  private typealias Sunday = TimelineTests

  private func live() throws -> MachineTimeline {
    var run = MachineTimeline(try Sunday.sunday(), .static, .cook)
    run.start()
    return run
  }

  /// The same run in a new process, which has nothing but the log and the plans.
  private func takenUp(
    _ run: MachineTimeline, from plan: Plan? = nil, _ policy: Run.Policy = .static, at moment: Int,
    ending: StepEnding = .cook
  ) throws -> MachineTimeline {
    let plans = [try plan ?? Sunday.sunday()] + run.entries.compactMap(\.plan)
    var next = MachineTimeline(
      RunStateMachine(plans: plans, settings: .test(policy, ending), replaying: run.events))
    next.replan = run.replan
    next.start(at: moment)
    return next
  }

  private func progress(_ run: MachineTimeline, _ step: StepReference) throws -> StepProgress {
    try #require(run.machine.steps.first { $0.reference == step })
  }

  @Test func `what is late is late by its own estimate for whoever takes the run up`() throws {
    let plan = try Supper.plan()
    let settings = RunStateMachine.Settings.test(.replan, .cook, answering: .byCook)
    var run = MachineTimeline(RunStateMachine(plan: plan, settings: settings))
    run.replan = { situation, _ in SerialPlanner.plan(after: situation) }
    run.start()
    func estimate() -> Seconds? {
      RunStateMachine(
        plans: [plan] + run.entries.compactMap(\.plan), settings: settings, replaying: run.events
      ).steps.first?.planned.duration
    }
    for moment in stride(from: 0, through: 1500, by: 60) { run.advance(to: moment) }
    #expect(run.entries.contains { $0.plan != nil })
    #expect(run.machine.steps[0].planned.duration == .minutes(10))
    #expect(estimate() == .minutes(10))
    try run.say(.extend(Supper.peel, by: .minutes(25)), at: 1510)
    #expect(estimate() == .minutes(35))
  }

  @Test func `a wrong press is taken back after the process was killed`() throws {
    var first = try live()
    try first.say(.done(Sunday.chop), at: 30)
    var second = try takenUp(first, at: 50)
    try second.say(.undo, at: 52)
    let chop = try progress(second, Sunday.chop)
    #expect(chop.status == .running)
    #expect(chop.start == Seconds(20))
    #expect(chop.end == nil)
    #expect(second.events.map(\.kind) == [.runResumed, .cookTookBack, .stepUndone])
  }

  @Test func `what followed from the press is taken back with it and what ended stays`() throws {
    var first = try live()
    try first.say(.done(Sunday.chop), at: 30)
    first.advance(to: 65)
    #expect(try progress(first, Sunday.reduce).start == Seconds(60))
    var second = try takenUp(first, at: 130)
    try second.say(.undo, at: 131)
    #expect(try progress(second, Sunday.chop).status == .running)
    #expect(try progress(second, Sunday.reduce).status == .pending)
    #expect(try progress(second, Sunday.bake).end == Seconds(100))
    #expect(!second.events.contains { $0.kind == .stepUndone && $0.step == Sunday.bake })
  }

  @Test func `a step skipped by mistake is pending again`() throws {
    var first = try live()
    try first.say(.skip(Sunday.rest), at: 5)
    var second = try takenUp(first, at: 10)
    try second.say(.undo, at: 11)
    #expect(try progress(second, Sunday.rest).status == .pending)
  }

  @Test func `a press is taken back that led to a new plan`() throws {
    var first = MachineTimeline(try Sunday.sunday(), .replan, .cook)
    first.replan = { situation, _ in SerialPlanner.plan(after: situation) }
    first.start()
    try first.say(.done(Sunday.chop), at: 30)
    #expect(first.events.contains { $0.kind == .planReplaced })
    var second = try takenUp(first, .replan, at: 50)
    try second.say(.undo, at: 52)
    let chop = try progress(second, Sunday.chop)
    #expect(chop.status == .running)
    #expect(chop.start == Seconds(20))
    second.replan = { _, _ in nil }
    try second.say(.done(Sunday.chop), at: 60)
    #expect(try progress(second, Sunday.chop).end == Seconds(60))
  }

  @Test func `nothing is taken back where a plan is missing`() throws {
    var first = try live()
    try first.say(.extend(Sunday.bake, by: Seconds(30)), at: 5)
    var second = MachineTimeline(
      RunStateMachine(
        plans: [first.machine.plan], settings: .test(.static, .cook), replaying: first.events))
    second.start(at: 10)
    #expect(throws: VerbRefusal.nothingToUndo) { try second.say(.undo, at: 11) }
  }

  @Test func `what was said before two interruptions is taken back`() throws {
    var first = try live()
    try first.say(.done(Sunday.chop), at: 30)
    first.interrupt(at: 40)
    var second = try takenUp(first, at: 45)
    second.interrupt(at: 50)
    var third = MachineTimeline(
      RunStateMachine(
        plans: [try Sunday.sunday()], settings: .test(.static, .cook),
        replaying: first.events + second.events))
    third.start(at: 55)
    try third.say(.undo, at: 56)
    #expect(try progress(third, Sunday.chop).status == .running)
  }

  @Test func `several presses are taken back, the last first`() throws {
    var first = try live()
    try first.say(.skip(Sunday.rest), at: 5)
    try first.say(.done(Sunday.chop), at: 30)
    var second = try takenUp(first, at: 40)
    try second.say(.undo, at: 41)
    #expect(try progress(second, Sunday.chop).status == .running)
    #expect(try progress(second, Sunday.rest).status == .skipped)
    try second.say(.undo, at: 42)
    #expect(try progress(second, Sunday.rest).status == .pending)
    #expect(throws: VerbRefusal.nothingToUndo) { try second.say(.undo, at: 43) }
  }

  @Test func `what has been taken back is not taken back again`() throws {
    var first = try live()
    try first.say(.done(Sunday.chop), at: 30)
    try first.say(.undo, at: 32)
    var second = try takenUp(first, at: 40)
    #expect(throws: VerbRefusal.nothingToUndo) { try second.say(.undo, at: 41) }
  }

  @Test(arguments: [
    RunVerb.extend(TimelineTests.bake, by: Seconds(30)), .pause, .drop(dish: 1),
    .start(TimelineTests.rest),
  ])
  func `the last thing said is taken back and not what was pressed before`(verb: RunVerb) throws {
    var first = try live()
    try first.say(.done(Sunday.chop), at: 30)
    let before = first.machine.steps
    do { try first.say(verb, at: 30) } catch is VerbRefusal { return }
    var second = try takenUp(first, at: 30)
    try second.say(.undo, at: 30)
    #expect(try progress(second, Sunday.chop).end == Seconds(30))
    for (old, new) in zip(before, second.machine.steps) {
      #expect(old.status == new.status && old.start == new.start && old.end == new.end)
      #expect(old.planned.duration == new.planned.duration)
    }
    try second.say(.undo, at: 31)
    #expect(try progress(second, Sunday.chop).status == .running)
  }

  /// How long a step truly takes is not in the log: where a cook may say that it takes longer,
  /// steps take as long as is said.
  @Test(arguments: [Run.Policy.static, .replan], [true, false])
  func `a machine restored from the log undoes as the one that lived`(
    policy: Run.Policy, hasSurprises: Bool
  ) throws {
    var undone = 0
    for seed in 0..<800 {
      var random = RandomKitchen(seed: UInt64(seed))
      let plan = SerialPlanner.plan(try random.menu())
      let truth = random.truth(plan.menu)
      let ending = StepEnding.timer(hasSurprises ? TrueDurations(truth) : TrueDurations())
      var lived = MachineTimeline(plan, policy, ending)
      lived.replan = { situation, _ in SerialPlanner.plan(after: situation) }
      lived.start()
      for _ in 0..<random.number(in: 1...8) where lived.machine.status == .running {
        lived.advance(to: lived.machine.now.count + random.number(in: 0...12))
        let verb = random.number(in: 0...4) == 0 ? .undo : random.verb(plan.menu).verb
        switch verb {
        case .extend, .shorten: if hasSurprises { continue }
        default: break
        }
        do throws(VerbRefusal) { try lived.handle(verb) } catch { continue }
      }
      // Quiet time after the last event cannot be distinguished from time in which nobody was
      // there.
      guard lived.machine.status == .running,
        lived.events.last?.elapsed == lived.machine.now
      else { continue }
      let before = lived.events
      var restored = try takenUp(
        lived, from: plan, policy, at: lived.machine.now.count, ending: ending)
      do throws(VerbRefusal) { try restored.handle(.undo) } catch {
        #expect(error == .nothingToUndo, "seed \(seed)")
        #expect(throws: error, "seed \(seed)") { try lived.machine.handle(.undo) }
        continue
      }
      undone += 1
      try lived.handle(.undo)
      for (a, b) in zip(lived.machine.steps, restored.machine.steps) {
        #expect(
          a.status == b.status && a.start == b.start && a.end == b.end && a.cooks == b.cooks,
          "seed \(seed): \(a.reference)")
      }
      if restored.machine.status == .paused { try restored.handle(.resume) }
      restored.runToEnd()
      #expect(restored.machine.status == .finished, "seed \(seed)")
      #expect(
        LogCheck.faults(before + restored.events, restored.machine.plan) == [], "seed \(seed)")
    }
    #expect(undone > 50)
  }
}
