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
    "board forget",
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

  @Test func `the version is said`() throws {
    let kitchen = try Kitchenette()
    #expect(try kitchen.does("--version").output.wholeMatch(of: /souschef \d+\.\d+\.\d+\n/) != nil)
  }
}
