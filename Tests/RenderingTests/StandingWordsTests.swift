import Foundation
import JSON
import KitchenModel
import Rendering
import Testing

/// What is said of food that stands between steps, in every format that says how good a plan is.
struct StandingWordsTests {
  private static let clock = LocalClock(.gmt)

  /// Pasta that is boiled at 0 and drained when `drained`, bread that is baked and then sliced.
  private static func plan(
    drained: Int, sliced: Int, serving: Int, keeps: Keeping? = .limited(.minutes(20))
  ) throws -> Plan {
    let burner = [Way.Use("burner")]
    let pasta = Dish(
      name: try Name("Pasta"),
      steps: [
        Step(id: "boil", title: "Boil", Way(.waiting, Estimate(.minutes(10)), uses: burner)),
        Step(
          id: "drain", title: "Drain", Way(.blocking, Estimate(.minutes(1))),
          after: [Dependency("boil")]),
      ])
    let bread = Dish(
      name: try Name("Bread"),
      steps: [
        Step(
          id: "bake", title: "Bake", Way(.waiting, Estimate(.minutes(10)), uses: [.init("oven")]),
          keeps: keeps),
        Step(
          id: "slice", title: "Slice", Way(.blocking, Estimate(.minutes(2))),
          after: [Dependency("bake")]),
      ])
    func planned(_ dish: Int, _ step: Int, _ start: Int, _ end: Int) -> PlannedStep {
      PlannedStep(
        StepReference(dish: dish, step: step), kind: step == 0 ? .waiting : .blocking,
        start: .minutes(start), end: .minutes(end), cooks: step == 0 ? [] : [dish])
    }
    return Plan(
      menu: Menu(
        name: "dinner", dishes: [pasta, bread],
        kitchen: Kitchen(cooks: .named(["Ana", "Ben"]), equipment: Kitchen.standard.equipment)),
      status: .feasible, objective: .hot, anchor: nil, makespan: .minutes(serving),
      lowerBound: .minutes(serving), stalenessLowerBound: .minutes(1),
      sequential: .minutes(23), inOrder: nil,
      steps: [
        planned(0, 0, 0, 10), planned(1, 0, 0, 10), planned(0, 1, drained, drained + 1),
        planned(1, 1, sliced, sliced + 2),
      ])
  }

  @Test func `what stands is said with its step, the longest first, and what it keeps`() throws {
    let plan = try Self.plan(drained: 13, sliced: 42, serving: 45)
    let words = """
      Finished early and waiting: Pasta 31 min, Bread 1 min. Standing between steps: Bread 32 \
      min after Bake (keeps 20 min), Pasta 3 min after Boil.
      """
    let closing =
      "Hands-on 3 min. Cooking the dishes in the order listed would break a time limit. \(words)"
    let proof = "Proved shortest; food waits at most 1 h 18 longer than it must."
    let table = PlanTable.text(of: plan, clock: Self.clock, width: 400).plainText
    #expect(table.contains("\(closing) \(proof)"))
    #expect(
      PlanGantt.text(of: plan, clock: Self.clock, width: 400).plainText.contains(
        "\(words) \(proof)"))
    #expect(PlanMarkdown.text(of: plan, clock: Self.clock).contains("\n\(words)\n"))
    #expect(PlanHTML.text(of: plan, clock: Self.clock).contains("<p>\(words)</p>"))
    #expect(PlanSVG.text(of: plan, clock: Self.clock).contains("<desc>\(words)</desc>"))
  }

  @Test func `what one cook is shown is still said of the whole plan`() throws {
    let plan = try Self.plan(drained: 13, sliced: 10, serving: 14)
    let words = "Finished early and waiting: Bread 2 min. Standing between steps: Pasta 3 min"
    #expect(PlanGantt.text(of: plan, clock: Self.clock, for: 1).plainText.contains("Bread 2 min"))
    #expect(PlanSVG.text(of: plan, clock: Self.clock, for: 1).contains(words))
    #expect(PlanHTML.text(of: plan, clock: Self.clock, for: 1).contains(words))
    let json = JSONValue(plan, for: 1).documentText
    #expect(json.contains("\"stalenessSeconds\": 420"))
    #expect(json.contains("\"holdSeconds\": 120") && json.contains("\"standingSeconds\": 180"))
    #expect(!json.contains("\"Drain\""))
  }

  @Test func `where nothing waits nothing is said of it`() throws {
    let plan = try Self.plan(drained: 11, sliced: 10, serving: 12, keeps: .withoutEnd)
    let table = PlanTable.text(of: plan, clock: Self.clock, width: 400).plainText
    #expect(table.contains("Standing between steps: Pasta 1 min after Boil."))
    #expect(!table.contains("and waiting") && !table.contains("comes hot"))
    let fresh = try Self.plan(drained: 10, sliced: 10, serving: 12, keeps: .withoutEnd)
    let words = PlanTable.text(of: fresh, clock: Self.clock, width: 400).plainText
    #expect(words.contains("Finished early and waiting: Pasta 1 min."))
    #expect(!words.contains("Standing"))
  }

  @Test func `a step says what it makes keeps and how long it stands`() throws {
    let plan = try Self.plan(drained: 13, sliced: 42, serving: 45, keeps: .withoutEnd)
    let json = JSONValue(plan).documentText
    let keys = [
      "makespanSeconds", "lowerBoundSeconds", "stalenessSeconds", "stalenessLowerBoundSeconds",
      "holdSeconds", "standingSeconds", "sequentialSeconds", "slackSeconds", "keepsSeconds",
      "standsSeconds",
    ]
    let places = try keys.map { try #require(json.range(of: "\"\($0)\":")?.lowerBound, "\($0)") }
    #expect(places == places.sorted())
    let steps = json.split(separator: "\n").filter {
      $0.contains("keepsSeconds") || $0.contains("standsSeconds")
    }.map { $0.split(separator: ":")[1].filter { $0 != " " && $0 != "," } }
    // Boil, bake, drain, slice.
    #expect(steps == ["0", "180", "null", "1920", "3600", "null", "3600", "null"])
  }
}
