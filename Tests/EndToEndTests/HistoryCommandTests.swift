import Foundation
import TestSupport
import Testing

/// `souschef history`: what is asked of it, for people and for programs.
struct HistoryCommandTests {
  /// Every question, by the name of its golden file.
  static let questions: [(name: String, arguments: [String])] = [
    ("list.txt", ["list"]), ("list.json", ["list", "--json", "--limit", "2"]),
    ("list.csv", ["list", "--csv"]), ("list-all.txt", ["list", "--all"]),
    ("list-simulated.txt", ["list", "--simulated"]),
    ("list-filtered.txt", ["list", "--dish", "Gratin", "--since", "last month"]),
    ("list-status.txt", ["list", "--status", "aborted"]),
    ("dishes.txt", ["dishes"]), ("dishes.json", ["dishes", "--json"]),
    ("dishes.csv", ["dishes", "--csv"]), ("dishes-all.txt", ["dishes", "--all"]),
    ("dishes-not-since.txt", ["dishes", "--not-since", "10d"]),
    ("show.txt", ["show", "3"]), ("show.json", ["show", "3", "--json"]),
    ("show.csv", ["show", "3", "--csv"]), ("show-gantt.txt", ["show", "3", "--format", "gantt"]),
    ("show-aborted.txt", ["show", "8"]), ("show.md", ["show", "3", "--format", "markdown"]),
    ("show-aborted.md", ["show", "8", "--format", "markdown"]),
    ("stats.txt", ["stats"]), ("stats.json", ["stats", "Gratin", "--json"]),
    ("stats.csv", ["stats", "--csv"]), ("stats-step.txt", ["stats", "Gratin/peel"]),
    ("meals.txt", ["meals"]), ("meals.json", ["meals", "--json"]),
    ("meals.csv", ["meals", "--csv"]),
    ("compare.txt", ["compare", "1", "6"]), ("compare.json", ["compare", "1", "6", "--json"]),
  ]

