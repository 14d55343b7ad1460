import Foundation
import JSON
import KitchenModel
import Rendering
import TestSupport
import Testing

/// The cards and lists of dishes, meals, plans and runs, as files.
struct CardGoldenTests {
  private let clock = LocalClock(.gmt)
  private let plan: Plan

  init() throws { plan = try PlanFixtures.roastDinner() }

  private func run(_ status: Run.Status) throws -> Run {
    let start = try #require(plan.startAt)
    let late: [Int: Int] = [1: 5, 2: 5, 3: 6]
    var run = Run(
      id: 12, meal: plan.menu.name, planID: 3, status: status,
      mode: status == .finished ? .scaled : .live,
      speedThousandths: status == .finished ? 60_000 : 1000, policy: .replan, startedAt: start,
      planned: plan.makespan, replans: 1,
      steps: plan.steps.map { step in
        RunStep(
          reference: step.reference, dish: plan.menu.dishes[step.reference.dish].label,
          step: plan.menu[step.reference].id, kind: step.kind, plannedStart: step.start,
          plannedEnd: step.end,
          cooks: step.cooks.map { plan.menu.kitchen.cooks.names[$0] })
      })
    let now = Seconds.minutes(status == .finished ? 1000 : 75)
    for index in run.steps.indices {
      let step = run.steps[index]
      let delay = step.reference.dish == 0 ? Seconds.minutes(late[step.reference.step] ?? 0) : .zero
      guard step.plannedStart + delay <= now else { continue }
      run.steps[index].actualStart = step.plannedStart
      run.steps[index].status = .running
      guard step.plannedEnd + delay <= now else { continue }
      run.steps[index].actualEnd = step.plannedEnd + delay
      run.steps[index].status = .finished
      run.steps[index].endedBy = step.kind == .waiting ? .timer : .cook
    }
    if status == .finished {
      run.actual = .minutes(136)
      run.finishedAt = start + .minutes(136)
      run.steps[6].status = .skipped
      run.steps[6].actualStart = nil
      run.steps[6].actualEnd = nil
      run.steps[6].endedBy = .skipped
    }
    return run
  }

  @Test func `dishes`() throws {
    let dishes = plan.menu.dishes.map(\.dish)
    let cards = dishes.map { DishCard.text(of: $0).plainText }.joined(separator: "\n")
    try Golden.expect(cards, named: "cards/dishes.txt")
    try Golden.expect(DishList.text(of: dishes).plainText, named: "cards/dish-list.txt")
    let json = JSONValue.array(
      dishes.map { dish in JSONValue(dish, reading: dish.ingredients.map(Self.reading)) }
    ).documentText
    try Golden.expect(json, named: "cards/dishes.json")
  }

  /// Any reading will do: what a line says is reported elsewhere.
  private static func reading(_ line: String) -> Ingredient? {
    let amount = Fraction(3, over: 2).map { Ingredient.Amount($0, unit: "cup") }
    return line.isEmpty
      ? nil : Ingredient(text: line, amounts: amount.map { [$0] } ?? [], name: line)
  }

  @Test func `kitchen and meals`() throws {
    var kitchen = plan.menu.kitchen
    kitchen.away = [
      Absence(
        cook: "Ana", from: .timeOfDay(.init(hour: 17)),
        to: .timeOfDay(.init(hour: 17, minute: 20)))
    ]
    try Golden.expect(KitchenCard.text(of: kitchen).plainText, named: "cards/kitchen.txt")
    try Golden.expect(JSONValue(kitchen).documentText, named: "cards/kitchen.json")
    let meal = Meal(name: try Name("Sunday"), dishes: [try Name("Roast beef"), try Name("Gravy")])
    try Golden.expect(
      MealList.text(of: [meal]).plainText + "\n" + MealList.card(of: meal).plainText,
      named: "cards/meals.txt")
    #expect(
      JSONValue(meal).compactText
        == #"{"format": "souschef.meal/1", "name": "Sunday", "dishes": ["Roast beef", "Gravy"]}"#)
  }

  @Test func `stored plans`() throws {
    let lunch = try PlanFixtures.lunch()
    let saved = Instant(epochSeconds: 1_795_300_000)
    let plans = [
      PlanSummary(id: 12, plan: plan, savedAt: saved),
      PlanSummary(id: 3, plan: lunch, savedAt: saved),
    ]
    try Golden.expect(
      PlanList.text(of: plans, clock: clock).plainText, named: "cards/plan-list.txt")
    try Golden.expect(
      JSONValue.array(plans.map(JSONValue.init)).documentText, named: "cards/plan-list.json")
  }

  @Test func `a run with what was planned beside what happened`() throws {
    let run = try run(.finished)
    try Golden.expect(RunCard.text(of: run, clock: clock).plainText, named: "cards/run.txt")
    try Golden.expect(JSONValue(run).documentText, named: "cards/run.json")
    let other = try self.run(.interrupted)
    try Golden.expect(
      HistoryList.text(of: [run, other], clock: clock).plainText, named: "cards/history.txt")
    let listed = JSONValue.array([run, other].map(JSONValue.init(listed:))).documentText
    try Golden.expect(listed, named: "cards/history.json")
    var list = RunListText()
    let pieces = [run, other].map { list.text(adding: [$0]) }
    #expect(pieces.joined() + list.end == listed)
    #expect(RunListText().end == JSONValue.array([]).documentText)
  }

