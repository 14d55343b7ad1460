import Foundation
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
        == ["Pasta"])
    #expect(
      try offered(["plan", "--", "positional@0", "2", "0", "souschef", "plan", ""], by: kitchen)
        == ["lunch", "Avocado", "Meatloaf", "Pasta"])
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
}
