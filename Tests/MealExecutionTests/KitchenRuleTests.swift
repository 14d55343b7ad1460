import KitchenModel
import MealExecution
import Testing

/// What the kitchen itself forbids, whatever a plan says.
struct KitchenRuleTests {
  /// One dish a step; all planned at the given starts, blocking ones by the first cook.
  private func plan(
    _ steps: [(way: Way, start: Int)], kitchen: Kitchen = Kitchen(), unit: Int? = nil
  ) throws -> Plan {
    let dishes = try steps.indices.map { index in
      Dish(
        name: try Name("Dish \(index)"),
        steps: [Step(id: "s\(index)", title: "Step", steps[index].way)])
    }
    return Plan(
      menu: Menu(name: "test", dishes: dishes, kitchen: kitchen),
      steps.indices.map { index in
        let (way, start) = steps[index]
        return PlannedStep(
          StepReference(dish: index, step: 0), kind: way.kind, start: Seconds(start),
          end: Seconds(start) + way.duration.likely, cooks: way.kind == .blocking ? [0] : [],
          uses: way.uses.map { PlannedUse($0.equipment, unit: unit, units: $0.units) })
      })
  }

  /// When each dish's only step started.
  private func starts(
    _ plan: Plan, truth: [Int: Int] = [:], limits: RunLimits = RunLimits()
  ) -> [Int?] {
    let truth = Dictionary(
      uniqueKeysWithValues: truth.map { (StepReference(dish: $0, step: 0), Seconds($1)) })
    var run = MachineTimeline(plan, .static, .timer(TrueDurations(truth)), limits: limits)
    run.start()
    run.runToEnd()
    return run.machine.steps.map { $0.start?.count }
  }

  private func chop(_ seconds: Int) -> Way { Way(.blocking, Estimate(Seconds(seconds))) }
  private func wait(_ seconds: Int, startsItself: Bool = false) -> Way {
    Way(.waiting, Estimate(Seconds(seconds)), startsItself: startsItself)
  }
  private func bake(_ seconds: Int, _ celsius: Int) -> Way {
    Way(
      .waiting, Estimate(Seconds(seconds)), uses: [Way.Use("oven")],
      temperature: Temperature(.celsius, lower: celsius * 10, upper: celsius * 10))
  }

  @Test func `a wait is started only at a switch point`() throws {
    let plan = try plan([(chop(20), 0), (wait(10), 20), (wait(10, startsItself: true), 20)])
    #expect(starts(plan, truth: [0: 35]) == [0, 35, 20])
  }

  @Test func `a second cook at hand is enough to start a wait`() throws {
    let plan = try plan([(chop(20), 0), (wait(10), 10)], kitchen: Kitchen(cooks: .count(2)))
    #expect(starts(plan, truth: [0: 35]) == [0, 10])
  }

  @Test func `a wait may start where a blocking step starts or ends`() throws {
    let plan = try plan([(wait(5), 0), (chop(20), 0), (wait(5), 20)])
    #expect(starts(plan) == [0, 0, 20])
  }

  @Test func `equipment that is still held delays what is to have it`() throws {
    let kitchen = Kitchen(equipment: [Equipment(name: "Burner", count: 1)])
    let way = Way(.waiting, Estimate(Seconds(10)), uses: [Way.Use("burner")])
    let plan = try plan([(way, 0), (way, 10), (wait(3), 10)], kitchen: kitchen)
    #expect(starts(plan, truth: [0: 25]) == [0, 25, 10])
  }

  @Test func `equipment that is not needed by then stays out of the order`() throws {
    let kitchen = Kitchen(equipment: [Equipment(name: "burner", count: 2)])
    let way = Way(.waiting, Estimate(Seconds(10)), uses: [Way.Use("burner")])
    let cook = Way(.blocking, Estimate(Seconds(10)), uses: [Way.Use("burner")])
    // The cook's second burner is late with the chopping; the other burner is not.
    let plan = try plan([(chop(5), 0), (cook, 5), (way, 6)], kitchen: kitchen)
    #expect(starts(plan, truth: [0: 8]) == [0, 8, 8])
  }

  @Test func `an oven takes its time to change temperature`() throws {
    let kitchen = Kitchen(
      equipment: [Equipment(name: "oven", count: 1, slots: 2, preheat: Seconds(10))])
    let plan = try plan(
      [(bake(20, 180), 10), (bake(20, 182), 15), (bake(20, 220), 45)], kitchen: kitchen, unit: 1)
    #expect(starts(plan) == [10, 15, 45])
    #expect(starts(plan, truth: [0: 50]) == [10, 15, 70])
  }

