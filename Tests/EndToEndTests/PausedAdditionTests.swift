import Foundation
import Testing

/// A dish that comes on the menu while the cook has paused, and one that was added by mistake.
struct PausedAdditionTests {
  private static let friday = """
    kitchen: {cooks: 1, equipment: {oven: {count: 1, slots: 2, preheat: 10m}, burner: 4, fridge: 1}}
    dishes:
      - name: Chicken traybake
        steps:
          - {id: cut, title: Cut potatoes, blocking: 10m}
          - {id: roast, title: Roast, waiting: 45m, uses: {oven: 1}, temperature: 200C}
          - {id: plate, title: Plate, blocking: 3m}
      - name: Salmon
        steps:
          - {id: marinade, title: Make the marinade, blocking: 5m}
          - {id: marinate, title: Marinate, waiting: 20m, uses: {fridge: 1}}
          - {id: bake, title: Bake, waiting: 12m, uses: {oven: 1}, temperature: 200C}
    meals:
      - {name: friday, dishes: [Chicken traybake]}

    """

  private func cooking() throws -> (Kitchenette, Kitchenette.Started) {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.friday, to: "friday.yaml")
    try kitchen.does("import", "friday.yaml", "--kitchen")
    let cook = try kitchen.start(["cook", "friday"])
    try cook.waitUntil { $0.contains("Cut potatoes (Chicken traybake): start") }
    return (kitchen, cook)
  }

  private func serving(_ kitchen: Kitchenette) throws -> Int {
    try #require(
      try kitchen.does("run", "status", "--json").json()["servingSeconds"] as? Int)
  }

  @Test func `what is foretold while paused is what it comes to`() throws {
    let (kitchen, cook) = try cooking()
    defer { cook.process.terminate() }
    try kitchen.does("run", "pause")
    try kitchen.does("run", "add", "Salmon")
    let paused = try serving(kitchen)
    try kitchen.does("run", "resume")
    #expect(abs(try serving(kitchen) - paused) <= 60)
    // An hour and no more: the salmon bakes beside the chicken.
    #expect(paused <= 65 * 60)
  }

  @Test func `a dish added by mistake leaves no trace, and comes back under its own name`() throws {
    let (kitchen, cook) = try cooking()
    defer { cook.process.terminate() }
    func dishes() throws -> [String] {
      let steps = try #require(
        try kitchen.does("run", "status", "--json").json()["steps"] as? [[String: Any]])
      return steps.compactMap { $0["dish"] as? String }
    }
    let before = try dishes()
    try kitchen.does("run", "add", "Salmon")
    #expect(try kitchen.does("run", "undo").output.hasPrefix("Undone: Salmon not added."))
    #expect(try dishes() == before)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    try kitchen.does("run", "add", "Salmon")
    #expect(Set(try dishes()).subtracting(before) == ["Salmon"])
    try kitchen.does("run", "abort")
    _ = try cook.finish()
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    let times = try kitchen.does("history", "dishes", "--json").json([[String: Any]].self)
      .reduce(into: [String: Int]()) { $0[$1["dish"] as? String ?? ""] = $1["runs"] as? Int }
    #expect(times == ["Chicken traybake": 1, "Salmon": 1])
    let moved = try kitchen.does("history", "export").output
    try kitchen.write(moved, to: "history.jsonl")
    try kitchen.does("history", "import", "history.jsonl", "--db", "new.db")
    #expect(try kitchen.does("history", "export", "--db", "new.db").output == moved)
  }

  @Test func `a second abort ends no older run`() throws {
    let (kitchen, cook) = try cooking()
    cook.process.interrupt()
    #expect(try cook.finish().code == 130)
    let second = try kitchen.start(["cook", "friday"])
    try second.waitUntil { $0.contains("start, 10 min") }
    try kitchen.does("run", "abort")
    _ = try second.finish()
    let again = try kitchen.souschef("run", "abort")
    #expect(again.code == 1)
    #expect(again.errors.contains("Nothing is cooking."))
    let runs = try kitchen.does("history", "--json").json([[String: Any]].self)
    #expect(runs.compactMap { $0["status"] as? String } == ["aborted", "interrupted"])
    let idle = try kitchen.souschef("run", "status")
    #expect(idle.output.contains("Nothing is cooking."))
  }
}
