import Foundation
import Testing

/// A dish that is changed at one terminal while it is in the editor of another.
struct EditingMeanwhileTests {
  /// A kitchen, and an editor in which another terminal changes the dish before the cook's own
  /// change.
  private func kitchen(changing meanwhile: String) throws -> (Kitchenette, editor: String) {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let script = try kitchen.write(
      """
      if mkdir "$HOME/seen" 2>/dev/null; then
        "\(Kitchenette.binary.path())" \(meanwhile) >/dev/null
      fi
      sed -i s/2m/4m/ "$1"
      """, to: "editor.sh")
    return (kitchen, "sh \(script)")
  }

  private func blocking(of kitchen: Kitchenette) throws -> String {
    try kitchen.does("dish", "show", "Avocado").output
  }

  @Test func `the other change is shown, and without an answer nothing is overwritten`() throws {
    let (kitchen, editor) = try kitchen(changing: "dish edit Avocado --blocking 9m")
    let refused = try kitchen.souschef(
      ["dish", "edit", "Avocado"], environment: ["EDITOR": editor])
    #expect(refused.code == 1)
    #expect(refused.errors.contains("Avocado was changed elsewhere while it was in your editor."))
    #expect(refused.errors.contains("9m"))
    #expect(try blocking(of: kitchen).contains("9 min"))
    // What was written is not lost.
    let file = try #require(refused.errors.firstMatch(of: /kept in "([^"]+)"/)?.output.1)
    let kept = try String(contentsOfFile: String(file), encoding: .utf8)
    #expect(kept.contains("4m"))
    try FileManager.default.removeItem(atPath: String(file))
  }

  @Test func `whoever says so overwrites it`() throws {
    let (kitchen, editor) = try kitchen(changing: "dish edit Avocado --blocking 9m")
    let terminal = try PseudoTerminal(width: 80, height: 40)
    try terminal.run(["dish", "edit", "Avocado"], in: kitchen, environment: ["EDITOR": editor])
    try terminal.wait { $0.text.contains("[o]verwrite") }
    terminal.type("o\n")
    #expect(try terminal.finish() == 0)
    #expect(try blocking(of: kitchen).contains("4 min"))
  }

  @Test(arguments: [
    ("rm", Int32(66), "no such file"), ("rm \"$1\" && mkdir", 66, "is a folder"),
    ("rm \"$1\" && mkfifo", 66, "nobody writes to it"),
    ("printf 'name: \\377' >", 65, "not text in UTF-8"), (": >", 65, "empty"),
  ])
  func `what an editor leaves that is not a dish is said in words`(
    editor: String, code: Int32, words: String
  ) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let script = try kitchen.write("\(editor) \"$1\"\n", to: "editor.sh")
    let refused = try kitchen.souschef(
      ["dish", "edit", "Avocado"],
      environment: ["EDITOR": "sh \(script)", "TMPDIR": kitchen.folder.path()])
    #expect(refused.code == code)
    #expect(refused.errors.contains(words), "\(refused.errors)")
    #expect(!refused.errors.contains("Error Domain"))
    #expect(try blocking(of: kitchen).contains("2 min"))
  }

  @Test func `an editor that can be given no file is not started`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let refused = try kitchen.souschef(
      ["dish", "edit", "Avocado"], environment: ["EDITOR": "touch", "TMPDIR": "/dev/null"])
    #expect(refused.code == 73)
    #expect(refused.errors.hasPrefix("souschef: A file for the editor cannot be created: "))
  }

  @Test func `a dish that is gone takes nothing along`() throws {
    let (kitchen, editor) = try kitchen(changing: "dish remove Avocado --force")
    let refused = try kitchen.souschef(
      ["dish", "edit", "Avocado"], environment: ["EDITOR": editor])
    #expect(refused.code == 1)
    let file = try #require(refused.errors.firstMatch(of: /kept in "([^"]+)"/)?.output.1)
    try FileManager.default.removeItem(atPath: String(file))
  }
}