  @Test(arguments: questions)
  func `every question is answered`(name: String, arguments: [String]) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    let answer = try kitchen.souschef(["history"] + arguments + ["--now", Kitchenette.present])
    #expect(answer.errors.isEmpty)
    #expect(answer.code == 0)
    try Golden.expect(answer.output, named: "history/\(name)")
  }

  @Test(arguments: [
    (["list"], "Nothing cooked yet.\n"), (["dishes"], "No such dishes.\n"),
    (["stats"], "No step has been finished yet.\n"),
    (["meals"], "No meal has been finished yet.\n"),
    (["list", "--json"], "[]\n"), (["dishes", "--json"], "[]\n"), (["stats", "--json"], "[]\n"),
    (["meals", "--json"], "[]\n"),
  ])
  func `an empty history has an answer, and asking creates nothing`(
    arguments: [String], answer: String
  ) throws {
    let kitchen = try Kitchenette()
    #expect(try kitchen.souschef(["history"] + arguments).output == answer)
    #expect(try kitchen.databaseBytes().isEmpty)
  }

  @Test func `what was not really cooked is shown to whoever asks for all`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.does("cook", "lunch", "--simulate")
    try kitchen.does("cook", "lunch", "--speed", "100000")
    #expect(
      try kitchen.does("history").output
        == "Nothing was cooked for real; --all shows simulated and scaled runs.\n")
    func count(_ arguments: String...) throws -> Int {
      try kitchen.souschef(arguments + ["--json"]).json([Any].self).count
    }
    #expect(try count("history") == 0)
    #expect(try count("history", "--all") == 2)
    #expect(try count("history", "--simulated") == 2)
    #expect(try count("history", "stats") == 0)
    #expect(try count("history", "stats", "--all") == 3)
    #expect(try count("history", "meals") == 0)
    #expect(try count("history", "meals", "--all") == 1)
    #expect(try count("plans") == 0)
    #expect(try count("plans", "--all") == 2)
    try kitchen.does("plan", "lunch", "--save")
    try kitchen.does("cook", "--plan", "3", "--simulate")
    // Whoever saved a plan finds it, cooked or not.
    #expect(try count("plans") == 1)
    #expect(try kitchen.souschef("history", "--all", "--simulated").code == 64)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
  }

  @Test func `what is not there is refused with a hint`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    let hint = "Hint: List them: souschef history\n"
    for command in [
      ["show", "99"], ["compare", "1", "99"], ["rate", "99", "3"], ["note", "99", "x"],
    ] {
      let refused = try kitchen.souschef(["history"] + command)
      #expect(refused.code == 1)
      #expect(refused.errors == "souschef: There is no run 99.\n\(hint)")
      #expect(refused.output.isEmpty)
    }
    try kitchen.refuses(
      "history", "remove", "99", code: 1,
      saying: "souschef: There is no run 99.\n\(hint)")
    let near = try kitchen.souschef("history", "stats", "Gartin")
    #expect(near.code == 1)
    #expect(near.errors.contains("Did you mean \"Gratin\"?"))
    try kitchen.refuses(
      "history", "--status", "burnt", code: 64,
      saying: "souschef: --status must be running, paused, finished, aborted or interrupted "
        + "(got \"burnt\").\nHint: For example: --status finished\n")
    try kitchen.refuses(
      "history", "rate", "1", "6", code: 64,
      saying: "souschef: A rating must be 1 to 5 (got 6).\nHint: 1 is poor, 5 is excellent.\n")
  }

  @Test(arguments: [
    (
      "--dish", "Gartin",
      "No dish named \"Gartin\" has been cooked.\nHint: Did you mean \"Gratin\"?"
    ),
    ("--dish", "Anchovies", "No dish named \"Anchovies\" has been cooked."),
    ("--meal", "Anchovies", "No meal named \"Anchovies\" has been cooked."),
  ])
  func `a list without runs tells of a name that was never cooked`(
    option: String, name: String, remark: String
  ) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    let answer = try kitchen.souschef(["history", option, name])
    #expect(answer.code == 0)
    #expect(answer.output == "No such runs.\n")
    #expect(answer.errors == "souschef: note: \(remark)\n")
    #expect(try kitchen.souschef(["history", "--dish", "gratin", "--since", "2031"]).errors == "")
  }

  @Test func `ratings and notes are reported, and undo takes them back`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    #expect(try kitchen.does("history", "rate", "2", "4").lines == ["Rated run 2: 4 of 5."])
    try kitchen.does("history", "note", "2", "Less", "salt")
    let shown = try kitchen.does("history", "show", "2", "--json").json()
    #expect(shown["rating"] as? Int == 4)
    let edits = try #require(shown["edits"] as? [[String: Any]])
    #expect(edits.count == 2)
    #expect(edits[1]["note"] as? String == "Less salt")
    #expect(try kitchen.does("history", "show", "2").output.contains("Less salt"))
    try kitchen.does("undo")
    try kitchen.does("undo")
    let before = try kitchen.does("history", "show", "2", "--json").json()
    #expect(before["rating"] is NSNull)
    #expect(before["edits"] == nil)
  }

  @Test func `an amendment counts in every question, and the log stays as it was`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    func peeling() throws -> [String: Any] {
      let steps = try kitchen.does("history", "stats", "Gratin/peel", "--json").json(
        [[String: Any]].self)
      return try #require(steps.first)
    }
    func log() throws -> String {
      try kitchen.does("db", "query", "SELECT * FROM run_event WHERE run_id = 6", "--json").output
    }
    let (before, events) = (try peeling(), try log())
    #expect(before["p90Seconds"] as? Int == 1380)
    #expect(
      try kitchen.does("history", "amend", "6", "Gratin/peel", "--took", "40m", "--dry-run").lines
        == ["Would have amended run 6. Nothing was changed."])
    #expect(try peeling()["p90Seconds"] as? Int == 1380)
    try kitchen.does("history", "amend", "6", "Gratin/peel", "--took", "40m")
    #expect(try peeling()["p90Seconds"] as? Int == 2400)
    #expect(try log() == events)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    try kitchen.does("undo")
    #expect(try peeling()["p90Seconds"] as? Int == 1380)
  }

  @Test func `a run is removed when it is said, and undo brings it back`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    let before = try kitchen.does("history", "--json").output
    let files = try kitchen.databaseBytes()
    #expect(
      try kitchen.does("history", "remove", "3", "--dry-run").lines == [
        "Would have removed run 3. Nothing was changed."
      ])
    #expect(try kitchen.databaseBytes() == files)
    #expect(
      try kitchen.does("history", "remove", "3").lines == [
        "Removed run 3. `souschef undo` brings it back."
      ])
    #expect(try kitchen.does("history", "--json").json([Any].self).count == 6)
    let meals = try kitchen.does("history", "meals", "--json").json([[String: Any]].self)
    #expect(meals.first?["runs"] as? Int == 5)
    try kitchen.does("undo")
    #expect(try kitchen.does("history", "--json").output == before)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
  }

  @Test func `a history moves without loss, and twice is once`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    try kitchen.does("history", "rate", "2", "4")
    try kitchen.does("history", "amend", "6", "Gratin/peel", "--took", "40m")
    let text = try kitchen.does("history", "export").output
    try kitchen.does("history", "export", "--output", "history.jsonl")
    for said in ["8 runs, 0 were here already", "0 runs, 8 were here already"] {
      let imported = try kitchen.does("history", "import", "history.jsonl", "--db", "new.db")
      #expect(imported.lines == ["Imported \(said)."])
      #expect(try kitchen.does("history", "export", "--db", "new.db").output == text)
    }
    let table = try kitchen.does("history", "export", "--format", "csv").output
    try kitchen.write(table, to: "history.csv")
    try kitchen.does("history", "import", "history.csv", "--db", "table.db")
    #expect(
      try kitchen.does("history", "export", "--format", "csv", "--db", "table.db").output == table)
    #expect(try kitchen.does("doctor", "--db", "table.db").output.contains("All is well."))
  }

  @Test func `a history with a fault in it is refused whole, naming the line`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    var lines = try kitchen.does("history", "export").lines
    lines[2] = String(lines[2].dropLast(9))
    try kitchen.write(lines.joined(separator: "\n"), to: "broken.jsonl")
    let refused = try kitchen.souschef("history", "import", "broken.jsonl", "--db", "new.db")
    #expect(refused.code == 65)
    #expect(refused.errors.hasPrefix("broken.jsonl:3: "), "\(refused.errors)")
    #expect(try kitchen.does("history", "--json", "--db", "new.db").output == "[]\n")
  }
}
