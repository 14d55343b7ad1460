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

  /// The same run in a new process, which has nothing but the log and the plan.
  private func takenUp(
    _ run: MachineTimeline, at moment: Int, ending: StepEnding = .cook
  ) -> MachineTimeline {
    var next = MachineTimeline(
      RunStateMachine(
        plan: run.machine.plan, settings: .test(.static, ending), replaying: run.events))
    next.start(at: moment)
    return next
  }

  private func progress(_ run: MachineTimeline, _ step: StepReference) throws -> StepProgress {
    try #require(run.machine.steps.first { $0.reference == step })
  }

  @Test func `a wrong press is taken back after the process was killed`() throws {
    var first = try live()
    try first.say(.done(Sunday.chop), at: 30)
    var second = takenUp(first, at: 50)
    try second.say(.undo, at: 52)
    let chop = try progress(second, Sunday.chop)
    #expect(chop.status == .running)
    #expect(chop.start == Seconds(20))
    #expect(chop.end == nil)
    #expect(second.events.map(\.kind) == [.runResumed, .stepUndone])
  }

  @Test func `what followed from the press is taken back with it and what ended stays`() throws {
    var first = try live()
    try first.say(.done(Sunday.chop), at: 30)
    first.advance(to: 65)
    #expect(try progress(first, Sunday.reduce).start == Seconds(60))
    var second = takenUp(first, at: 130)
    try second.say(.undo, at: 131)
    #expect(try progress(second, Sunday.chop).status == .running)
    #expect(try progress(second, Sunday.reduce).status == .pending)
    #expect(try progress(second, Sunday.bake).end == Seconds(100))
    #expect(!second.events.contains { $0.kind == .stepUndone && $0.step == Sunday.bake })
  }

  @Test func `a step skipped by mistake is pending again`() throws {
    var first = try live()
    try first.say(.skip(Sunday.rest), at: 5)
    var second = takenUp(first, at: 10)
    try second.say(.undo, at: 11)
    #expect(try progress(second, Sunday.rest).status == .pending)
  }

  @Test func `a step that a later plan left out is not taken back as one of no length`() throws {
    var first = try live()
    try first.say(.skip(Sunday.rest), at: 5)
    var plan = first.machine.plan
    plan.steps.removeAll { $0.reference == Sunday.rest }
    var second = MachineTimeline(
      RunStateMachine(plan: plan, settings: .test(.static, .cook), replaying: first.events))
    second.start(at: 10)
    #expect(throws: VerbRefusal.nothingToUndo) { try second.say(.undo, at: 11) }
    #expect(try progress(second, Sunday.rest).status == .skipped)
  }

  @Test func `several presses are taken back, the last first`() throws {
    var first = try live()
    try first.say(.skip(Sunday.rest), at: 5)
    try first.say(.done(Sunday.chop), at: 30)
    var second = takenUp(first, at: 40)
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
    var second = takenUp(first, at: 40)
    #expect(throws: VerbRefusal.nothingToUndo) { try second.say(.undo, at: 41) }
  }

  @Test(arguments: [
    RunVerb.extend(TimelineTests.bake, by: Seconds(30)), .pause, .drop(dish: 1),
  ])
  func `an older press is not taken back in place of a later verb`(verb: RunVerb) throws {
    var first = try live()
    try first.say(.done(Sunday.chop), at: 30)
    try first.say(verb, at: 40)
    var second = takenUp(first, at: 50)
    #expect(throws: VerbRefusal.nothingToUndo) { try second.say(.undo, at: 51) }
  }

  @Test func `a machine restored from the log undoes as the one that lived`() throws {
    var undone = 0
    for seed in 0..<800 {
      var random = RandomKitchen(seed: UInt64(seed))
      let plan = SerialPlanner.plan(try random.menu())
      let ending = StepEnding.timer(TrueDurations(random.truth(plan.menu)))
      var lived = MachineTimeline(plan, .static, ending)
      lived.start()
      for _ in 0..<random.number(in: 1...8) where lived.machine.status == .running {
        lived.advance(to: lived.machine.now.count + random.number(in: 0...12))
        let verb = random.verb(plan.menu).verb
        switch verb {
        case .done(_, at: nil), .skip:
          do throws(VerbRefusal) { try lived.handle(verb) } catch { continue }
        default: continue
        }
      }
      // Quiet time after the last event cannot be told from time in which nobody was there.
      guard lived.machine.status == .running,
        lived.events.last?.elapsed == lived.machine.now
      else { continue }
      let before = lived.events
      var restored = takenUp(lived, at: lived.machine.now.count, ending: ending)
      do throws(VerbRefusal) { try restored.handle(.undo) } catch {
        #expect(error == .nothingToUndo, "seed \(seed)")
        continue
      }
      undone += 1
      try lived.handle(.undo)
      for (a, b) in zip(lived.machine.steps, restored.machine.steps) {
        #expect(
          a.status == b.status && a.start == b.start && a.end == b.end && a.cooks == b.cooks,
          "seed \(seed): \(a.reference)")
      }
      restored.runToEnd()
      #expect(restored.machine.status == .finished, "seed \(seed)")
      #expect(LogCheck.faults(before + restored.events, plan) == [], "seed \(seed)")
    }
    #expect(undone > 50)
  }
}
