import KitchenModel
import MealExecution
import Testing

/// What a cook may say, and what comes of it.
struct VerbTests {
  private typealias Sunday = TimelineTests

  private func live(_ policy: Run.Policy = .static) throws -> MachineTimeline {
    var run = MachineTimeline(try TimelineTests.sunday(), policy, .cook)
    run.start()
    return run
  }

  @Test func `pause lets what runs run on and starts nothing`() throws {
    var run = try live()
    try run.say(.pause, at: 10)
    #expect(run.machine.status == .paused)
    run.advance(to: 105)
    try run.say(.resume, at: 110)
    #expect(
      Array(run.lines.dropFirst(2)) == [
        "10s Paused.",
        "100s Bake (Roast): done.",
        "110s Resumed.",
        "110s Rest (Roast): start, 20 s.",
        "110s * rest 5 s too late after bake",
        "110s Chop (Sauce): start, 40 s.",
      ])
  }

  @Test func `a skipped step frees its cook and counts as ended`() throws {
    var run = try live()
    try run.say(.skip(Sunday.chop), at: 30)
    #expect(
      run.lines.suffix(1) == ["30s Chop (Sauce): skipped."])
    run.advance(to: 60)
    #expect(run.lines.last == "60s Reduce (Sauce): start, 1 min.")
    let chop = run.machine.steps[3]
    #expect(chop.status == .skipped)
    #expect(chop.start == Seconds(20))
    #expect(chop.end == Seconds(30))
  }

  @Test func `what is skipped before it starts limits nothing`() throws {
    var run = try live()
    try run.say(.skip(Sunday.rest), at: 5)
    try run.say(.skip(Sunday.bake), at: 6)
    try run.say(.done(nil), at: 50)
    run.advance(to: 120)
    #expect(
      run.lines.suffix(2) == ["120s Reduce (Sauce): done.", "120s Carve (Roast): start, 30 s."])
  }

  @Test func `extending a wait moves its end and the plan`() throws {
    var run = try live()
    try run.say(.extend(Sunday.bake, by: Seconds(30)), at: 10)
    #expect(run.lines.last == "10s Bake (Roast) 30 s late: ready after 3 min.")
    #expect(run.machine.plan.makespan == Seconds(180))
    try run.say(.done(nil), at: 60)
    run.advance(to: 130)
    #expect(
      run.lines.suffix(4) == [
        "60s Reduce (Sauce): start, 1 min.", "120s Reduce (Sauce): done.",
        "130s Bake (Roast): done.", "130s Rest (Roast): start, 20 s.",
      ])
  }

  @Test func `shortening a wait below what has passed ends it now`() throws {
    var run = try live()
    try run.say(.shorten(Sunday.bake, by: Seconds(95)), at: 10)
    #expect(
      run.lines.suffix(2) == [
        "10s Bake (Roast) 1 min 30 s early: ready after 2 min 30 s.", "10s Bake (Roast): done.",
      ])
  }

  @Test func `a step can be started ahead of the plan where the kitchen allows`() throws {
    var run = try live()
    #expect(throws: VerbRefusal.notPossible(Sunday.reduce, .step(Sunday.chop))) {
      try run.say(.start(Sunday.reduce), at: 5)
    }
    try run.say(.start(nil), at: 5)
    #expect(run.lines.last == "5s Chop (Sauce): start, 40 s.")
    try run.say(.done(Sunday.chop), at: 40)
    try run.say(.start(Sunday.reduce), at: 41)
    #expect(run.lines.last == "41s Reduce (Sauce): start, 1 min.")
  }

  @Test func `a forgotten press is backdated`() throws {
    var run = try live()
    try run.say(.done(nil, at: Seconds(55)), at: 90)
    #expect(
      run.lines.suffix(2) == ["55s Chop (Sauce): done.", "90s Reduce (Sauce): start, 1 min."])
    #expect(run.machine.steps[3].end == Seconds(55))
  }

  @Test(arguments: [
    (RunVerb.done(Sunday.carve), VerbRefusal.notRunning(Sunday.carve, .pending)),
    (.done(StepReference(dish: 7, step: 0)), .unknown(StepReference(dish: 7, step: 0))),
    (.done(Sunday.bake, at: Seconds(31)), .outOfTime(Sunday.bake, Seconds(31))),
    (.start(Sunday.bake), .notPending(Sunday.bake, .running)),
    (.skip(nil), .ambiguous([Sunday.bake, Sunday.chop])),
    (.resume, .notPaused),
  ])
  func `a verb that makes no sense is refused and changes nothing`(
    verb: RunVerb, refusal: VerbRefusal
  ) throws {
    var run = try live()
    run.advance(to: 30)
    let lines = run.lines
    #expect(throws: refusal) { try run.say(verb, at: 30) }
    #expect(run.lines == lines)
    #expect(run.machine.steps.map(\.status) == [.running, .pending, .pending, .running, .pending])
  }

  @Test func `an aborted run is over`() throws {
    var run = try live()
    try run.say(.abort, at: 30)
    #expect(run.next == .end(.aborted))
    #expect(run.machine.status == .aborted)
    #expect(throws: VerbRefusal.over(.aborted)) { try run.machine.handle(.pause) }
  }
}
