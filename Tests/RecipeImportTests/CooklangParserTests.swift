import JSON
import KitchenModel
import RecipeImport
import Testing

@Suite struct CooklangParserTests {
  @Test func `sections hold their steps and notes`() {
    let source =
      "Start.\n\n= Dough\n> Cold hands help.\nMix.\n\n== Filling ==\nChop.\n\n====\nBake.\n"
    let recipe = CooklangParser.parse(source).recipe
    #expect(recipe.sections.map(\.name) == [nil, "Dough", "Filling", nil])
    #expect(recipe.sections[1].blocks.first == .note("Cold hands help."))
    #expect(recipe.steps.map(\.line) == [1, 5, 8, 11])
  }

  @Test func `each line is a step where that is asked for`() {
    let recipe = CooklangParser.parse("Boil.\nDrain.\n", steps: .lines).recipe
    #expect(recipe.steps.count == 2)
  }

  @Test func `comments go and do not end a step`() {
    let source = "Boil [- or\nnot -] it.\n-- said the cook\nDrain.\n"
    let recipe = CooklangParser.parse(source).recipe
    #expect(recipe.steps.map(\.items) == [[.text("Boil  it. Drain.")]])
  }

  @Test func `a comment that is never closed is text and warned of`() {
    let (recipe, diagnostics) = CooklangParser.parse("Boil [- it.\n\nDrain.\n", named: "a.cook")
    #expect(recipe.steps.map(\.items) == [[.text("Boil [- it.")], [.text("Drain.")]])
    #expect(
      diagnostics == [
        Diagnostic(
          .badContent, "The comment \"[-\" is never closed; it was read as text.",
          at: .init(file: "a.cook", line: 1), severity: .warning)
      ])
  }

  @Test func `an amount that is never closed is text and warned of`() {
    let (recipe, warnings) = CooklangParser.parse(
      "Boil @water{1%l} and\nstir in @salt{5 and @pepper{2%g}.", named: "soup.cook")
    #expect(
      warnings == [
        Diagnostic(
          .badContent, "The amount behind \"{\" is never closed with \"}\"; it was read as text.",
          at: .init(file: "soup.cook", line: 2), severity: .warning)
      ])
    let items = recipe.steps.flatMap(\.items)
    let ingredients = items.compactMap { item -> String? in
      if case .ingredient(let component) = item { component.name } else { nil }
    }
    #expect(ingredients == ["water", "salt", "pepper"])
    #expect(items.contains(.text("{5 and ")))
  }

  @Test func `front matter that is never closed is text and warned of`() {
    let (recipe, diagnostics) = CooklangParser.parse("---\ntitle: Soup\nBoil.\n", named: "a.cook")
    #expect(recipe.metadata("title") == nil)
    #expect(
      diagnostics.map(\.message)
        == ["The front matter \"---\" is never closed; it was read as text."])
    #expect(CooklangParser.parse("---\nBoil.\n").diagnostics.isEmpty)
  }

  @Test func `bad front matter is read line by line and warned of`() {
    let source = "---\ntitle: \"Soup\ntags:\n- a\n- b\nbad line\n---\nBoil.\n"
    let (recipe, diagnostics) = CooklangParser.parse(source, named: "a.cook")
    #expect(recipe.metadata("tags") == .array([.string("a"), .string("b")]))
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.first?.place == .init(file: "a.cook", line: 2))
    #expect(recipe.steps.count == 1)
  }

  @Test func `a mode lists components without making steps`() {
    let source = ">> [mode]: ingredients\n@salt{1%g} for taste\n\n>> [mode]: all\nBoil.\n"
    let recipe = CooklangParser.parse(source).recipe
    #expect(recipe.steps.count == 1)
    #expect(
      recipe.sections.first?.blocks.first
        == .list([
          .ingredient(component("salt", .number(1), "g"))
        ]))
  }

  @Test func `an unknown mode is warned of`() {
    let diagnostics = CooklangParser.parse(">> [mode]: odd\n").diagnostics
    #expect(diagnostics.map(\.message) == ["The setting \"[mode]: odd\" is not known."])
  }

  @Test(arguments: [
    ("@&(~1)dough{}", CooklangComponent.Preparation.stepsBack(1)),
    ("@&(2)dough{}", .step(2)), ("@&(=2)dough{}", .section(2)),
    ("@&(=~1)dough{}", .sectionsBack(1)),
  ])
  func `an intermediate preparation is recognised`(
    source: String, preparation: CooklangComponent.Preparation
  ) {
    let items = CooklangParser.parse(source).recipe.steps.first?.items
    var expected = CooklangComponent(name: "dough")
    expected.modifiers = [.reference]
    expected.preparation = preparation
    #expect(items == [.ingredient(expected)])
  }

  @Test func `line ends of any sort are one`() {
    let tree = CooklangParser.parse("A\n\nB\n").recipe.tree
    #expect(CooklangParser.parse("A\r\n\r\nB\r\n").recipe.tree == tree)
    #expect(CooklangParser.parse("\u{FEFF}A\r\rB").recipe.tree == tree)
  }

  private func component(
    _ name: String, _ quantity: CooklangAmount.Quantity, _ unit: String
  ) -> CooklangComponent {
    var component = CooklangComponent(name: name)
    component.amount = CooklangAmount(quantity, unit)
    return component
  }
}
