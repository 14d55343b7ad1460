import KitchenModel
import MealExecution
import TestSupport
import Testing

/// Steps whose time is up at once for what a cook says, and what is taken back of that: the same for
/// whoever looks from elsewhere, who has only the log.
struct RetimedWaitTests {
  private static let rinse = StepReference(dish: 0, step: 0)
  private static let boil = StepReference(dish: 0, step: 1)

  /// Rinse 1 min, boil 12 min on the hob, drain 1 min or, where nothing follows at once, serve.
  private func rice(_ policy: Run.Policy, drains: Bool = true) throws -> Evening {
    var steps = [
      Step(id: "rinse", title: "Rinse", Way(.blocking, Estimate(.minutes(1)))),
      Step(
        id: "boil", title: "Boil", Way(.waiting, Estimate(.minutes(12)), uses: [Way.Use("hob")]),
        after: [Dependency("rinse")]),
    ]
    if drains {
      steps.append(
        Step(
          id: "drain", title: "Drain", Way(.blocking, Estimate(.minutes(1))),
          after: [Dependency("boil")]))
    }
    let menu = Menu(
      name: "rice", dishes: [Dish(name: try Name("Rice"), steps: steps)],
      kitchen: Kitchen(
        cooks: .named(["Ana", "Ben"]), equipment: [Equipment(name: "hob", count: 4)]))
    return Evening(SerialPlanner.plan(menu), policy)
  }

  /// A run that is compared, after each thing said, with what another process has of it.
  private struct Evening {
    private let plan: Plan
    private(set) var run: MachineTimeline

    init(_ plan: Plan, _ policy: Run.Policy) {
      self.plan = plan
      run = MachineTimeline(
        RunStateMachine(plan: plan, settings: .test(policy, .cook, answering: .byCook)))
      run.replan = { situation, _ in SerialPlanner.plan(after: situation) }
      run.start()
    }

    var machine: RunStateMachine { run.machine }
    var due: [Act] { machine.state.actsByAge.map(\.act) }
    /// What the last verb led to.
    var outcome: VerbOutcome? { machine.lastOutcome }

    mutating func say(_ verb: RunVerb, at moment: Int) throws {
      try run.say(verb, at: moment)
      #expect(machine.differences(from: restored) == [], "\(verb)")
    }

    mutating func look(at moment: Int) {
      run.advance(to: moment)
      #expect(machine.differences(from: restored) == [], "\(moment) s")
    }

    private var restored: RunStateMachine {
      var restored = RunStateMachine(
        plans: [plan] + run.entries.compactMap(\.plan),
        settings: .test(machine.settings.policy, .cook), replaying: run.events)
      restored.look(at: machine.now)
      return restored
    }

    /// How long a step that runs has left.
    func left(of step: StepReference) -> Int? {
      machine.steps.first { $0.reference == step }.flatMap { step in
        step.start.map { ($0 + step.planned.duration - machine.now).count }
      }
    }
  }

  @Test(arguments: [Run.Policy.static, .replan], [true, false])
  func `a wait that was shortened to nothing has its time again once that is taken back`(
    policy: Run.Policy, drains: Bool
  ) throws {
    var evening = try rice(policy, drains: drains)
    try evening.say(.done(), at: 60)
    try evening.say(.answer(.putIn(Self.boil)), at: 60)
    try evening.say(.shorten(Self.boil, by: .minutes(30)), at: 67)
    #expect(evening.outcome == .usedUp(Self.boil, by: Seconds(-713), takes: Seconds(7)))
    #expect(evening.due == [.takeOut(Self.boil)])
    evening.look(at: 70)
    try evening.say(.undo, at: 70)
    #expect(evening.outcome == .undone(.retimed(Self.boil, by: Seconds(-713), takes: .minutes(12))))
    #expect(evening.due == [])
    #expect(evening.left(of: Self.boil) == 710)
    // What was said before is taken back as well, and begun again.
    try evening.say(.undo, at: 75)
    #expect(evening.due == [.putIn(Self.boil)])
    try evening.say(.done(), at: 80)
    #expect(evening.left(of: Self.boil) == 720)
    evening.look(at: 90)
  }

  @Test(arguments: [Run.Policy.static, .replan])
  func `a hands-on step that is cut to what it has taken is over for everybody`(
    policy: Run.Policy
  ) throws {
    var evening = try rice(policy)
    try evening.say(.extend(Self.rinse, by: .minutes(5)), at: 20)
    #expect(evening.left(of: Self.rinse) == 340)
    try evening.say(.shorten(Self.rinse, by: .minutes(60)), at: 43)
    #expect(evening.outcome == .usedUp(Self.rinse, by: Seconds(-317), takes: Seconds(43)))
    evening.look(at: 45)
    #expect(evening.left(of: Self.rinse) == -2)
    try evening.say(.undo, at: 50)
    #expect(evening.left(of: Self.rinse) == 310)
    try evening.say(.undo, at: 55)
    #expect(evening.left(of: Self.rinse) == 5)
  }

  @Test(arguments: [Run.Policy.static, .replan])
  func `a step that was handed over is in one cook's hands, also once that is taken back`(
    policy: Run.Policy
  ) throws {
    var evening = try rice(policy)
    try evening.say(.hand(Self.rinse, to: 1), at: 10)
    #expect(evening.machine.state.acts.map(\.cook) == [1])
    evening.look(at: 20)
    try evening.say(.undo, at: 30)
    #expect(evening.outcome == .undone(.handed(Self.rinse, to: 0)))
    #expect(evening.machine.state.acts.map(\.cook) == [0])
  }
}
