import Foundation
import TestSupport
import Testing

/// What the program says about itself.
struct HelpTests {
  static let commands: [String] = [
    "", "dish", "dish add", "dish list", "dish show", "dish edit", "dish rename", "dish remove",
    "meal", "meal add", "meal list", "meal show", "meal edit", "meal remove", "kitchen",
    "kitchen show", "kitchen set", "plan", "cook", "run", "run status", "run done", "run abort",
    "plans", "plans list", "plans show", "plans remove", "history", "history list", "history show",
    "import", "export", "undo", "doctor", "db", "db path", "db backup",
  ]

  @Test(arguments: commands)
  func `every command explains itself with an example`(command: String) throws {
    let kitchen = try Kitchenette()
    let words = command.split(separator: " ").map(String.init)
    let help = try kitchen.souschef(words + ["--help"])
    #expect(help.code == 0)
    #expect(help.errors.isEmpty)
    #expect(help.lines.allSatisfy { $0.count <= 80 })
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