  @Test func `a preheat is reported when it is due`() throws {
    var plan = try plan([(bake(20, 180), 15)], kitchen: .standard, unit: 1)
    let preheat = Preheat(
      equipment: "oven", unit: 1, start: Seconds(5), end: Seconds(15),
      temperature: Temperature(.celsius, lower: 1800, upper: 1800))
    plan.preheats = [preheat]
    plan.menu.kitchen.equipment[1].preheat = Seconds(10)
    var run = MachineTimeline(plan)
    run.start()
    run.runToEnd()
    #expect(
      run.lines == [
        "0s Preparing test.", "5s * preheat oven 1", "15s Step (Dish 0): start, 20 s.",
        "35s Step (Dish 0): done.", "35s Serve: Dish 0.", "35s 35 s of prep time.",
      ])
  }

  @Test func `a cook who is away neither chops nor starts anything`() throws {
    let away = RunLimits(absences: [
      RunLimits.CookAbsence(cook: 0, from: Seconds(10), to: Seconds(30))
    ])
    let plan = try plan([(chop(15), 0), (wait(5), 12), (wait(5), 10)])
    #expect(starts(plan, limits: away) == [30, 30, 10])
  }

  @Test func `a clock limit holds under every policy`() throws {
    let limits = RunLimits(earliest: [StepReference(dish: 0, step: 0): Seconds(7)])
    var run = MachineTimeline(try plan([(chop(5), 0)]), .sequential, limits: limits)
    run.start()
    run.runToEnd()
    #expect(run.machine.steps[0].start == Seconds(7))
  }

  @Test func `a plan that the kitchen cannot follow is left interrupted, not hung`() throws {
    let way = Way(.waiting, Estimate(Seconds(10)), uses: [Way.Use("forge")])
    var run = MachineTimeline(try plan([(way, 0), (chop(5), 0)]))
    run.start()
    run.runToEnd()
    #expect(
      run.lines.suffix(3) == [
        "5s Step (Dish 1): done.", "5s * stuck: s0", "5s Interrupted after 5 s.",
      ])
    #expect(run.machine.status == .interrupted)
  }

  @Test func `a wrong order in a plan is given up where it would stop everything`() throws {
    var plan = try plan([(chop(5), 0), (chop(5), 5)])
    plan.menu.dishes[0].dish.steps[0].after = [Dependency(dish: "dish 1", "s1")]
    #expect(starts(plan) == [10, 5])
  }

  @Test func `a lag that lets a step start before another ends goes by the expected end`() throws {
    var plan = try plan([(wait(60), 0), (chop(20), 40)])
    plan.menu.dishes[1].dish.steps[0].after = [
      Dependency(dish: "Dish 0", "s0", minimum: Seconds(-20))
    ]
    #expect(starts(plan) == [0, 40])
    #expect(starts(plan, truth: [0: 90]) == [0, 40])
  }

  @Test func `what may start with another waits until that can start`() throws {
    var plan = try plan([(chop(40), 0), (wait(20), 40), (wait(30), 40)])
    plan.menu.dishes[1].dish.steps[0].after = [Dependency(dish: "Dish 0", "s0")]
    plan.menu.dishes[2].dish.steps[0].after = [
      Dependency(dish: "Dish 1", "s1", minimum: Seconds(-20))
    ]
    plan.menu.kitchen.cooks = .count(2)
    #expect(starts(plan) == [0, 40, 40])
    #expect(starts(plan, truth: [0: 55]) == [0, 55, 55])
    // Each waits for the other to start: they start together.
    plan.menu.dishes[1].dish.steps[0].after = [
      Dependency(dish: "Dish 0", "s0"), Dependency(dish: "Dish 2", "s2", from: .start),
    ]
    #expect(starts(plan) == [0, 40, 40])
  }

  @Test func `a dish held beyond its limit is remarked at the end`() throws {
    var plan = try plan([(chop(5), 0), (chop(60), 5)])
    plan.menu.dishes[0].dish.holdMaximum = Seconds(50)
    var run = MachineTimeline(plan)
    run.start()
    run.runToEnd()
    #expect(run.lines.contains("65s * Dish 0 held 10 s too long"))
  }

  @Test func `a dish waits for serving time, not for a later course`() throws {
    var plan = try plan([(chop(5), 0), (chop(60), 5)])
    plan.menu.dishes[0].dish.holdMaximum = Seconds(30)
    plan.menu.dishes[1].dish.serveOffset = Seconds(20)
    var run = MachineTimeline(plan)
    run.start()
    run.runToEnd()
    #expect(run.lines.contains("65s * Dish 0 held 10 s too long"))
  }

  @Test func `steps of no length start and end in one moment`() throws {
    var run = MachineTimeline(try plan([(chop(0), 3), (wait(0), 3)]))
    run.start()
    run.runToEnd()
    #expect(run.machine.status == .finished)
    #expect(run.machine.lastEnd == Seconds(3))
  }
}
