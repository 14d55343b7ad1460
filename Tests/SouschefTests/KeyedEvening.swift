import KitchenModel
import MealExecution
import Rendering
import TestSupport
import Testing

@testable import SouschefCore
@testable import souschef

/// A live run on a clock that a test moves, steered by keys alone, as the view does it.
final class KeyedEvening {
  private(set) var machine: RunStateMachine
  private(set) var keys = LiveKeys()
  private(set) var entries: [RunEntry] = []
  /// The wall clock, in milliseconds since the run's start.
  private(set) var milliseconds = 0

  /// How long the plan that was agreed on takes.
  private let promised: Seconds
  private let agreed: Plan

  init(named name: String = "supper") throws {
    let plan = try Self.plan(named: name)
    promised = plan.makespan
    agreed = plan
    machine = RunStateMachine(
      plan: plan,
      settings: .init(
        policy: .replan, ending: .cook,
        timeline: RunTimeline(startedAt: Instant(epochSeconds: 0)), answering: .byCook))
    perform(machine.start())
  }

  /// The run's whole seconds.
  var now: Int { milliseconds / 1000 }
  var events: [RunEvent] { entries.map(\.event) }

  /// The machine as another process would restore it from the log and the plans in it.
  var restored: RunStateMachine {
    RunStateMachine(
      plans: [agreed] + entries.compactMap(\.plan), settings: machine.settings, replaying: events)
  }

  var isOver: Bool { machine.status == .finished || machine.status == .aborted }
  var state: LiveState { LiveState(machine, run: 1, promised: promised) }
  var footer: String { keys.footer(at: Seconds(now), width: 80) }

  func step(_ reference: StepReference) -> StepProgress {
    machine.steps.first { $0.reference == reference } ?? machine.steps[0]
  }

  /// Has time pass, as far as the machine lets it.
  func pass(milliseconds more: Int) {
    milliseconds += more
    if !isOver { perform(machine.advance(to: Seconds(now))) }
  }

  /// Presses keys as they come in one piece; what they say is done, and told.
  func press(_ text: String, at second: Int) -> [LiveKeys.Outcome] {
    pass(milliseconds: max(0, second * 1000 - milliseconds))
    return press(Array(text.utf8))
  }

  func press(_ bytes: [UInt8]) -> [LiveKeys.Outcome] {
    let outcomes = keys.take(bytes, state, at: Instant(milliseconds: milliseconds))
    for case .say(let verb) in outcomes where !isOver { say(verb) }
    look()
    return outcomes
  }

  /// Says something; a refusal changes nothing.
  func say(_ verb: RunVerb) {
    guard let actions = try? machine.handle(verb) else { return }
    perform(actions)
  }

  /// Has the keys take note of what is shown, as the view does whenever it is reported.
  func look() { keys.note(state, at: Instant(milliseconds: milliseconds)) }

  /// Peels, heats and puts in, so that only the baking runs.
  func beginBaking() {
    while step(StepReference(dish: 0, step: 1)).status == .pending, !isOver {
      pass(milliseconds: 2000)
      for due in machine.state.acts { say(.answer(due.act)) }
    }
  }

  private func perform(_ actions: [RunAction]) {
    for case .record(let entry) in actions { entries.append(entry) }
    if case .consult(let situation, _) = actions.last {
      perform(machine.apply(SerialPlanner.plan(after: situation).map { ReplanAnswer(plan: $0) }))
    }
  }

  private static func plan(named name: String) throws -> Plan {
    let hot = try Temperature(parsing: "180C")
    let menu = Menu(
      name: name,
      dishes: [
        Dish(
          name: try Name("Gratin"),
          steps: [
            Step(id: "peel", title: "Peel", Way(.blocking, Estimate(.minutes(2)))),
            Step(
              id: "bake", title: "Bake",
              Way(.waiting, Estimate(.minutes(9)), uses: [Way.Use("oven")], temperature: hot),
              after: [Dependency("peel")]),
          ]),
        Dish(
          name: try Name("Salad"),
          steps: [
            Step(id: "wash", title: "Wash", Way(.blocking, Estimate(.minutes(2)))),
            Step(
              id: "chill", title: "Chill",
              Way(.waiting, Estimate(.minutes(3)), uses: [Way.Use("fridge")]),
              after: [Dependency("wash")]),
          ]),
      ],
      kitchen: Kitchen(
        cooks: .count(1),
        equipment: [
          Equipment(name: "oven", count: 1, preheat: .minutes(1)),
          Equipment(name: "fridge", count: 1, slots: 4),
        ]))
    func place(_ dish: Int, _ step: Int) -> StepReference { StepReference(dish: dish, step: step) }
    return Plan(
      menu: menu, status: .feasible, objective: .hot, anchor: nil, makespan: .minutes(12),
      lowerBound: .zero, stalenessLowerBound: nil, sequential: .minutes(16), inOrder: nil,
      steps: [
        PlannedStep(place(0, 0), kind: .blocking, start: .zero, end: .minutes(2), cooks: [0]),
        PlannedStep(
          place(0, 1), kind: .waiting, start: .minutes(2), end: .minutes(11),
          uses: [PlannedUse("oven", unit: 1, units: 1)]),
        PlannedStep(place(1, 0), kind: .blocking, start: .minutes(6), end: .minutes(8), cooks: [0]),
        PlannedStep(
          place(1, 1), kind: .waiting, start: .minutes(8), end: .minutes(11),
          uses: [PlannedUse("fridge", unit: 1, units: 1)]),
      ],
      preheats: [
        Preheat(
          equipment: "oven", unit: 1, start: .minutes(1), end: .minutes(2), temperature: hot)
      ], why: [], solver: SolverReport())
  }
}
