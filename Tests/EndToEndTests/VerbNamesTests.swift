import Foundation
import Testing

/// Verbs name a step as people do: by one of its words.
struct VerbNamesTests {
  private static let supper = """
    kitchen: {cooks: [Ana, Ben], equipment: {oven: 1, burner: 2}}
    dishes:
      - name: Chicken traybake
        steps:
          - {id: cut-potatoes, title: Cut potatoes and lemons, blocking: 10m}
          - {id: roast, title: Roast, waiting: 45m, uses: {oven: 1}}
          - {id: rest, title: Rest, waiting: 5m}
      - name: Green beans
        steps:
          - {id: top-and-tail, title: Top and tail, blocking: 5m}
          - {id: boil, title: Boil the beans, waiting: 5m, uses: {burner: 1}}
      - name: Potato soup
        steps:
          - {id: simmer, title: Simmer, waiting: 20m, uses: {burner: 1}}
          - {id: cut-bread, title: Cut bread, blocking: 3m}
      - {name: Rice, steps: [{id: steam, title: Steam, waiting: 9m}]}
    meals:
      - {name: supper, dishes: [Chicken traybake, Green beans, Potato soup]}

    """

  private func cooking() throws -> (Kitchenette, Kitchenette.Started) {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.supper, to: "supper.yaml")
    try kitchen.does("import", "supper.yaml", "--kitchen")
    let cook = try kitchen.start(["cook", "supper", "--speed", "0.001"])
    try cook.waitUntil { $0.contains("Cut potatoes and lemons (Chicken traybake): start") }
    return (kitchen, cook)
  }

  @Test func `every verb takes one word`() throws {
    let (kitchen, cook) = try cooking()
    defer { cook.process.terminate() }
    for (words, answer) in [
      ("extend potatoes 5m", "5 min more for Cut potatoes and lemons (Chicken traybake): 15 min"),
      ("shorten lemons 2", "2 min less for Cut potatoes and lemons (Chicken traybake): 13 min"),
      ("done tail", "Done: Top and tail (Green beans)."),
      ("start beans", "Started: Boil the beans (Green beans)."),
      ("hand lemons Ben", "Ben does it: Cut potatoes and lemons (Chicken traybake)."),
      ("done cut", "Done: Cut potatoes and lemons (Chicken traybake)."),
      ("skip rest", "Skipped: Rest (Chicken traybake)."),
      ("undo", "Undone: Rest (Chicken traybake) is not skipped."),
      ("extend roast 1m", "1 min more for Roast (Chicken traybake): 46 min in all."),
      ("add rice", "Added: Rice."), ("drop rice", "Left out: Rice."),
    ] {
      let said = try kitchen.souschef(["run"] + words.split(separator: " ").map(String.init))
      #expect(said.code == 0, "\(words): \(said.errors)")
      #expect(said.output.hasPrefix(answer), "\(words): \(said.output)")
    }
  }

  @Test(arguments: [
    ("done cut", ["Chicken traybake/cut-potatoes", "Potato soup/cut-bread"]),
    ("skip cut", ["Chicken traybake/cut-potatoes", "Potato soup/cut-bread"]),
    ("hand cut Ben", ["Chicken traybake/cut-potatoes", "Potato soup/cut-bread"]),
  ])
  func `where several fit they are listed`(words: String, listed: [String]) throws {
    let (kitchen, cook) = try cooking()
    defer { cook.process.terminate() }
    try kitchen.does("run", "done", "potatoes")
    try kitchen.does("run", "done", "tail")
    let said = try kitchen.souschef(["run"] + words.split(separator: " ").map(String.init))
    #expect(said.code == 1, "\(said.output)")
    #expect(said.errors.contains(" could be \""), "\(said.errors)")
    for name in listed { #expect(said.errors.contains("\"\(name)\""), "\(said.errors)") }
  }

  @Test func `a name that is nothing's is met by what there is`() throws {
    let (kitchen, cook) = try cooking()
    defer { cook.process.terminate() }
    let dish = try kitchen.souschef("run", "extend", "soup", "5m")
    #expect(dish.code == 1)
    #expect(
      dish.errors.contains("The steps are \"Potato soup/simmer\", \"Potato soup/cut-bread\"."),
      "\(dish.errors)")
    let none = try kitchen.souschef("run", "skip", "whatever")
    #expect(none.errors.contains("\"Green beans/boil\""), "\(none.errors)")
  }

  @Test func `a slip is met by the nearest name`() throws {
    let (kitchen, cook) = try cooking()
    defer { cook.process.terminate() }
    for (slip, meant) in [
      ("raost", "roast"), ("simmr", "simmer"), ("chiken/roast", "roast"),
      ("lemnos", "cut-potatoes"), ("braed", "cut-bread"),
    ] {
      let said = try kitchen.souschef("run", "extend", slip, "5m")
      #expect(said.code == 1)
      #expect(said.errors.contains("Did you mean"), "\(said.errors)")
      #expect(said.errors.lowercased().contains(meant), "\(said.errors)")
    }
  }
}
