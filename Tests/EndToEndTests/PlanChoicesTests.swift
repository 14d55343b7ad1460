import Foundation
import Testing

/// What `souschef plan` is asked besides a meal: scaling, a dish twice, one cook's list, lanes,
/// what would help.
struct PlanChoicesTests {
  private func kitchen() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.write(
      """
      kitchen: {cooks: [Ana, Ben], equipment: {oven: {count: 1, slots: 1, preheat: 10m}, burner: 2}}
      dishes:
        - name: Pizza
          servings: 2
          ingredients: ["250 g flour", "160 ml water"]
          steps:
            - {title: Stretch, blocking: 10m}
            - {title: Bake, waiting: 15m, uses: {oven: 1}, temperature: 240C}
        - name: Salad
          steps: [{title: Toss, blocking: 5m, cook: Ana}]
      meals:
        - {name: supper, dishes: [Pizza, Pizza, Salad]}
      """, to: "kitchen.yaml")
    try kitchen.does("import", "kitchen.yaml", "--kitchen")
    return kitchen
  }

  @Test func `a scaled dish has more ingredients and the same durations`() throws {
    let kitchen = try kitchen()
    let plain = try kitchen.does("plan", "Pizza", "--json").json()
    let scaled = try kitchen.does("plan", "Pizza:2", "--json").json()
    #expect(scaled["makespanSeconds"] as? Int == plain["makespanSeconds"] as? Int)
    #expect(
      (scaled["why"] as? [String])?.last
        == "Ingredients are scaled (Pizza ×2); durations are not.")
    #expect((plain["why"] as? [String])?.contains { $0.contains("scaled") } == false)
    let order = try kitchen.does("plan", "Pizza:2", "--format", "markdown").output
    #expect(order.contains("500 g flour") && order.contains("320 ml water"))
    try kitchen.refuses(
      "plan", "Pizza:x", code: 64,
      saying: "souschef: \"Pizza:x\": the factor must be a number (got \"x\").\n"
        + "Hint: Write Pizza:2 or Pizza:1.5.\n")
  }

  @Test func `a dish twice is two dishes`() throws {
    let kitchen = try kitchen()
    let plan = try kitchen.does("plan", "supper", "--json").json()
    let steps = try #require(plan["steps"] as? [[String: Any]])
    let dishes = Set(steps.compactMap { $0["dish"] as? String })
    #expect(dishes == ["Pizza", "Pizza (2)", "Salad"])
    // One after the other in the only oven.
    #expect(plan["makespanSeconds"] as? Int == (10 + 15 + 15) * 60)
    let named = try kitchen.does("plan", "Pizza", "Pizza", "Salad", "--json").json()
    #expect(named["makespanSeconds"] as? Int == plan["makespanSeconds"] as? Int)
  }

  @Test func `one cook's list has no other cook's steps`() throws {
    let kitchen = try kitchen()
    for format in ["table", "markdown"] {
      let list = try kitchen.does("plan", "supper", "--for", "Ana", "--format", format).output
      #expect(list.contains("Toss"))
      #expect(!list.contains("  Ben  ") && !list.contains("; Ben)"))
    }
    let json = try kitchen.does("plan", "supper", "--for", "ana", "--json").json()
    let steps = try #require(json["steps"] as? [[String: Any]])
    #expect(steps.contains { $0["step"] as? String == "toss" })
    #expect(steps.allSatisfy { ($0["cooks"] as? [String])?.contains("Ana") == true })
    try kitchen.refuses(
      "plan", "supper", "--for", "Anna", code: 64,
      saying: "souschef: --for: there is no cook \"Anna\".\nHint: Did you mean \"Ana\"?\n")
  }

  @Test func `lanes show the equipment beside the cooks`() throws {
    let kitchen = try kitchen()
    let lanes = try kitchen.does("plan", "supper", "--format", "gantt", "--lanes")
    let plain = try kitchen.does("plan", "supper", "--format", "gantt")
    let isOven = { (line: String) in line.hasPrefix("oven ") && line.contains("1111") }
    #expect(lanes.lines.contains(where: isOven))
    #expect(!plain.lines.contains(where: isOven))
    #expect(lanes.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `what would help is found by planning again`() throws {
    let kitchen = try kitchen()
    let why = try #require(
      try kitchen.does("plan", "supper", "--what-if", "--json").json()["why"] as? [String])
    #expect(why.contains("With a second oven: 25 min instead of 40 min."))
    // The kitchen with a second oven has that plan.
    try kitchen.does("kitchen", "set", "--equipment", "oven=2x1")
    let more = try kitchen.does("plan", "supper", "--json").json()
    #expect(more["makespanSeconds"] as? Int == 25 * 60)
    let alone = try #require(
      try kitchen.does("plan", "Pizza", "--what-if", "--json").json()["why"] as? [String])
    #expect(alone.last == "No time saved with one more cook or one more oven.")
  }
}
