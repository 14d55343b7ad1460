import Foundation
import Testing

/// What only looks or is refused leaves everything as it was.
struct UntouchedDatabaseTests {
  @Test(arguments: [
    [], ["--json"], ["dish", "list"], ["dish", "list", "--json"], ["dish", "show", "x"],
    ["meal", "list"], ["meal", "show", "x"], ["kitchen"], ["kitchen", "show", "--json"],
    ["plan", "x"], ["plans"], ["plans", "show", "1"], ["history"], ["history", "show", "1"],
    ["run", "status"], ["export"], ["doctor"], ["db", "path"], ["db", "backup", "b.db"], ["undo"],
    ["undo", "--dry-run"], ["dish", "add", "x", "--waiting", "1m", "--dry-run"],
    ["kitchen", "set", "--cooks", "2", "--dry-run"],
  ])
  func `looking and rehearsing create nothing`(arguments: [String]) throws {
    let kitchen = try Kitchenette()
    let finished = try kitchen.souschef(arguments)
    #expect([0, 1].contains(finished.code), "\(finished.errors)")
    #expect(try kitchen.databaseBytes().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: kitchen.folder.appending(path: "data").path()))
  }

  @Test(arguments: [
    ["dish", "remove", "x"], ["dish", "rename", "x", "y"], ["dish", "edit", "x", "--tag", "a"],
    ["dish", "add", "x"], ["dish", "add", "a/b", "--waiting", "1m"], ["meal", "add", "m", "x"],
    ["meal", "edit", "m", "--add", "x"], ["meal", "remove", "m"], ["plans", "remove", "1"],
    ["run", "done"], ["run", "abort"], ["cook", "x"], ["kitchen", "set", "--preheat", "kiln=5m"],
    ["import", "nothing.yaml"],
  ])
  func `a refused change creates no database`(arguments: [String]) throws {
    let kitchen = try Kitchenette()
    #expect(try kitchen.souschef(arguments).code != 0)
    #expect(try kitchen.databaseBytes().isEmpty)
  }

  @Test(arguments: [
    ["dish", "add", "Pasta", "--waiting", "1m"], ["dish", "rename", "Pasta", "Avocado"],
    ["dish", "remove", "Pasta"], ["meal", "add", "x", "y"], ["meal", "add", "lunch", "Pasta"],
    ["kitchen", "set", "--cooks", "0"], ["import", "bad.yaml"], ["import", "other.yaml"],
    ["plan", "lunch", "--cooks", "0", "--save"], ["cook", "lunch", "--speed", "fast"],
    ["undo", "--nonsense"], ["plans", "remove", "7"],
  ])
  func `a refused change leaves the database byte for byte`(arguments: [String]) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.write("dishes:\n  - {name: New, waiting: 1m}\n  - {name: Bad}\n", to: "bad.yaml")
    try kitchen.write(
      "dishes:\n  - {name: New, waiting: 1m}\n  - {name: Pasta, waiting: 9m}\n", to: "other.yaml")
    let before = try kitchen.databaseBytes()
    let finished = try kitchen.souschef(arguments)
    #expect(finished.code != 0)
    #expect(finished.errors.contains("\nHint: "))
    #expect(try kitchen.databaseBytes() == before)
  }
}
