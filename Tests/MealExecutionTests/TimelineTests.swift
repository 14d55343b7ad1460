import KitchenModel
import MealExecution
import Testing

/// What the machine does when reality differs from the plan, as tables.
struct TimelineTests {
  /// A roast (oven, then rest within 5 min, then carving) beside a sauce, for one cook.
  static func sunday() throws -> Plan {
    let menu = Menu(
      name: "sunday",
      dishes: [
        Dish(
          name: try Name("Roast"),
          steps: [
            Step(
              id: "bake", title: "Bake",
              Way(.waiting, Estimate(Seconds(100)), uses: [Way.Use("oven")])),
            Step(
              id: "rest", title: "Rest", Way(.waiting, Estimate(Seconds(20))),
              after: [Dependency("bake", maximum: Seconds(5))]),
            Step(
              id: "carve", title: "Carve", Way(.blocking, Estimate(Seconds(30))),
              after: [Dependency("rest")]),
          ]),
        Dish(
          name: try Name("Sauce"),
          steps: [
            Step(id: "chop", title: "Chop", Way(.blocking, Estimate(Seconds(40)))),
            Step(
              id: "reduce", title: "Reduce",
              Way(.waiting, Estimate(Seconds(60)), uses: [Way.Use("burner")]),
              after: [Dependency("chop")]),
          ]),
      ], kitchen: .standard)
    return Plan(
      menu: menu,
      [
        PlannedStep(
          bake, kind: .waiting, start: .zero, end: Seconds(100),
          uses: [PlannedUse("oven", unit: 1, units: 1)]),
        PlannedStep(chop, kind: .blocking, start: Seconds(20), end: Seconds(60), cooks: [0]),
        PlannedStep(
          reduce, kind: .waiting, start: Seconds(60), end: Seconds(120),
          uses: [PlannedUse("burner", units: 1)]),
        PlannedStep(rest, kind: .waiting, start: Seconds(100), end: Seconds(120)),
        PlannedStep(carve, kind: .blocking, start: Seconds(120), end: Seconds(150), cooks: [0]),
      ])
  }

  static let bake = StepReference(dish: 0, step: 0)
  static let rest = StepReference(dish: 0, step: 1)
  static let carve = StepReference(dish: 0, step: 2)
  static let chop = StepReference(dish: 1, step: 0)
  static let reduce = StepReference(dish: 1, step: 1)

  private func run(
    _ truth: [StepReference: Seconds] = [:], _ policy: Run.Policy = .static
  ) throws -> MachineTimeline {
    MachineTimeline(try Self.sunday(), policy, .timer(TrueDurations(truth)))
  }

