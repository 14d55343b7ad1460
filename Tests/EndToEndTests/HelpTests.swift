import Foundation
import TestSupport
import Testing

/// What the program says about itself.
struct HelpTests {
  static let commands: [String] = [
    "", "dish", "meal", "kitchen", "plan", "cook", "run", "plans", "history", "learn", "import",
    "export", "undo", "doctor", "db", "dish add", "dish list", "dish show", "dish edit",
    "dish rename", "dish remove", "meal add", "meal list", "meal show", "meal edit", "meal remove",
    "kitchen show", "kitchen set", "run status", "run done", "run start", "run extend",
    "run shorten", "run skip", "run pause", "run resume", "run hand", "run add", "run drop",
    "run note", "run undo", "run abort", "plans list", "plans show", "plans remove", "history list",
    "history show", "history dishes", "history stats", "history meals", "history compare",
    "history rate", "history note", "history amend", "history remove", "history export",
    "history import", "db path", "db backup", "db restore", "db query", "board", "board devices",
    "board forget", "week", "week show", "week add", "week move", "week copy", "week remove",
    "week clear", "ahead", "shop", "shop show", "shop tick", "shop untick", "shop aisle", "pantry",
    "pantry add", "pantry remove", "pantry list", "history replay",
  ]

  @Test(arguments: commands)
  func `every command explains itself with an example`(command: String) throws {
    let kitchen = try Kitchenette()
    let words = command.split(separator: " ").map(String.init)
    let help = try kitchen.souschef(words + ["--help"])
    #expect(help.code == 0)
    #expect(help.errors.isEmpty)
    // The usage line wraps nowhere; the examples must fit, or they cannot be copied.
    #expect(help.lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE:") })
    let hasSubcommands = help.output.contains("SUBCOMMANDS:")
    #expect(hasSubcommands || help.output.contains("Example"))
    #expect(try kitchen.databaseBytes().isEmpty)
    let name = words.isEmpty ? "souschef" : words.joined(separator: "-")
    try Golden.expect(help.output, named: "help/\(name).txt")
  }

  @Test func `the groups of commands have plain titles`() throws {
    let titles = try Kitchenette().does("--help").lines.filter {
      $0.wholeMatch(of: /[A-Z ]+:/) != nil
    }
    #expect(
      titles == [
        "OPTIONS:", "DATA:", "PLANNING AND COOKING:", "WEEK AND SHOPPING:", "HISTORY:",
        "MAINTENANCE:",
      ])
  }

  @Test func `the version is shown`() throws {
    let kitchen = try Kitchenette()
    let said = try kitchen.does("--version").output
    #expect(
      said.wholeMatch(of: /souschef \d+\.\d+\.\d+( \(built from [0-9a-f]{12}\+?\))?\n/) != nil,
      "\(said)")
  }

  @Test(arguments: [
    (
      ["add", "Pasta"], "There is no command \"souschef add\".",
      "Did you mean \"souschef dish add\"?"
    ),
    (["start"], "There is no command \"souschef start\".", "Did you mean \"souschef cook\"?"),
    (
      ["help", "nonsense"], "There is no command \"souschef nonsense\".",
      "List them: souschef --help"
    ),
    (
      ["help", "dish", "shwo"], "There is no command \"souschef dish shwo\".",
      "Did you mean \"souschef dish show\"?"
    ),
    (
      ["dish", "add", "Tea", "--wait", "3m"], "Unknown option \"--wait\".",
      "Did you mean \"--waiting\"?"
    ),
  ])
  func `a word that is nearly right is met with the right one`(
    words: [String], message: String, hint: String
  ) throws {
    let refused = try Kitchenette().souschef(words)
    #expect(refused.code == 64)
    #expect(refused.errors == "souschef: \(message)\nHint: \(hint)\n")
  }
}
