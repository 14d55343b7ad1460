import KitchenModel
import TestSupport
import Testing

/// A feast of the size that other planners show: 30 steps, a way to choose, greatest distances.
///
/// The durations, appliances and distances are those of the sample dinner of CookingBuddy, a planner
/// that treats a dinner as a project with maximum lags; it serves the same dishes after 4 h 30.
@Suite struct FeastTests {
  private let feast = """
    kitchen:
      cooks: 2
      equipment: {oven: 2, burner: 5, counter: 3, sink: 1, food processor: 1}
    dishes:
      - name: Turkey
        steps:
          - {id: temper, waiting: 2h}
          - {id: measure, blocking: 20m, uses: {counter: 1}, after: []}
          - {id: reduce, blocking: 15m, uses: {burner: 1}}
          - {id: plain, waiting: 25m, uses: {oven: 1}, after: [temper]}
          - id: once
            waiting: 20m
            uses: {oven: 1}
            after: [{step: plain, max: 0m}, {step: reduce, max: 15m}]
          - {id: twice, waiting: 20m, uses: {oven: 1}, after: [{step: once, max: 0m}]}
          - {id: thrice, waiting: 20m, uses: {oven: 1}, after: [{step: twice, max: 0m}]}
          - {id: rest, waiting: 45m, after: [{step: thrice, max: 0m}]}
      - name: Stuffing
        steps:
          - {id: batter, blocking: 15m, uses: {counter: 1}}
          - {id: crumb, waiting: 30m, uses: {oven: 1}, after: [{step: batter, max: 10m}]}
          - {id: cool, waiting: 30m, after: [{step: crumb, max: 0m}]}
          - {id: dry, waiting: 30m, uses: {oven: 1}, after: [{step: cool, max: 0m}]}
          - {id: chop, blocking: 25m, uses: {counter: 1, food processor: 1}, after: []}
          - {id: fry, blocking: 20m, uses: {burner: 1}}
          - {id: combine, blocking: 10m, uses: {counter: 1}, after: [dry, fry]}
          - {id: bake, waiting: 1h, uses: {oven: 1}, after: [{step: combine, max: 20m}]}
      - name: Gratin
        steps:
          - id: slice
            options:
              - {blocking: 20m, uses: {food processor: 1}}
              - {blocking: 40m, uses: {counter: 1}}
          - {id: bake, waiting: 90m, uses: {oven: 1}, after: [{step: slice, max: 10m}]}
      - {name: Duck, steps: [{id: roast, waiting: 3h, uses: {oven: 1}}]}
      - name: Sweet potatoes
        steps:
          - {id: cut, blocking: 20m, uses: {counter: 1}}
          - {id: bake, waiting: 30m, uses: {oven: 1}}
      - name: Asparagus
        steps:
          - {id: wash, blocking: 5m, uses: {sink: 1}}
          - {id: trim, blocking: 5m, uses: {counter: 1}}
          - {id: roast, waiting: 15m, uses: {oven: 1}}
      - name: Green beans
        steps:
          - {id: wash, blocking: 5m, uses: {sink: 1}}
          - {id: boil, waiting: 5m, uses: {burner: 1}}
          - {id: chill, waiting: 10m, after: [{step: boil, max: 0m}]}
      - name: Salad
        steps:
          - {id: wash, blocking: 5m, uses: {sink: 1}}
          - {id: dressing, blocking: 5m, after: []}
          - {id: toss, blocking: 5m, uses: {counter: 1}, after: [wash, dressing]}
    """

  private func plan(_ text: String) throws -> Plan {
    let plan = try #require(try PlannedFile(text, now: "2026-11-26T12:00:00Z").plan)
    #expect(plan.status == .optimal)
    #expect(PlanChecker.faults(of: plan).isEmpty)
    return plan
  }

  @Test func `the feast is served after 4 h 30, with the least waiting there can be`() throws {
    let plan = try plan(feast)
    #expect(plan.makespan == .minutes(270))
    // The ovens are in use for 520 of their 540 minutes, so much has to come out early.
    #expect(plan.hold == .minutes(440))
    #expect(plan.steps.count == 30)
  }

  @Test func `what follows at once follows at once`() throws {
    let plan = try plan(feast)
    var places: [String: PlannedStep] = [:]
    for step in plan.steps {
      places["\(plan.menu.dishes[step.reference.dish].label)/\(plan.menu[step.reference].id)"] =
        step
    }
    for (dish, before, after) in [
      ("Turkey", "plain", "once"), ("Turkey", "once", "twice"), ("Turkey", "twice", "thrice"),
      ("Turkey", "thrice", "rest"), ("Stuffing", "crumb", "cool"), ("Stuffing", "cool", "dry"),
      ("Green beans", "boil", "chill"),
    ] {
      #expect(
        try #require(places["\(dish)/\(before)"]).end
          == #require(places["\(dish)/\(after)"]).start, "\(before), \(after)")
    }
  }

  @Test func `with a third oven nothing is ready more than an hour before serving`() throws {
    let plan = try plan(feast.replacing("oven: 2", with: "oven: 3"))
    for (index, serving) in plan.menu.dishes.enumerated() {
      let end = plan.steps.filter { $0.reference.dish == index }.map(\.end).max() ?? .zero
      #expect(plan.makespan - end <= .minutes(60), "\(serving.label)")
    }
  }
}
