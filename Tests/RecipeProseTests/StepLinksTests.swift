import KitchenModel
import RecipeProse
import Testing

@Suite struct StepLinksTests {
  /// A step: `= name` begins a section, `~20` before the words waits for so many minutes. Gives what
  /// each step follows, by numbers from 1; `s1` is the start of the first.
  private func links(
    _ lines: [String], ingredients: [String] = [], title: String = "",
    style: StepLinks.Style = .inferred
  ) -> [String] {
    var links = StepLinks(
      title: title, ingredients: ingredients, lexicon: .of("en"), style: style)
    var after: [[Dependency]] = []
    for line in lines {
      if line.hasPrefix("= ") {
        links.beginSection(String(line.dropFirst(2)))
        continue
      }
      var text = line[...]
      var minutes = 0
      if text.hasPrefix("~") {
        let number = text.dropFirst().prefix { $0.isNumber }
        minutes = Int(number) ?? 0
        text = text.dropFirst(number.count + 2)
      }
      let id = "\(after.count + 1)"
      let link = links.link(
        .init(
          id: id, title: id, text: String(text), kind: minutes > 0 ? .waiting : .blocking,
          length: .minutes(max(1, minutes)), equipment: nil))
      after.append(link.after)
    }
    if let (id, more) = links.finish(), let index = Int(id) { after[index - 1] += more }
    return after.map { $0.map { ($0.from == .start ? "s" : "") + $0.step }.joined(separator: " ") }
  }

  @Test func `a part follows what holds the thing that it goes on with`() {
    #expect(
      links(
        [
          "= Make the dough", "Knead the flour.", "= Make the filling", "Fry the leeks.",
          "= Roll the dough", "Roll the dough thin, spread the filling on it.", "= Bake the rolls",
          "~30 Bake the dough.",
        ],
        ingredients: ["500 g flour", "2 leeks"]) == ["", "", "1 2", "3"])
  }

  @Test func `a section starts by itself and is joined where its product is named`() {
    #expect(
      links(
        [
          "= Dough", "Knead the flour.", "~60 Let it rise.", "= Filling", "Fry the leeks.",
          "= Assembly", "Roll out the dough and add the filling.", "~30 Bake it.",
        ],
        ingredients: ["500 g flour", "2 leeks"]) == ["", "1", "", "2 3", "4"])
  }

  @Test(arguments: [
    ("Make the noodles while the broth is cooking.", "s1"), ("Stir it while it simmers.", "1"),
    ("Let it rest while the oven heats.", "1"),
  ])
  func `work is beside what it says goes on by itself`(text: String, after: String) {
    #expect(links(["~20 Simmer the broth.", text]) == ["", after])
  }

  @Test func `what brackets say of an ingredient does not hide it`() {
    #expect(
      links(
        [
          "~10 Let the yeast foam.", "Meanwhile, sift the flour.", "Pour in the yeast mixture.",
        ],
        ingredients: ["1 (7 g) sachet dry yeast", "2 (8 oz) cups flour"]) == ["", "s1", "1 2"])
  }

  @Test func `what goes on beside is not what a step takes up`() {
    #expect(
      links(
        [
          "~6 Boil the noodles.", "Drain the noodles.", "While the noodles boil, fry the leeks.",
          "Mix the leeks with the noodles.",
        ],
        ingredients: ["200 g noodles", "2 leeks"]) == ["", "1", "s1", "2 3"])
  }

  @Test func `while something is still hot runs beside nothing`() {
    #expect(
      links(["~10 Bake the flatbread.", "While it is still hot, brush it with oil."])
        == ["", "1"])
  }

  @Test func `as something cooks runs beside it`() {
    #expect(
      links(["~30 Roast the potatoes.", "As potatoes cook, chop the dill."]) == ["", "s1"])
  }

  @Test func `a part within the steps starts by itself`() {
    #expect(
      links(
        [
          "~60 Roast the chicken.", "For the sauce, chop the leeks.", "~10 Simmer the leeks.",
          "Serve the chicken with the sauce.",
        ],
        ingredients: ["1 chicken", "2 leeks"]) == ["", "", "2", "1 3"])
  }

  @Test func `meanwhile runs beside the longest wait until that is taken up`() {
    #expect(
      links(
        [
          "~60 Roast the chicken.", "Meanwhile, chop the leeks.", "~5 Fry the leeks.",
          "Carve the chicken.", "Serve everything.",
        ],
        ingredients: ["1 chicken", "2 leeks"]) == ["", "s1", "2", "1", "3 4"])
  }

  @Test func `within a thread a step follows what touched its ingredients`() {
    #expect(
      links(
        [
          "Peel the potatoes.", "~20 Boil the potatoes.", "Chop the leeks.", "Mash the potatoes.",
          "Serve everything.",
        ],
        ingredients: ["1 kg potatoes", "2 leeks"]) == ["", "1", "2", "2", "3 4"])
  }

  @Test func `what adds to what is there follows the step before`() {
    #expect(
      links(
        ["Chop the leeks.", "~20 Boil the potatoes.", "Add the leeks and mash it."],
        ingredients: ["1 kg potatoes", "2 leeks"]) == ["", "1", "2"])
  }

  @Test func `a section that takes the dough up follows where it was made`() {
    #expect(
      links(
        [
          "= Mix", "Knead the flour to a dough.", "~60 Let the dough rise.", "= Bake",
          "Roll out the dough with flour.",
        ],
        ingredients: ["500 g flour"]) == ["", "1", "2"])
  }

  @Test func `a heading that says when goes on with what there is`() {
    #expect(
      links(
        ["= The night before", "Whisk the eggs.", "= In the morning", "~30 Bake it."],
        ingredients: ["4 eggs"]) == ["", "1"])
  }

  @Test func `a section of the same name goes on`() {
    #expect(
      links(
        ["= Chilli", "Brown the beef.", "= Stovetop chilli", "Add the beans to it."],
        ingredients: ["500 g beef", "1 can beans"]) == ["", "1"])
  }

  @Test func `what is drained was boiled beside the wait`() {
    #expect(
      links([
        "~30 Marinate the fish.", "Meanwhile, put the roots in a pan.", "~10 Boil them.",
        "Drain them and take the fish out.",
      ]) == ["", "s1", "2", "1 3"])
  }

  @Test func `a heading at the end begins nothing`() {
    #expect(links(["Knead the flour.", "= Notes"]) == [""])
  }

  @Test func `a chain is one where it is asked for`() {
    #expect(
      links(
        ["= Dough", "Knead the flour.", "= Filling", "Fry the leeks.", "Meanwhile, chop."],
        ingredients: ["500 g flour", "2 leeks"], style: .chain) == ["", "1", "2"])
  }
}
