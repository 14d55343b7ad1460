import Foundation
import TestSupport
import Testing

/// How long food stands between steps, from the kitchen file to the history.
struct StalenessTests {
  /// What each rule says of one step: what the step makes keeps so many seconds, or without end.
  private static let kitchen = """
    kitchen:
      cooks: 1
      equipment: {burner: 2, oven: 1, fridge: 1, larder: {count: 1, heat: chills}}
    dishes:
      - name: Pasta
        steps:
          - {id: chop, blocking: 2m}
          - {id: boil, waiting: 10m, uses: {burner: 1}, after: []}
          - {id: drain, blocking: 1m, after: [boil, chop]}
          - {id: rest, waiting: 1m}
          - {id: toss, blocking: 1m}
      - name: Cream
        steps:
          - {id: whip, blocking: 3m, uses: {larder: 1}}
          - {id: fold, blocking: 1m, keeps: 20m}
          - {id: pipe, blocking: 1m, keeps: false}
          - {id: dust, blocking: 1m}
      - name: Bread
        serve: any
        steps:
          - {id: bake, waiting: 5m, uses: {oven: 1}}
          - {id: slice, blocking: 1m}
    """

  @Test func `what boils and fries does so when it is wanted`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      """
      dishes:
        - name: Beef
          steps: [{title: Roast, waiting: 2h10m, uses: {oven: 1}, temperature: 160C}]
        - name: Pasta
          steps:
            - {title: Boil, waiting: 9m, uses: {burner: 1}}
            - {title: Drain, blocking: 1m}
        - name: Cod
          steps:
            - {title: Season, blocking: 1m}
            - {title: Fry, waiting: 6m, uses: {burner: 1}}
            - {title: Plate, blocking: 1m}
      """, to: "supper.yaml")
    let plan = try kitchen.does("plan", "--file", "supper.yaml", "--json").json([String: Any].self)
    #expect(plan["status"] as? String == "optimal")
    #expect(plan["makespanSeconds"] as? Int == 140 * 60)
    #expect(plan["stalenessSeconds"] as? Int == 120)
    #expect(plan["stalenessLowerBoundSeconds"] as? Int == 120)
    let table = try kitchen.does("plan", "--file", "supper.yaml").output
    #expect(table.contains("Finished early and waiting: "))
    #expect(!table.contains("Standing between steps"))
  }

  @Test func `a plan says of each step how long what it makes keeps`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.kitchen, to: "kitchen.yaml")
    let plan = try kitchen.does("plan", "--file", "kitchen.yaml", "--json")
      .json([String: Any].self)
    let steps = try #require(plan["steps"] as? [[String: Any]])
    let keeps = Dictionary(
      uniqueKeysWithValues: steps.map {
        ("\($0["dish"] ?? "")/\($0["step"] ?? "")", $0["keepsSeconds"] as? Int ?? -1)
      })
    #expect(
      keeps == [
        "Pasta/chop": 3600, "Pasta/boil": 0, "Pasta/drain": 0, "Pasta/rest": 0,
        "Pasta/toss": 3600, "Cream/whip": -1, "Cream/fold": 1200, "Cream/pipe": 0,
        "Cream/dust": 3600, "Bread/bake": -1, "Bread/slice": -1,
      ])
    let stands = steps.filter { $0["standsSeconds"] is NSNull }.map { $0["step"] as? String }
    #expect(Set(stands) == ["toss", "dust", "slice"])
    let number = { (key: String) in plan[key] as? Int ?? -1 }
    #expect(number("stalenessSeconds") == 2 * number("holdSeconds") + number("standingSeconds"))
    #expect(plan["holdLowerBoundSeconds"] == nil)
  }

  @Test func `a run tells how food stood, as planned and as it was cooked`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does(
      "dish", "add", "Pasta", "--step", "waiting 10m @burner keeps 1m: Boil", "--step",
      "blocking 2m: Drain", "--step", "blocking 1m: Serve up")
    try kitchen.does(
      "dish", "add", "Beef", "--step", "blocking 10m: Carve", "--serve", "any")
    try kitchen.does("plan", "Pasta", "Beef", "--save")
    let plan = try kitchen.does("plans", "show", "1", "--json").json([String: Any].self)
    let summaries = try kitchen.does("plans", "--json").json([[String: Any]].self)
    for key in ["stalenessSeconds", "holdSeconds", "standingSeconds"] {
      #expect(summaries[0][key] as? Int == plan[key] as? Int, "\(key)")
    }
    // Carving takes a quarter of an hour longer: what was boiled stands meanwhile.
    try kitchen.write("{\"Beef/carve\": \"25m\"}", to: "actuals.json")
    try kitchen.does(
      "cook", "--plan", "1", "--simulate", "--policy", "static", "--actuals", "actuals.json")
    let run = try kitchen.does("history", "show", "1", "--json").json([String: Any].self)
    let number = { (key: String) in run[key] as? Int ?? -1 }
    #expect(number("plannedStalenessSeconds") == plan["stalenessSeconds"] as? Int)
    #expect(number("plannedStandingSeconds") == plan["standingSeconds"] as? Int)
    #expect(number("standingSeconds") == 14 * 60)
    #expect(number("stalenessSeconds") == 2 * number("holdSeconds") + 14 * 60)
    let shown = try kitchen.does("history", "show", "1").output.split(
      whereSeparator: \.isWhitespace
    )
    .joined(separator: " ")
    #expect(shown.contains("food stood 14 min too long between steps (planned: 0 min)"))
    let record = try kitchen.does("history", "show", "1", "--format", "markdown").output
    #expect(record.contains("food stood 14 min too long between steps (planned: 0 min)"))
    #expect(try kitchen.souschef("doctor").code == 0)
  }
}
