import KitchenModel
import SouschefCore
import Testing

/// What an import asks and decides, without a terminal.
struct ImportSessionTests {
  private let kitchen: Workspace

  init() throws {
    kitchen = try Workspace.inMemory()
    try kitchen.add("Soup", waiting: 20)
  }

  /// The session of recipes in Cooklang, by name and step.
  private func session(_ recipes: (name: String, step: String)...) throws -> ImportSession {
    let sources = recipes.map { name, step in
      SourceFile(name: "\(name).cook", bytes: Array(step.utf8))
    }
    let content = try ReadImportFiles(sources: sources).perform(in: kitchen).value
    return try ImportSession(content, in: kitchen)
  }

  private func stored() throws -> [String] {
    try ListDishes().perform(in: kitchen).value.map(\.name.text)
  }

  @Test func `what is new is asked about, and stored after a yes`() throws {
    var session = try session(("Rice", "Boil for ~{9%minutes}."), ("Eggs", "Fry for ~{3%minutes}."))
    #expect(session.hasNews)
    #expect(session.preview.value.added == ["Rice", "Eggs"])
    session.ask()
    #expect(session.question?.draft.dish.name.text == "Rice")
    #expect(session.question?.difference == nil)
    #expect(session.question?.isLast == false)
    try session.answer(.yes)
    #expect(session.question?.isLast == true)
    try session.answer(.no)
    #expect(session.question == nil)
    #expect(session.declined == ["Eggs"])
    #expect(try stored() == ["Soup"])
    #expect(try session.store(in: kitchen).value.added == ["Rice"])
    #expect(try stored() == ["Rice", "Soup"])
  }

  @Test func `what differs shows how, and replaces what was seen`() throws {
    var session = try session(("Soup", "Simmer for ~{30%minutes}."))
    session.ask()
    let difference = try #require(session.question?.difference)
    #expect(difference.stored.contains("20m"))
    #expect(difference.read.contains("30m"))
    try session.answer(.yes)
    #expect(try session.store(in: kitchen).value.replaced == ["Soup"])
  }

  @Test func `what was changed elsewhere while it was asked about is not replaced`() throws {
    var session = try session(("Soup", "Simmer for ~{30%minutes}."))
    session.ask()
    var changes = DishChanges()
    changes.waiting = Estimate(.minutes(25))
    _ = try EditDish(name: "Soup", changes: changes).perform(in: kitchen)
    try session.answer(.yes)
    #expect(throws: Diagnostic.self) { try session.store(in: kitchen) }
  }

  @Test func `a yes for all that are new passes over what differs, a no for all over nothing`()
    throws
  {
    let recipes = [
      ("Rice", "Boil for ~{9%minutes}."), ("Soup", "Simmer for ~{30%minutes}."),
      ("Eggs", "Fry for ~{3%minutes}."),
    ]
    var session = try session(recipes[0], recipes[1], recipes[2])
    session.ask()
    try session.answer(.all)
    #expect(session.question?.draft.dish.name.text == "Soup")
    try session.answer(.quit)
    #expect(session.question == nil)
    #expect(session.declined == ["Soup", "Eggs"])
    #expect(try session.store(in: kitchen).value.added == ["Rice"])
  }

  @Test func `an edited draft is asked about again, and one that cannot be read stays`() throws {
    var session = try session(("Rice", "Boil for ~{9%minutes}."))
    session.ask()
    let draft = try #require(session.question?.draft)
    let text = DraftEditing.text(of: draft).replacing("9m", with: "11m")
    try session.edit(to: text, in: kitchen)
    #expect(session.question?.draft.dish.steps.last?.ways[0].duration == Estimate(.minutes(11)))
    #expect(throws: Diagnostic.self) { try session.edit(to: "name: [", in: kitchen) }
    #expect(session.question?.draft.dish.steps.last?.ways[0].duration == Estimate(.minutes(11)))
    // Called like what is stored, it is compared with that.
    try session.edit(to: text.replacing("Rice", with: "Soup"), in: kitchen)
    #expect(session.question?.difference != nil)
  }

  @Test func `where nobody is asked, what differs is refused and nothing is stored`() throws {
    let session = try session(("Rice", "Boil for ~{9%minutes}."), ("Soup", "Stir ~{9%minutes}."))
    #expect(throws: Diagnostic(.differs(.dish, "Soup", file: "Soup.cook"))) {
      try session.store(in: kitchen)
    }
    #expect(try stored() == ["Soup"])
  }
}