  @Test func `as planned`() throws {
    var run = try run()
    run.start()
    run.runToEnd()
    #expect(
      run.lines == [
        "0s Preparing sunday.",
        "0s Bake (Roast): start, 1 min 40 s.",
        "20s Chop (Sauce): start, 40 s.",
        "60s Chop (Sauce): done.",
        "60s Reduce (Sauce): start, 1 min.",
        "100s Bake (Roast): done.",
        "100s Rest (Roast): start, 20 s.",
        "120s Rest (Roast): done.",
        "120s Reduce (Sauce): done.",
        "120s Carve (Roast): start, 30 s.",
        "150s Carve (Roast): done.",
        "150s Serve: Roast, Sauce.",
        "150s 2 min 30 s of prep time.",
      ])
  }

  @Test func `a late step delays what follows it and nothing else`() throws {
    var run = try run([Self.chop: Seconds(90)])
    run.start()
    run.runToEnd()
    #expect(
      Array(run.lines.dropFirst(2)) == [
        "20s Chop (Sauce): start, 40 s.",
        "60s (step.overdue)",
        "100s Bake (Roast): done.",
        // Nobody is at hand to take the roast out and let it rest until the chopping is done.
        "110s Chop (Sauce): done.",
        "110s Rest (Roast): start, 20 s.",
        "110s * rest 5 s too late after bake",
        "110s Reduce (Sauce): start, 1 min.",
        "130s Rest (Roast): done.",
        "130s Carve (Roast): start, 30 s.",
        "160s Carve (Roast): done.",
        "170s Reduce (Sauce): done.",
        "170s Serve: Roast, Sauce.",
        "170s 2 min 50 s of prep time.",
      ])
  }

  @Test func `an early end starts nothing early but what a limit urges`() throws {
    var run = try run([Self.chop: Seconds(10), Self.bake: Seconds(50)])
    run.start()
    run.runToEnd()
    #expect(
      Array(run.lines.dropFirst(3)) == [
        "30s Chop (Sauce): done.",
        "50s Bake (Roast): done.",
        // The roast may wait five seconds for its rest, whatever the plan says.
        "55s Rest (Roast): start, 20 s.",
        "60s Reduce (Sauce): start, 1 min.",
        "75s Rest (Roast): done.",
        "120s Reduce (Sauce): done.",
        "120s Carve (Roast): start, 30 s.",
        "150s Carve (Roast): done.",
        "150s Serve: Roast, Sauce.",
        "150s 2 min 30 s of prep time.",
      ])
  }

  @Test func `a new plan is followed at once and recorded with its cause`() throws {
    var run = try run([Self.chop: Seconds(10)], .replan)
    run.replan = { situation, cause in
      guard situation.elapsed == Seconds(30) else { return nil }
      var plan = situation.plan
      for index in plan.steps.indices where plan.steps[index].reference == Self.reduce {
        plan.steps[index].start = Seconds(30)
        plan.steps[index].end = Seconds(90)
      }
      return plan
    }
    run.start()
    run.runToEnd()
    #expect(
      Array(run.lines.dropFirst(3).prefix(4)) == [
        "30s Chop (Sauce): done.",
        "30s Start Reduce (Sauce) now. Chop (Sauce) 30 s early: ready after 2 min 30 s.",
        "30s Reduce (Sauce): start, 1 min.",
        "90s Reduce (Sauce): done.",
      ])
    let replaced = run.entries.filter { $0.event.kind == .planReplaced }
    #expect(replaced.map(\.cause) == [.endedOffPlan([Self.chop])])
    #expect(replaced.map { $0.plan == run.machine.plan } == [true])
  }

  @Test func `in order asks at every moment before it starts anything`() throws {
    var asked: [Int] = []
    var run = try run([:], .inOrder)
    run.replan = { situation, _ in
      asked.append(situation.elapsed.count)
      return nil
    }
    run.start()
    run.runToEnd()
    #expect(asked == [0, 20, 60, 100, 120])
    #expect(!run.events.contains { $0.kind == .planReplaced })
  }

  @Test func `a planner is never told a true duration before the step has ended`() throws {
    var expected: [String] = []
    var run = try run([Self.chop: Seconds(90)], .replan)
    run.replan = { situation, cause in
      let chop = situation.steps[3]
      expected.append(
        "\(situation.elapsed.count)s \(chop.expectedEnd(at: situation.elapsed).count)s")
      return nil
    }
    run.start()
    run.runToEnd()
    #expect(expected.prefix(3) == ["60s 60s", "100s 100s", "110s 110s"])
  }

  @Test func `missed time is gone through moment by moment`() throws {
    var once = try run([Self.chop: Seconds(90)])
    once.start()
    once.advance(to: 100_000)
    var stepwise = try run([Self.chop: Seconds(90)])
    stepwise.start()
    stepwise.runToEnd()
    #expect(once.entries == stepwise.entries)
  }

  @Test func `a plan may drop a dish and add another while it goes on`() throws {
    var run = try run([Self.chop: Seconds(10)], .replan)
    run.replan = { situation, _ in
      guard situation.elapsed == Seconds(30) else { return nil }
      var plan = situation.plan
      plan.steps.removeAll { $0.reference == Self.reduce }
      plan.menu.dishes += (try? Lunch.menu().dishes.suffix(1)) ?? []
      plan.steps.append(
        PlannedStep(
          StepReference(dish: 2, step: 0), kind: .blocking, start: Seconds(40), end: Seconds(90),
          cooks: [0]))
      return plan
    }
    run.start()
    run.runToEnd()
    #expect(
      Array(run.lines.dropFirst(3)) == [
        "30s Chop (Sauce): done.",
        "30s Chop (Sauce) 30 s early: ready after 2 min 30 s.",
        "40s Peeling/slicing avocado.",
        "90s Avocado sliced.",
        "100s Bake (Roast): done.",
        "100s Rest (Roast): start, 20 s.",
        "120s Rest (Roast): done.",
        "120s Carve (Roast): start, 30 s.",
        "150s Carve (Roast): done.",
        "150s 2 min 30 s of prep time.",
      ])
    #expect(
      run.machine.steps.map(\.status) == [
        .finished, .finished, .finished, .finished, .dropped, .finished,
      ])
  }

  @Test func `a live run left alone goes on with what is true by then`() throws {
    var first = MachineTimeline(try Self.sunday(), .static, .cook)
    first.start()
    first.advance(to: 30)
    first.interrupt(at: 30)
    var second = MachineTimeline(
      RunStateMachine(
        plan: try Self.sunday(), settings: .test(.static, .cook), replaying: first.events))
    #expect(second.machine.status == .interrupted)
    second.start(at: 130)
    try second.say(.done(nil, at: Seconds(70)), at: 131)
    #expect(
      second.lines == [
        "60s Chop (Sauce): time is up (40 s).",
        "100s Bake (Roast): done.",
        "130s Resumed.",
        "130s * chop over by 70 s",
        "70s Chop (Sauce): done.",
        "131s Rest (Roast): start, 20 s.",
        "131s * rest 26 s too late after bake",
        "131s Reduce (Sauce): start, 1 min.",
      ])
  }

  @Test func `a run left alone before it began begins when it is taken up`() throws {
    let gone = RunEvent(at: Instant(epochSeconds: 0), elapsed: .zero, .runInterrupted)
    var run = MachineTimeline(
      RunStateMachine(
        plan: try Self.sunday(), settings: .test(.static, .cook), replaying: [gone]))
    run.start(at: 130)
    #expect(run.events.first?.kind == .runStarted)
    #expect(run.events.allSatisfy { $0.elapsed == Seconds(130) && $0.kind != .runResumed })
  }

  @Test func `a dish's own words come at its first start and its last end`() throws {
    var plan = try Self.sunday()
    plan.menu.dishes[0].dish.says = Dish.Says(start: "The roast goes in.", finish: "Roast ready.")
    var run = MachineTimeline(plan)
    run.start()
    run.runToEnd()
    #expect(
      run.lines.filter { $0.contains("oast") } == [
        "0s The roast goes in.", "100s Bake (Roast): done.", "100s Rest (Roast): start, 20 s.",
        "120s Rest (Roast): done.", "120s Carve (Roast): start, 30 s.", "150s Roast ready.",
      ])
  }

  @Test func `the forecast is what happens if nothing else does`() throws {
    var run = try run([Self.chop: Seconds(90)])
    run.start()
    run.advance(to: 70)
    // The chopping may end any moment, as far as anybody knows.
    #expect(run.machine.forecast.makespan == Seconds(150))
    run.advance(to: 115)
    let forecast = run.machine.forecast
    run.runToEnd()
    #expect(forecast.makespan == Seconds(170))
    #expect(forecast.steps.map(\.end).max() == run.machine.lastEnd)
  }
}
