import Foundation
import TestSupport
import Testing

/// A meal cooked many times on paper.
struct RehearsalTests {
  private static let draws = ["--simulate", "--jitter", "20%", "--seed", "7", "--runs", "50"]

  private func kitchen(with example: String) throws -> Kitchenette {
    let kitchen = try Kitchenette()
    let file = Kitchenette.root.appending(path: "Examples/\(example).yaml").path()
    try kitchen.does("import", file, "--kitchen")
    return kitchen
  }

  private func rehearse(
    _ meal: String, in kitchen: Kitchenette, _ more: String...
  ) throws -> String {
    let finished = try kitchen.souschef(["cook", meal] + Self.draws + more)
    #expect(finished.code == 0, "\(finished.errors)")
    return finished.output
  }

  @Test(arguments: [("lunch", "lunch"), ("Sunday roast", "sunday-roast")])
  func `the table of a seed is the same every time, and so is the JSON`(
    meal: String, name: String
  ) throws {
    let kitchen = try kitchen(with: name)
    let table = try rehearse(meal, in: kitchen)
    let json = try rehearse(meal, in: kitchen, "--json")
    try Golden.expect(table, named: "rehearsal/\(name).txt")
    try Golden.expect(json, named: "rehearsal/\(name).json")
    #expect(try rehearse(meal, in: kitchen) == table)
    #expect(try rehearse(meal, in: kitchen, "--json") == json)
  }

  @Test func `another seed draws other durations`() throws {
    let kitchen = try kitchen(with: "lunch")
    func drawn(_ seed: String) throws -> String {
      try kitchen.does(
        "cook", "lunch", "--simulate", "--jitter", "20%", "--runs", "50", "--seed", seed, "--json"
      ).output
    }
    #expect(try drawn("7") != drawn("8"))
  }

  @Test func `a rehearsal leaves no trace`() throws {
    let kitchen = try kitchen(with: "lunch")
    let before = try kitchen.databaseBytes()
    _ = try rehearse("lunch", in: kitchen)
    #expect(try kitchen.databaseBytes() == before)
    #expect(try kitchen.does("history", "--all", "--json").json([[String: Any]].self).isEmpty)
  }
}
