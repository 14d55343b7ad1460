import Foundation
import Testing

/// A run of which a step was left out before it began.
struct LeftOutStepTests {
  @Test(arguments: [["skip", "bake"], ["drop", "Gratin"]])
  func `it is taken up like any other, and its plans can be read`(words: [String]) throws {
    let kitchen = try Kitchenette()
    try kitchen.does(
      "dish", "add", "Gratin", "--step", "blocking 10m: Peel", "--step", "waiting 50m: Bake")
    try kitchen.does("dish", "add", "Salad", "--step", "blocking 5m: Wash")
    let cook = try kitchen.start(["cook", "Gratin", "Salad", "--speed", "0.001"])
    try cook.waitUntil { $0.contains("start, ") }
    #expect(try kitchen.souschef(["run"] + words).code == 0)
    let running = words[0] == "skip" ? "peel" : "wash"
    try kitchen.does("run", "extend", running, "5m")
    cook.process.interrupt()
    #expect(try cook.finish().code == 130)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    let again = try kitchen.start(["cook", "--resume"])
    try again.waitUntil { $0.contains("Resumed.") }
    try kitchen.does("run", "abort")
    _ = try again.finish()
    let moved = try kitchen.does("history", "export").output
    try kitchen.write(moved, to: "history.jsonl")
    try kitchen.does("history", "import", "history.jsonl", "--db", "new.db")
    #expect(try kitchen.does("history", "export", "--db", "new.db").output == moved)
  }
}
