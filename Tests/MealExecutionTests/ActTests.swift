import KitchenModel
import MealExecution
import TestSupport
import Testing

/// What a cook must do in a live run: due until it is answered.
struct ActTests {
  static let heat = Act.heat(
    .init(
      equipment: "oven", unit: 1,
      temperature: Temperature(.celsius, lower: 1800, upper: 1800)))

  private func supper(_ answering: RunStateMachine.Answering = .byCook) throws -> MachineTimeline {
    var run = MachineTimeline(
      RunStateMachine(
        plan: try Supper.plan(), settings: .test(.static, .cook, answering: answering),
        placer: AppendingPlacer()))
    run.start()
    return run
  }

  private func acts(_ run: MachineTimeline) -> [Act] { run.machine.state.actsByAge.map(\.act) }

  @Test func `a whole supper, act by act`() throws {
    var run = try supper()
    try run.say(.done(), at: 610)
    try run.say(.done(), at: 620)
    try run.say(.done(), at: 1110)
    try run.say(.done(), at: 3310)
    try run.say(.done(), at: 3610)
    try run.say(.done(), at: 4115)
    try run.say(.done(), at: 4120)
    #expect(run.machine.status == .finished)
    #expect(
      run.lines.filter { !$0.contains(" * ") } == [
        "0s Preparing supper.", "0s Peel (Gratin): start, 10 min.", "0s (act.due)",
        "120s Ben: Heat the oven to 180C.", "600s Peel (Gratin): time is up (10 min).",
        "610s (act.done)",
        "610s Peel (Gratin): done.", "620s Heat the oven to 180C: done.",
        "1100s Ana: Put Gratin into the oven, 180C: Bake, 50 min.", "1110s (act.done)",
        "1110s Bake (Gratin): start, 50 min.", "3000s Wash (Salad): start, 5 min.",
        "3000s (act.due)", "3300s Wash (Salad): time is up (5 min).", "3310s (act.done)",
        "3310s Wash (Salad): done.", "3480s Dress (Salad): start, 2 min.", "3480s (act.due)",
        "3600s Dress (Salad): time is up (2 min).", "3610s (act.done)",
        "3610s Dress (Salad): done.",
        "4110s Ana: Take Gratin out of the oven (Bake is done).", "4115s (act.done)",
        "4115s Bake (Gratin): done.", "4115s Ana: Serve: Gratin, Salad.", "4120s (act.done)",
        "4120s Served: Gratin, Salad.", "4120s 1 h 09 of prep time.",
      ])
    #expect(LogCheck.faults(run.events, run.machine.plan) == [])
    // A wait is as long as from put in to take out.
    let bake = run.machine.steps[1]
    #expect(bake.start == Seconds(1110) && bake.end == Seconds(4115) && bake.endedBy == .cook)
  }

  @Test func `what comes falls to whom it will fall to when it is due`() throws {
    var run = try supper()
    run.advance(to: 1)
    #expect(
      run.machine.comingActs.map { "\($0.act.kind) \($0.cook.map(String.init) ?? "nobody")" } == [
        "heat 1", "putIn 0", "perform 1", "perform 0", "takeOut 0", "serve 0",
      ])
  }

  @Test func `an act falls to the cook between two steps, not to one in the middle of another`()
    throws
  {
    func dish(_ name: String, _ steps: [(String, Way.Kind, Int)]) throws -> Dish {
      Dish(
        name: try Name(name),
        steps: steps.enumerated().map { index, step in
          Step(
            id: step.0, title: step.0, Way(step.1, Estimate(.minutes(step.2))),
            after: index > 0 ? [Dependency(steps[index - 1].0)] : [])
        })
    }
    let menu = Menu(
      name: "pies",
      dishes: [
        try dish("Pie", [("slice", .blocking, 5), ("sweat", .waiting, 10)]),
        try dish("Foam", [("whisk", .blocking, 6)]), try dish("Roots", [("peel", .blocking, 6)]),
      ], kitchen: Kitchen(cooks: .named(["Ana", "Ben"])))
    func step(_ dish: Int, _ step: Int, _ start: Int, _ end: Int, _ cooks: [Int]) -> PlannedStep {
      PlannedStep(
        StepReference(dish: dish, step: step), kind: cooks.isEmpty ? .waiting : .blocking,
        start: .minutes(start), end: .minutes(end), cooks: cooks)
    }
    let plan = Plan(
      menu: menu,
      [
        step(0, 0, 0, 5, [0]), step(2, 0, 0, 6, [1]), step(0, 1, 5, 15, []),
        step(1, 0, 5, 11, [0]),
      ])
    var run = MachineTimeline(
      RunStateMachine(
        plan: plan, settings: .test(.static, .cook, answering: .byCook), placer: AppendingPlacer()))
    run.start()
    let sweat = Act.putIn(StepReference(dish: 0, step: 1))
    #expect(run.machine.comingActs.first { $0.act == sweat }?.cook == 0)
    try run.say(.done(StepReference(dish: 0, step: 0)), at: 300)
    #expect(run.machine.state.acts.first { $0.act == sweat }?.cook == 0)
  }

  @Test func `an oven that is right for a range is not heated to its other end`() throws {
    func bake(_ lower: Int, _ upper: Int) -> Way {
      Way(
        .waiting, Estimate(.minutes(10)), uses: [Way.Use("oven")],
        temperature: Temperature(.celsius, lower: lower * 10, upper: upper * 10))
    }
    let ways = [bake(190, 210), bake(170, 170), bake(170, 190)]
    let menu = Menu(
      name: "bakes",
      dishes: try ways.indices.map { index in
        Dish(
          name: try Name("Dish \(index)"), steps: [Step(id: "bake", title: "Bake", ways[index])])
      },
      kitchen: Kitchen(
        cooks: .count(1), equipment: [Equipment(name: "oven", count: 1, preheat: .minutes(10))]))
    var plan = Plan(
      menu: menu,
      zip(ways.indices, [10, 30, 40]).map { index, start in
        PlannedStep(
          StepReference(dish: index, step: 0), kind: .waiting, start: .minutes(start),
          end: .minutes(start + 10), uses: [PlannedUse("oven", unit: 1, units: 1)])
      })
    plan.preheats = zip([0, 20], ways).map { start, way in
      Preheat(
        equipment: "oven", unit: 1, start: .minutes(start), end: .minutes(start + 10),
        temperature: way.temperature ?? Temperature(.celsius, lower: 0, upper: 0))
    }
    var run = MachineTimeline(
      RunStateMachine(
        plan: plan, settings: .test(.static, .cook, answering: .byCook), placer: AppendingPlacer()))
    run.start()
    for _ in 0..<4000 where run.machine.status == .running {
      if let due = run.machine.state.actsByAge.first {
        try run.handle(.answer(due.act))
      } else {
        run.advance(to: run.machine.now.count + 1)
      }
    }
    #expect(run.machine.status == .finished)
    let heated = run.events.filter { $0.kind == .actDue && $0.act?.kind == .heat }
    #expect(heated.count == 2)
  }

  @Test func `what nobody has put in does not bake`() throws {
    var run = try supper()
    try run.say(.done(), at: 600)
    run.advance(to: 700)
    #expect(acts(run) == [Self.heat])
    #expect(run.machine.steps[1].status == .pending)
    try run.say(.answer(Self.heat), at: 700)
    run.advance(to: 1179)
    #expect(acts(run) == [])
    run.advance(to: 1300)
    #expect(acts(run) == [.putIn(Supper.bake)])
    try run.say(.answer(.putIn(Supper.bake), at: Seconds(1250)), at: 1300)
    #expect(run.machine.steps[1].start == Seconds(1250))
  }

  @Test func `what came due before the cook's hands were taken is foretold for now`() throws {
    let menu = Menu(
      name: "lunch",
      dishes: [
        Dish(
          name: try Name("Rice"),
          steps: [
            Step(
              id: "boil", title: "Boil",
              Way(.waiting, Estimate(.minutes(10)), uses: [Way.Use("burner")]))
          ]),
        Dish(
          name: try Name("Salad"),
          steps: [Step(id: "wash", title: "Wash", Way(.blocking, Estimate(.minutes(5))))]),
      ],
      kitchen: Kitchen(
        cooks: .named(["Ana"]), equipment: [Equipment(name: "burner", count: 1)]))
    let boil = StepReference(dish: 0, step: 0)
    let plan = Plan(
      menu: menu,
      [
        PlannedStep(
          boil, kind: .waiting, start: .zero, end: .minutes(10),
          uses: [PlannedUse("burner", units: 1)]),
        PlannedStep(
          StepReference(dish: 1, step: 0), kind: .blocking, start: .zero, end: .minutes(5),
          cooks: [0]),
      ])
    var run = MachineTimeline(
      RunStateMachine(
        plan: plan, settings: .test(.static, .cook, answering: .byCook), placer: AppendingPlacer()))
    run.start()
    run.advance(to: 3)
    #expect(acts(run).contains(.putIn(boil)))
    #expect(run.machine.forecast.makespan == Seconds(603))
  }

  @Test func `Enter never ends a waiting step`() throws {
    var run = try supper()
    try run.say(.answer(Self.heat), at: 130)
    try run.say(.done(), at: 600)
    try run.say(.done(), at: 610)
    #expect(run.machine.steps[1].status == .running)
    #expect(throws: VerbRefusal.nothingDue(.perform(Supper.wash), at: .minutes(50))) {
      try run.handle(.done())
    }
    // Named, it ends.
    try run.say(.done(Supper.bake), at: 700)
    #expect(run.machine.steps[1].end == Seconds(700))
  }

  @Test func `an act rings after 1, 3, 5 and 10 minutes`() throws {
    var run = try supper()
    for moment in stride(from: 0, through: 2000, by: 20) { run.advance(to: moment) }
    let reminders = run.lines.filter { $0.contains("over by") && $0.contains("oven") }
    #expect(
      reminders
        == [60, 180, 300, 600].map { over in
          "\(120 + over)s * Heat the oven to 180C over by \(over) s"
        })
  }

  @Test func `acts that nobody answered are there for whoever takes the run up`() throws {
    var run = try supper()
    try run.say(.done(), at: 600)
    run.advance(to: 650)
    let plan = run.machine.plan
    var restored = MachineTimeline(
      RunStateMachine(
        plan: plan, settings: .test(.static, .cook, answering: .byCook), replaying: run.events))
    #expect(restored.machine.state.acts.map(\.act) == [Self.heat])
    #expect(restored.machine.state.acts.first?.since == Seconds(120))
    restored.start(at: 700)
    try restored.say(.done(), at: 710)
    #expect(acts(restored) == [])
    restored.advance(to: 710 + 480)
    #expect(acts(restored) == [.putIn(Supper.bake)])
  }

  @Test func `undo has an act due again, and the log says so`() throws {
    var run = try supper()
    try run.say(.done(), at: 600)
    try run.say(.answer(Self.heat), at: 610)
    try run.say(.undo, at: 620)
    #expect(acts(run) == [Self.heat])
    let restored = RunStateMachine(
      plan: run.machine.plan, settings: .test(.static, .cook, answering: .byCook),
      replaying: run.events)
    #expect(restored.state.acts.map(\.act) == [Self.heat])
  }

  @Test func `whoever does not ask has acts done at their instants`() throws {
    var run = try supper(.atOnce)
    try run.say(.done(), at: 600)
    #expect(run.machine.steps[1].start == Seconds(600))
    // The log has each of them all the same, done as it comes due.
    run.runToEnd()
    let due = run.events.filter { $0.kind == .actDue }
    let done = run.events.filter { $0.kind == .actDone }
    #expect(due.map(\.act) == done.map(\.act))
    #expect(due.map(\.elapsed) == done.map(\.elapsed))
    let kinds = Set(due.compactMap { $0.act?.kind })
    #expect(kinds.isSuperset(of: [.putIn, .takeOut, .heat]))
    #expect(run.machine.state.acts.allSatisfy { $0.act.kind == .perform })
    #expect(run.lines.contains { $0.contains("Heat the oven to ") })
    #expect(
      RunStateMachine(
        plan: run.machine.plan, settings: .test(.static, .cook, answering: .atOnce),
        replaying: run.events
      ).state.acts.allSatisfy { $0.act.kind == .perform })
    var alone = try supper(.everything)
    alone.runToEnd()
    #expect(alone.machine.status == .finished)
    #expect(alone.lines.contains("3600s Serve: Gratin, Salad."))
  }

  @Test func `each course is served at its time`() throws {
    var plan = try Supper.plan()
    plan.menu.dishes[1].dish.serveOffset = .minutes(10)
    var run = MachineTimeline(plan, .static, .timer(TrueDurations()))
    run.start()
    run.runToEnd()
    #expect(
      run.lines.suffix(3) == [
        "3600s Serve: Gratin.", "4200s Serve: Salad.", "4200s 1 h of prep time.",
      ])
  }
}