  @Test func `columns that need not stay go where the width is short, the last first`() throws {
    var run = try run(.finished)
    run.figures = RunFigures(
      handsOn: .minutes(50), elapsed: .minutes(136), hold: .minutes(4),
      standing: .minutes(3), plannedHold: .minutes(4), plannedStanding: .zero,
      bottleneck: .init(dish: "Roast beef", step: "roast", length: .minutes(90)))
    let texts = [120, 100, 80, 40].map { width in
      HistoryList.text(of: [run], clock: clock, width: width).plainText
    }
    try Golden.expect(texts.joined(separator: "\n"), named: "cards/history-widths.txt")
    try Golden.expect(JSONValue(listed: run).documentText, named: "cards/history-figures.json")
    var lines = RunCSV.head
    RunCSV.append(run, to: &lines)
    try Golden.expect(lines, named: "cards/history-figures.csv")
  }

  @Test func `what is cooking now`() throws {
    let run = try run(.running)
    var state = try live(run)
    func card(at minute: Int) -> String {
      RunStatusCard.text(of: state, clock: clock, elapsed: .minutes(minute)).plainText
    }
    try Golden.expect(card(at: 75), named: "cards/run-status.txt")
    // A step that is late goes on being late, and dinner with it.
    state.serving = state.serving + .minutes(20)
    try Golden.expect(card(at: 101), named: "cards/run-status-late.txt")
    state.serving = state.serving - .minutes(20)
    // The cook said that the first step that runs takes ten minutes more, so dinner is later.
    let index = try #require(state.steps.firstIndex { $0.status == .running })
    state.steps[index].expectedEnd = state.steps[index].expectedEnd.map { $0 + .minutes(10) }
    state.serving = state.serving + .minutes(10)
    try Golden.expect(card(at: 75), named: "cards/run-status-extended.txt")
    try Golden.expect(
      JSONValue(run, as: state, at: .minutes(75)).documentText, named: "cards/run-status.json")
  }

  /// A run as a live view has it, where everything goes on as planned.
  private func live(_ run: Run) throws -> LiveState {
    let places = Dictionary(
      plan.steps.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    let names = plan.menu.kitchen.cooks.names
    return LiveState(
      run: run.id, menu: plan.menu, status: run.status, startedAt: run.startedAt,
      steps: try run.steps.map { step in
        let planned = try #require(places[step.reference])
        return LiveState.Step(
          planned: planned, status: step.status, start: step.actualStart,
          expectedEnd: step.actualStart.map { $0 + planned.duration }, end: step.actualEnd,
          cooks: step.actualStart == nil ? [] : step.cooks.compactMap(names.firstIndex))
      },
      serving: run.planned, planned: run.planned)
  }

  @Test func `an event is one line`() throws {
    let lunch = try PlanFixtures.lunch()
    let event = RunEvent(
      at: Instant(epochSeconds: 0), elapsed: .zero, .stepStarted,
      step: StepReference(dish: 0, step: 0), text: "Pasta will now cook.")
    #expect(
      JSONValue(event, runID: 12, menu: lunch.menu).compactText
        == #"{"event": "step.started", "runId": 12, "at": "1970-01-01T00:00:00Z", "#
        + #""elapsedSeconds": 0, "dish": "Pasta", "step": "waiting", "#
        + #""text": "Pasta will now cook."}"#)
  }

  @Test func `why there is no plan`() throws {
    let finding = Infeasibility(
      menu: "clash",
      why: [
        "Soufflé must be served within 5 min and needs the oven at 190C.",
        "Roast holds the only oven at 160C until serving.",
      ], changes: ["With a second oven it takes 2 h 35."])
    try Golden.expect(InfeasibilityText.text(of: finding).plainText, named: "cards/clash.txt")
    try Golden.expect(JSONValue(finding).documentText, named: "cards/clash.json")
  }

  @Test(arguments: [
    (Estimate(.minutes(10)), "10 min"),
    (Estimate(from: .minutes(10), to: .minutes(15)), "10–15 min"),
    (Estimate(from: .minutes(480), to: .minutes(720)), "8–12 h"),
    (Estimate(from: Seconds(20), to: Seconds(30)), "20–30 s"),
    (Estimate(from: .minutes(45), to: .minutes(120)), "45 min–2 h"),
    (Estimate(from: .minutes(50), to: .minutes(70)), "50 min–1 h 10"),
    (Estimate(from: .zero, to: .minutes(5)), "0–5 min"),
  ])
  func `a range of durations is said shortly`(_ estimate: Estimate, _ words: String) throws {
    let dish = Dish(
      name: try Name("Soup"), steps: [Step(id: "boil", title: "Boil", Way(.waiting, estimate))])
    #expect(DishCard.text(of: dish).plainText.contains("boil  Boil  waiting  \(words)\n"))
  }

  @Test func `nothing to list is said in a sentence`() {
    #expect(DishList.text(of: []).plainText == "No dishes yet.\n")
    #expect(MealList.text(of: []).plainText == "No meals yet.\n")
    #expect(PlanList.text(of: [], clock: clock).plainText == "No plans stored.\n")
    #expect(HistoryList.text(of: [], clock: clock).plainText == "Nothing cooked yet.\n")
  }
}
