import Foundation
import Testing

/// `souschef import` on a terminal: each draft is shown, and stored when the cook says so.
struct RecipeDialogueTests {
  /// The file of a program that edits what it is given.
  private func editor(_ script: String, in kitchen: Kitchenette) throws -> String {
    let path = try kitchen.write("#!/bin/sh\n\(script)\n", to: "editor.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  private func soup() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.write(RecipeImportTests.soup, to: "soup.cook")
    return kitchen
  }

  @Test func `no is no`() throws {
    let kitchen = try soup()
    let (screen, code) = try kitchen.converse("import", "soup.cook", typing: "n\n")
    #expect(code == 0)
    #expect(screen.contains("Store it? [y]es, [e]dit, [n]o: "))
    #expect(screen.hasSuffix("Not stored: Leek soup.\n"))
    #expect(try kitchen.does("dish", "list", "--json").json([Any].self).isEmpty)
  }

  @Test func `an answer that is none is asked again, and yes stores`() throws {
    let kitchen = try soup()
    let (screen, code) = try kitchen.converse("import", "soup.cook", typing: "perhaps\n\nYES\n")
    #expect(code == 0)
    #expect(screen.components(separatedBy: "Store it?").count == 4)
    #expect(screen.hasSuffix("Added Leek soup.\n"))
  }

  @Test func `what the cook edits is what is stored`() throws {
    let kitchen = try soup()
    let editor = try editor(#"sed -i.old s/25m/35m/ "$1""#, in: kitchen)
    let (screen, code) = try kitchen.converse(
      "import", "soup.cook", typing: "e\ny\n", environment: ["EDITOR": editor])
    #expect(code == 0)
    #expect(screen.contains("35 min  edited"))
    let dish = try RecipeImportTests.stored("Leek soup", in: kitchen)
    let steps = try #require(dish["steps"] as? [[String: Any]])
    #expect(steps.map { $0["likelySeconds"] as? Int }.last == 2100)
  }

  @Test func `the editor has the keyboard, and Ctrl-C`() throws {
    let kitchen = try soup()
    let editor = try editor(
      #"""
      trap 'sed -i.old "s/25m/${minutes}m/" "$1"; exit 0' INT
      echo "How many?"; read minutes; echo "Waiting."
      while :; do sleep 0.1; done
      """#, in: kitchen)
    let terminal = try PseudoTerminal(width: 80, height: 40)
    try terminal.run(["import", "soup.cook"], in: kitchen, environment: ["EDITOR": editor])
    try terminal.wait { $0.text.contains("Store it?") }
    terminal.type("e\n")
    try terminal.wait { $0.text.contains("How many?") }
    terminal.type("47\n")
    try terminal.wait { $0.text.contains("Waiting.") }
    terminal.type("\u{3}")
    try terminal.wait { $0.text.contains("47 min  edited") }
    terminal.type("y\n")
    #expect(try terminal.finish() == 0)
    #expect(terminal.screen.text.contains("Added Leek soup."))
  }

  @Test func `Ctrl-C at the question says that nothing was stored`() throws {
    let kitchen = try soup()
    try kitchen.write(RecipeImportTests.page, to: "bread.html")
    let terminal = try PseudoTerminal(width: 80, height: 60)
    try terminal.run(["import", "soup.cook", "bread.html"], in: kitchen)
    try terminal.wait { $0.text.contains("Store it?") }
    terminal.type("y\n")
    try terminal.wait { $0.text.components(separatedBy: "Store it?").count == 3 }
    terminal.type("\u{3}")
    #expect(try terminal.finish() == 130)
    #expect(terminal.screen.text.contains("Nothing was stored."))
    #expect(try kitchen.does("dish", "list", "--json").json([Any].self).isEmpty)
  }

  @Test func `all stores every new one, quit none of the rest`() throws {
    let kitchen = try soup()
    try kitchen.write(RecipeImportTests.page, to: "bread.html")
    let (none, _) = try kitchen.converse("import", "soup.cook", "bread.html", typing: "q\n")
    #expect(none.contains("[n]o, [a]ll that are new, [q]uit asking: "))
    #expect(none.hasSuffix("Not stored: Leek soup, Oat bread.\n"))
    let (all, code) = try kitchen.converse("import", "soup.cook", "bread.html", typing: "a\n")
    #expect(code == 0)
    #expect(all.hasSuffix("Added Leek soup, Oat bread.\n"))
  }

  @Test func `a recipe without steps is not taken for a yes`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(#"{"@type": "Recipe", "name": "Air"}"#, to: "air.json")
    let (screen, _) = try kitchen.converse("import", "air.json", typing: "y\nn\n")
    #expect(screen.contains("A dish without steps cannot be stored."))
    #expect(screen.hasSuffix("Not stored: Air.\n"))
  }

  @Test func `what cannot be read is said, and comes back into the editor`() throws {
    let kitchen = try soup()
    let editor = try editor(
      #"""
      if grep -q broken "$1"; then sed -i.old 's/broken: \[/servings: 7/' "$1"
      else sed -i.old 's/servings: 3/broken: [/' "$1"; fi
      """#, in: kitchen)
    let (screen, code) = try kitchen.converse(
      "import", "soup.cook", typing: "e\ne\ny\n", environment: ["EDITOR": editor])
    #expect(code == 0)
    #expect(screen.contains("Leek soup.yaml:"))
    #expect(try RecipeImportTests.stored("Leek soup", in: kitchen)["servings"] as? Int == 7)
  }

  @Test func `what changed is shown, and only a yes replaces it`() throws {
    let kitchen = try soup()
    try kitchen.does("import", "soup.cook", "--yes")
    let changed = RecipeImportTests.soup.replacing("25%minutes", with: "30%minutes")
    try kitchen.write(changed, to: "soup.cook")
    let (kept, _) = try kitchen.converse("import", "soup.cook", typing: "n\n")
    #expect(kept.contains("-     waiting: 25m\n"))
    #expect(kept.contains("\n+     waiting: 30m\n"))
    #expect(kept.contains("Replace what is stored? [y]es, [e]dit, [n]o: "))
    let (screen, _) = try kitchen.converse("import", "soup.cook", typing: "y\n")
    #expect(screen.hasSuffix("Replaced Leek soup.\n"))
    let (again, code) = try kitchen.converse("import", "soup.cook", typing: "")
    #expect(code == 0)
    #expect(again == "Nothing to do: everything is already stored.\n")
  }

  @Test func `a question that is not answered stores nothing`() throws {
    let kitchen = try soup()
    let (screen, code) = try kitchen.converse("import", "soup.cook", typing: "\u{4}")
    #expect(code == 1)
    #expect(
      screen.contains("\nsouschef: The question was not answered; nothing was stored.\n"))
    #expect(try kitchen.does("dish", "list", "--json").json([Any].self).isEmpty)
  }

  @Test func `each recipe of several is asked about`() throws {
    let kitchen = try soup()
    try kitchen.write(RecipeImportTests.page, to: "bread.html")
    let (screen, code) = try kitchen.converse(
      "import", "soup.cook", "bread.html", typing: "n\ny\n")
    #expect(code == 0)
    #expect(screen.contains("Added Oat bread.\nNot stored: Leek soup.\n"))
  }
}
