import Foundation
import TestSupport
import Testing

/// `souschef plan` and `souschef plans`.
struct PlanCommandTests {
  @Test func `a plan's JSON has the documented keys in their order`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Pasta", "--waiting", "10m")
    let text = try kitchen.does("plan", "Pasta", "--json").output
      .replacing(/"seconds": [-0-9.e]+/, with: "\"seconds\": 0")
      .replacing(/"(conflicts|propagations)": \d+/) { "\"\($0.output.1)\": 0" }
    try Golden.expect(text, named: "plan/pasta.json")
  }

  @Test func `times on the clock are counted from the present moment in the cook's zone`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    for (zone, serve) in [
      ("UTC", "19:00"), ("Europe/Berlin", "18:00"), ("America/New_York", "00:00"),
    ] {
      let plan = try kitchen.souschef(
        ["plan", "lunch", "--serve-at", "19:00", "--now", "2026-11-26T12:00:00Z", "--json"],
        environment: ["TZ": zone]
      ).json()
      let day = zone == "America/New_York" ? "27" : "26"
      #expect(plan["serveAt"] as? String == "2026-11-\(day)T\(serve):00Z")
      #expect(plan["anchor"] as? String == "serve")
      #expect(plan["startAt"] as? String != nil)
    }
    let started = try kitchen.does(
      "plan", "lunch", "--start-at", "7pm", "--now", "2026-11-26T12:00:00Z", "--json"
    ).json()
    #expect(started["startAt"] as? String == "2026-11-26T19:00:00Z")
    #expect(started["serveAt"] as? String == "2026-11-26T19:10:00Z")
  }

  @Test func `early starts everything as soon as it can`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let plan = try kitchen.does("plan", "lunch", "--objective", "early", "--json").json()
    #expect(plan["startSumSeconds"] as? Int == 0)
    #expect(plan["startSumLowerBoundSeconds"] as? Int == 0)
    #expect(plan["makespanSeconds"] as? Int == 600)
  }

  @Test func `a file is planned without being stored`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      "dishes:\n  - {name: Tea, waiting: 4m}\n  - {name: Egg, waiting: 6m}\n", to: "b.yaml")
    let plan = try kitchen.does("plan", "--file", "b.yaml", "--json").json()
    #expect(plan["makespanSeconds"] as? Int == 360)
    let piped = try kitchen.souschef(
      "plan", "--file", "-", "Tea", "--json", input: "dishes:\n  - {name: Tea, waiting: 4m}\n")
    #expect(try piped.json()["makespanSeconds"] as? Int == 240)
    #expect(try kitchen.databaseBytes().isEmpty)
  }

  @Test func `a plan is written plainly where nobody looks at a terminal`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    for format in ["table", "gantt"] {
      let plan = try kitchen.does("plan", "lunch", "--format", format)
      #expect(!plan.output.contains("\u{1B}"))
      #expect(plan.lines.allSatisfy { $0.count <= 80 })
      try Golden.expect(plan.output, named: "plan/lunch.\(format).txt")
    }
    try kitchen.does("plan", "lunch", "--output", "lunch.txt")
    let written = try String(
      contentsOf: kitchen.folder.appending(path: "lunch.txt"), encoding: .utf8)
    #expect(try written == kitchen.does("plan", "lunch").output)
  }

  @Test func `a meal that cannot be is explained and exits with 1`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      """
      kitchen: {cooks: 1}
      dishes:
        - {name: Left, steps: [{id: a, blocking: 10m}, {id: b, blocking: 10m, after: [{step: a, max: 0m}]},
            {id: c, blocking: 5m, after: [{step: a, max: 2m}]}]}
      """, to: "clash.yaml")
    let json = try kitchen.souschef("plan", "--file", "clash.yaml", "--json")
    #expect(json.code == 1)
    #expect(try json.json()["status"] as? String == "infeasible")
    let text = try kitchen.souschef("plan", "--file", "clash.yaml")
    #expect(text.code == 1)
    #expect(text.output.isEmpty)
    #expect(text.errors.contains("Left"))
  }

  @Test func `plans are stored, listed, shown and removed by number`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    #expect(try kitchen.does("plan", "lunch", "--save").errors == "Stored as plan 1.\n")
    try kitchen.does("plan", "Pasta", "--save")
    let listed = try kitchen.does("plans", "--json").json([[String: Any]].self)
    #expect(listed.map { $0["id"] as? Int } == [2, 1])
    let shown = try kitchen.does("plans", "show", "1", "--json").json()
    #expect(shown["makespanSeconds"] as? Int == 600)
    // A plan is a snapshot: what changes later does not change it.
    try kitchen.does("dish", "edit", "Avocado", "--blocking", "20m")
    #expect(
      try kitchen.does("plans", "show", "1", "--json").json()["makespanSeconds"] as? Int == 600)
    #expect(
      try kitchen.does("cook", "--plan", "1", "--simulate").lines.last == "10 min of prep time.")
    #expect(try kitchen.does("plans", "remove", "2").lines == ["Removed plan 2."])
    #expect(try kitchen.souschef("plans", "remove", "1").code == 1)
    #expect(try kitchen.souschef("plans", "show", "9").code == 1)
  }

  @Test func `without names there is nothing to plan when nobody can be asked`() throws {
    let kitchen = try Kitchenette()
    try kitchen.refuses(
      "plan", code: 64,
      saying: "souschef: Which meal or dishes? The week has none for today.\n"
        + "Hint: Add a dish first: souschef dish add Pasta --waiting 10m\n")
    try kitchen.stockLunch()
    try kitchen.refuses(
      "plan", code: 64,
      saying:
        "souschef: Which meal or dishes? The week has none for today.\nHint: Name meals or dishes: souschef plan lunch\n"
    )
  }
}
