import KitchenModel
import RecipeImport
import RecipeProse
import Testing

@Suite struct RecipeDraftTests {
  private func draft(_ source: String, named file: String = "Soup.cook") throws -> RecipeDraft {
    try #require(RecipeReader.read(Array(source.utf8), named: file).drafts.first)
  }

  /// The steps as `id kind length after…`.
  private func lines(_ draft: RecipeDraft) -> [String] {
    draft.dish.steps.map { step in
      let after = step.after.map { $0.from == .start ? "start of \($0.step)" : $0.step }
      let way = step.ways[0]
      return "\(step.id) \(way.kind.rawValue) \(way.duration.likely.fileText)"
        + (after.isEmpty ? "" : " after \(after.joined(separator: " and "))")
    }
  }

  @Test func `timers become waiting steps`() throws {
    let draft = try draft("Boil @eggs{4} in a #pot{} for ~eggs{8%minutes}.\n\nPeel the eggs now.\n")
    #expect(
      lines(draft) == [
        "boil-eggs-in-a-pot-for waiting 8m",
        "peel-the-eggs-now blocking 1m after boil-eggs-in-a-pot-for",
      ])
    #expect(draft.origins.map(\.number) == [.timer, .estimated])
    #expect(draft.dish.steps[0].ways[0].uses == [Way.Use("burner")])
    #expect(draft.dish.ingredients == ["4 eggs"])
    #expect(draft.dish.findings() == [])
  }

  @Test(arguments: [
    ("~{10%minutes}", 600, 600), ("~{10-15%minutes}", 600, 900), ("~{1/2%hour}", 1800, 1800),
    ("~{1%1/2%hours}", 5400, 5400), ("~{45%minutes to 1%hour}", 2700, 3600), ("~{25}", 1500, 1500),
    ("~{2%h}", 7200, 7200), ("~rest{1%day}", 86_400, 86_400), ("~{8%Minuten}", 480, 480),
    ("~{10 minutes}", 600, 600), ("~{1:30%hours}", 5400, 5400), ("~{30%s}", 30, 30),
    ("~{5%m}", 300, 300), ("~{2-3%d}", 172_800, 259_200), ("~{10+%minutes}", 600, 600),
    ("~{1/3%hour}", 1200, 1200), ("~{1:15}", 4500, 4500), ("~{1:15%hours}", 4500, 4500),
    ("~{20%мин}", 1200, 1200), ("~{20%минути}", 1200, 1200), ("~{15%分}", 900, 900),
    ("~{2%timer}", 7200, 7200),
    ("~{10/15%minutes}", 600, 900), ("~{1/2%hour}", 1800, 1800), ("~{2/3%min}", 120, 180),
    ("10 to ~{15%minutes}", 900, 900),
    ("~{1,1/2%hrs}", 5400, 5400), ("~{.5%hours}", 1800, 1800), ("~{8:30%min}", 510, 510),
  ])
  func `every form of timer is read`(timer: String, minimum: Int, maximum: Int) throws {
    let draft = try draft("Simmer for \(timer).\n")
    #expect(
      draft.dish.steps.map(\.ways[0].duration) == [
        Estimate(from: Seconds(minimum), to: Seconds(maximum))
      ])
    #expect(draft.origins.map(\.number) == [.timer])
  }

  @Test func `of two timers that are a range the second is what may come to the first`() throws {
    let draft = try draft("Roast in the oven for ~{55%minutes} to ~{60%minutes}.\n")
    #expect(
      draft.dish.steps.map(\.ways[0].duration) == [
        Estimate(.minutes(55)), Estimate(from: .zero, to: .minutes(5)),
      ])
    #expect(draft.dish.steps.map(\.ways[0].uses) == [[Way.Use("oven")], [Way.Use("oven")]])
    #expect(draft.origins.map(\.number) == [.timer, .timer])
  }

  @Test func `two timers that are not a range are two waits`() throws {
    let draft = try draft("Simmer for ~{15%minutes} and rest for ~{20%minutes}.\n")
    #expect(draft.dish.steps.map(\.ways[0].duration.likely) == [.minutes(15), .minutes(20)])
  }

  @Test func `a timer without a unit or a length is remarked`() throws {
    #expect(
      try draft("Wait ~{5}.\n").origins[0].remarks == [
        "The timer \"5\" has no unit; minutes were taken."
      ])
    #expect(
      try draft("Let ~rest now.\n").origins[0].remarks.contains(
        "The timer \"rest\" gives no length of time."))
  }

  @Test(arguments: [
    "~{99999999999999999999%hours}", "~{1e3%min}", "~{-5%min}", "~{1/0%hours}", "~{cups}",
  ])
  func `a timer of nonsense gives no length, also in words`(timer: String) throws {
    let draft = try draft("Wait \(timer).\n")
    #expect(draft.origins.map(\.number) == [.estimated])
    #expect(draft.origins[0].remarks.count == 1)
  }

  @Test func `a timer with no more than words is as long as they say`() throws {
    let draft = try draft("Simmer for ~10 minutes.\n")
    #expect(draft.dish.steps.map(\.ways[0].duration.likely) == [.minutes(10)])
    #expect(draft.origins.map(\.number) == [.stated])
  }

  @Test func `a slash in an ingredient's name is not a folder`() throws {
    let draft = try draft("Add @salt/pepper{1%tsp} and @./stocks/Broth{2%cups} now.\n")
    #expect(draft.dish.ingredients == ["1 tsp salt/pepper", "2 cups Broth"])
  }

  @Test func `aliases in front matter are not followed`() throws {
    let levels = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1),*a\($0 - 1)]" }
    let (recipe, diagnostics) = CooklangParser.parse(
      "---\na0: &a0 x\n\(levels.joined(separator: "\n"))\n---\nBoil it.\n")
    #expect(recipe.steps.count == 1)
    #expect(diagnostics.count == 1)
  }

  @Test func `a timer of months is as long as a step may be`() throws {
    let draft = try draft("Freeze for up to ~{3%months}.\n")
    #expect(draft.dish.steps.map(\.ways[0].duration.maximum) == [.longest])
    #expect(
      draft.origins[0].remarks == [
        "It may say how long the dish keeps: take it out if so.",
        "The timer \"3 months\" is longer than a step may last.",
      ])
  }

  @Test func `a timer over work is hands-on`() throws {
    let draft = try draft("Knead for ~{10%minutes}. Bake for ~{40%minutes}.\n")
    #expect(draft.dish.steps.map(\.ways[0].kind) == [.blocking, .waiting])
    #expect(draft.origins[0].remarks.count == 1)
  }

  @Test func `unknown cookware is a remark and no constraint`() throws {
    let draft = try draft("Mix in a #bowl{} well now.\n")
    #expect(draft.dish.steps[0].ways[0].uses == [])
    #expect(draft.origins[0].remarks == ["\"bowl\" is not reserved by a plan."])
  }

  @Test func `intermediate preparations are dependencies`() throws {
    let source = """
      = Dough
      Mix the @flour{1%kg} and @water{}.

      = Filling
      Chop the @leek{} finely.

      = Pie
      Roll out the @&(=1)dough{} thinly.

      Fill with the @&(=2)filling{} and fold.

      Bake the @&(~1)pie{} for ~{30%minutes}.
      """
    #expect(
      try lines(draft(source)) == [
        "mix-the-flour-and-water blocking 1m",
        "chop-the-leek-finely blocking 1m",
        "roll-out-the-dough-thinly blocking 1m after mix-the-flour-and-water",
        "fill-with-the-filling-and-fold blocking 1m after chop-the-leek-finely",
        "bake-the-pie-for-30-minutes waiting 30m after fill-with-the-filling-and-fold and "
          + "roll-out-the-dough-thinly",
      ])
  }

  @Test func `what is done meanwhile starts with the wait`() throws {
    let source =
      "Bake for ~{30%minutes}.\n\nMeanwhile, chop the herbs finely.\n\nServe it all at once.\n"
    #expect(
      try lines(draft(source)) == [
        "bake-for-30-minutes waiting 30m",
        "meanwhile-chop-the-herbs-finely blocking 1m after start of bake-for-30-minutes",
        "serve-it-all-at-once blocking 1m after bake-for-30-minutes and meanwhile-chop-the-herbs-finely",
      ])
  }

  @Test func `metadata becomes the dish's`() throws {
    let source = """
      ---
      title: "Grandma's: Pot/Roast"
      servings: 4
      tags: [winter, beef]
      source: The Book <https://example.org/a>
      time: 2 hours
      ---
      Roast for ~{90%minutes}.
      """
    let draft = try draft(source)
    #expect(draft.dish.name.text == "Grandma's - Pot-Roast")
    #expect(draft.dish.servings == 4)
    #expect(draft.dish.tags == ["winter", "beef"])
    #expect(draft.source == RecipeSource(name: "The Book", address: "https://example.org/a"))
    #expect(draft.dish.source == "The Book <https://example.org/a>")
    #expect(draft.stated.total == Seconds(7200))
    #expect(draft.sum == Seconds(5400))
    #expect(
      draft.warnings.map(\.message) == [
        "The steps of \"Grandma's - Pot-Roast\" add up to 1 h 30; the recipe says 2 h."
      ])
  }

  @Test func `references to recipes stay inside the folder`() throws {
    let source = "Pour @./sauces/Hollandaise{150%g} on @../../etc/passwd{} and @@pesto{}.\n"
    let draft = try draft(source)
    #expect(draft.references.map(\.path) == ["sauces/Hollandaise", nil, nil])
    #expect(draft.references.map(\.name) == ["Hollandaise", "passwd", "pesto"])
    #expect(
      draft.warnings.map(\.message) == [
        "The reference \"../../etc/passwd\" leaves the folder; it was not followed."
      ])
  }
}
