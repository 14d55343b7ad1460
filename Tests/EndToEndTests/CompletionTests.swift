import Foundation
import GRDB
import Testing

/// Names from the database for the shell.
struct CompletionTests {
  private func offered(
    _ words: [String], by kitchen: Kitchenette, shell: String = "bash"
  ) throws -> [String] {
    // What the generated scripts ask: the argument, the index of the word, its cursor, the words.
    let finished = try kitchen.souschef(
      ["---completion"] + words, environment: ["SAP_SHELL": shell, "SAP_SHELL_VERSION": "5.2"])
    #expect(finished.code == 0)
    #expect(finished.errors.isEmpty)
    return finished.output.split(separator: "\n").map(String.init)
  }

  @Test func `dishes and meals are offered by what was typed`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    #expect(
      try offered(
        ["dish", "show", "--", "positional@0", "2", "2", "souschef", "dish", "show", "pa"],
        by: kitchen)
        == ["'Pasta'"])
    #expect(
      try offered(["plan", "--", "positional@0", "2", "0", "souschef", "plan", ""], by: kitchen)
        == ["'lunch'", "'Avocado'", "'Meatloaf'", "'Pasta'"])
  }

  @Test func `without a database nothing is offered, said or created`() throws {
    let kitchen = try Kitchenette()
    #expect(
      try offered(["plan", "--", "positional@0", "2", "0", "souschef", "plan", ""], by: kitchen)
        .isEmpty)
    #expect(try kitchen.databaseBytes().isEmpty)
    try kitchen.write("not a database", to: "letter.txt")
    let broken = try kitchen.souschef(
      ["---completion", "plan", "--", "positional@0", "2", "0", "souschef", "plan", ""],
      environment: [
        "SOUSCHEF_DB": kitchen.folder.appending(path: "letter.txt").path(), "SAP_SHELL": "bash",
      ])
    #expect(broken.code == 0)
    #expect(broken.output.allSatisfy(\.isNewline) && broken.errors.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `every shell has a script`(shell: String) throws {
    let script = try Kitchenette().does("--generate-completion-script", shell).output
    #expect(script.contains("souschef"))
    #expect(script.contains("---completion"))
  }

  /// Names that a shell would take a part of for code.
  private static let hostile = [
    "Pie $(touch owned)", "$HOME pie", "`touch owned`", "it's", "say \"hi\"", "back\\slash",
    "-rf stew",
    "*", "~root", "{a,b}", "a;touch owned", "!!", "a|b", "50% <off>",
  ]

  @Test(arguments: hostile, ["", "\"", "'"])
  func `to bash a name is data`(name: String, quote: String) throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "--waiting", "1m", "--", name)
    let script = try kitchen.does("--generate-completion-script", "bash").output
    try kitchen.write(script, to: "completion.bash")
    // As bash does it at Tab: the function fills COMPREPLY, and the line is then read as code.
    let asking = """
      . ./completion.bash
      souschef() { "$PROGRAM" "$@"; }
      COMP_WORDS=(souschef plan "$QUOTE") COMP_CWORD=2 COMP_LINE="souschef plan $QUOTE"
      COMP_POINT=${#COMP_LINE}
      _souschef souschef "" plan
      eval "offered=($QUOTE${COMPREPLY[0]}$QUOTE)"
      printf '%s\n' "${#COMPREPLY[@]}" "${offered[0]}"
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", asking]
    process.currentDirectoryURL = kitchen.folder
    process.environment = kitchen.environment.merging([
      "PROGRAM": Kitchenette.binary.path(percentEncoded: false), "QUOTE": quote,
    ]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    #expect(String(decoding: said, as: UTF8.self) == "1\n\(name)\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: kitchen.folder.path())
    #expect(!names.contains("owned"))
  }

  @Test func `zsh gets its own escapes, and quotes exclamation marks`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "--waiting", "1m", "--", #"a\b"#)
    #expect(
      try offered(
        ["plan", "--", "positional@0", "2", "0", "souschef", "plan", ""], by: kitchen, shell: "zsh"
      ).first == #"a\\b"#)
    #expect(
      try !kitchen.does("--generate-completion-script", "zsh").output.contains("banghist"))
  }

  @Test func `a name that a shell would split is not offered`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try DatabaseQueue(path: kitchen.database.path()).write { db in
      try db.execute(
        sql: "UPDATE dish SET name = 'two' || char(10) || 'lines' WHERE name = 'Pasta'")
    }
    #expect(
      try offered(
        ["dish", "show", "--", "positional@0", "2", "0", "souschef", "dish", "show", ""],
        by: kitchen
      ).contains { $0.contains("lines") } == false)
  }
}
