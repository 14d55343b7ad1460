import KitchenModel
import RecipeImport
import TestSupport
import Testing

@Suite struct CooklangTextTests {
  private func reread(_ dish: Dish) throws -> Dish {
    let bytes = Array(CooklangText.text(of: dish).utf8)
    let reading = RecipeReader.read(bytes, named: "again.cook", as: .cooklang)
    return try #require(reading.drafts.first?.dish)
  }

  @Test func `a dish is written as people write Cooklang`() throws {
    let dish = Dish(
      name: try Name("Barley bowl"),
      steps: [
        Step(id: "chop", title: "Chop the leek", Way(.blocking, Estimate(.minutes(1)))),
        Step(
          id: "simmer", title: "Simmer the barley",
          Way(
            .waiting, Estimate(from: .minutes(20), to: .minutes(25)), uses: [.init("burner")]),
          after: [Dependency("chop")]),
        Step(
          id: "bake", title: "Bake",
          Way(
            .waiting, Estimate(.minutes(90)), uses: [.init("oven")],
            temperature: Temperature(.celsius, lower: 1800, upper: 1800)),
          after: [Dependency("simmer")]),
      ], servings: 2, tags: ["grain"], notes: "Good cold.",
      ingredients: ["1 leek", "200 g barley", "salt, or none"], source: "Ana")
    #expect(
      CooklangText.text(of: dish) == """
        ---
        title: "Barley bowl"
        servings: 2
        tags: ["grain"]
        source: "Ana"
        ---

        > Good cold.

        >> [mode]: ingredients
        @leek{1}
        @barley{200%g}
        @salt, or none{}
        >> [mode]: steps

        Chop the leek.

        Simmer the barley for ~{20-25%minutes}.

        Bake in the #oven{} at 180°C for ~{90%minutes}.

        """)
  }

  @Test func `what does not come back is named in a cook's words`() throws {
    var dish = Dish(
      name: try Name("Toast"),
      steps: [
        Step(
          id: "toast", title: "Toast the bread",
          options: [
            Way(.waiting, Estimate(.minutes(3)), uses: [.init("grill")]),
            Way(.blocking, Estimate(.minutes(5)), cooks: 2),
          ])
      ])
    dish.holdMaximum = .minutes(2)
    #expect(
      CooklangText.losses(of: dish) == [
        "holdMax", "how its steps are called", "what is hands-on and what waits",
        "the equipment of its steps", "options",
      ])
  }

  @Test(arguments: [
    "Stir @home", "#1 of two", "~ about", "-- a comment", "[- hidden -]", ">> key: value",
    "= Heading", "> a note", "back\\slash", "{braces}", "---", "50% cream", "(in brackets)",
    "\u{5DE}\u{5E8}\u{5E7}", "🍲 soup", "// slashes", "/ slash", "a | b", "@@", "- item",
  ])
  func `a title with signs of the markup comes back or is said to be lost`(title: String) throws {
    let dish = Dish(
      name: try Name("Pot"),
      steps: [Step(id: "one", title: title, Way(.waiting, Estimate(.minutes(7))))],
      notes: title.first == ">" ? nil : title)
    let read = try reread(dish)
    #expect(read.steps.map { $0.ways[0].duration } == [Estimate(.minutes(7))])
    let isNamed = CooklangText.losses(of: dish).contains("how its steps are called")
    #expect(isNamed || read.steps.map(\.title) == [title])
  }

  @Test(arguments: 0..<60)
  func `what is not named as lost comes back`(seed: Int) throws {
    var numbers = SeededNumbers(seed: seed)
    let verbs = ["Simmer", "Knead the dough", "Chop", "Rest", "Fry the eggs", "Bake", "Wait"]
    let steps = (0..<numbers.next(below: 4) + 1).map { index in
      let low = Seconds(30 * (numbers.next(below: 200) + 1))
      let high = numbers.happens(30) ? low + .minutes(numbers.next(below: 9) + 1) : low
      let kind = numbers.happens(50) ? Way.Kind.waiting : .blocking
      let uses = numbers.happens(40) ? [Way.Use(numbers.happens(50) ? "oven" : "burner")] : []
      return Step(
        id: "s\(index)", title: verbs[numbers.next(below: verbs.count)],
        Way(kind, Estimate(from: low, to: high), uses: uses),
        after: index > 0 ? [Dependency("s\(index - 1)")] : [])
    }
    let dish = Dish(name: try Name("Dish \(seed)"), steps: steps)
    let losses = CooklangText.losses(of: dish)
    let read = try reread(dish)
    #expect(read.name == dish.name, "seed \(seed)")
    if !losses.contains("how its work is divided into steps") {
      let isKept = read.steps.map { $0.ways[0].kind } == steps.map { $0.ways[0].kind }
      #expect(isKept != losses.contains("what is hands-on and what waits"), "seed \(seed)")
      let isExact = read.steps.map { $0.ways[0].duration } == steps.map { $0.ways[0].duration }
      #expect(isExact != losses.contains("how long its steps take"), "seed \(seed)")
    }
  }
}
