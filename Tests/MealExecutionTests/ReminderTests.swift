import KitchenModel
import MealExecution
import Testing

/// What a cook is reminded of in a live run.
struct ReminderTests {
  private static func plan() throws -> Plan {
    let menu = Menu(
      name: "stew",
      dishes: [
        Dish(
          name: try Name("Stew"),
          steps: [
            Step(id: "simmer", title: "Simmer", Way(.waiting, Estimate(.minutes(10)))),
            Step(
              id: "season", title: "Season", Way(.blocking, Estimate(.minutes(1))),
              after: [Dependency("simmer")]),
          ])
      ], kitchen: Kitchen())
    let places = [StepReference(dish: 0, step: 0), StepReference(dish: 0, step: 1)]
    return Plan(
      menu: menu, status: .optimal, objective: .hot, anchor: nil, makespan: .minutes(11),
      lowerBound: .minutes(11), stalenessLowerBound: .zero, sequential: .minutes(11),
      inOrder: .minutes(11),
      steps: [
        PlannedStep(places[0], kind: .waiting, start: .zero, end: .minutes(10)),
        PlannedStep(
          places[1], kind: .blocking, start: .minutes(10), end: .minutes(11), cooks: [0]),
      ])
  }

  @Test func `a free stretch is reported and its end is warned of`() throws {
    var run = MachineTimeline(try Self.plan(), .static, .cook)
    run.start()
    run.advance(to: 540)
    run.advance(to: 600)
    #expect(
      run.lines == [
        "0s Preparing stew.", "0s Simmer (Stew): start, 10 min.", "0s * free until 600 s",
        "540s * season in 60 s", "600s Simmer (Stew): done.", "600s Season (Stew): start, 1 min.",
      ])
  }

  @Test func `an overdue step is reported ever more seldom until it is done`() throws {
    var run = MachineTimeline(try Self.plan(), .static, .cook)
    run.start()
    run.advance(to: 600)
    for moment in [660, 720, 840, 960, 1260] { run.advance(to: moment) }
    let seen = run.lines.count
    #expect(
      run.lines.suffix(5) == [
        "660s Season (Stew): time is up (1 min).", "720s * season over by 60 s",
        "840s * season over by 180 s", "960s * season over by 300 s",
        "1260s * season over by 600 s",
      ])
    try run.say(.done(nil), at: 1700)
    #expect(
      run.lines.dropFirst(seen) == [
        "1700s Season (Stew): done.", "1700s Serve: Stew.", "1700s 28 min of prep time.",
      ])
  }

  @Test func `a process that was stopped starts now what nobody had heard of`() throws {
    var run = MachineTimeline(try Self.plan(), .static, .cook)
    run.start()
    let actions = run.machine.wake(at: Seconds(900))
    let events = actions.compactMap { action -> RunEvent? in
      if case .record(let entry) = action { entry.event } else { nil }
    }
    #expect(events.map(\.kind) == [.stepFinished, .stepStarted])
    #expect(events.map(\.elapsed) == [Seconds(600), Seconds(900)])
  }
}
