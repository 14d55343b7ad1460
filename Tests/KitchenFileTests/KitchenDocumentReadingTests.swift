import KitchenFile
import KitchenModel
import Testing

struct KitchenDocumentReadingTests {
  private let full = """
    kitchen:
      cooks: [Ana, Ben]
      equipment:
        burner: 4
        microwave: 1
        oven: {count: 1, slots: 2, preheat: 10m}
      away: [{cook: ben, from: 17:00, to: 17:20}]
    dishes:
      - name: Pasta
        waiting: 10m   # the short form
        says: {start: Pasta will now cook., finish: Pasta ready.}
      - name: Gratin
        servings: 4
        serve: any
        holdMax: 15m
        serveOffset: 1:00
        notBefore: 17:30
        notAfter: 2026-11-26 18:30
        tags: [side]
        notes: text
        ingredients: ["800 g potatoes", "300 ml cream"]
        steps:
          - id: peel
            title: Peel and slice the potatoes
            blocking: 15
            cooks: 2
            cook: Ana
          - title: Bake it
            waiting: 45-55m
            uses: {oven: 1}
            startsItself: true
            temperature: 170-190C
            notBefore: 18:00
          - id: rest
            waiting: {min: 10m, max: 20m}
            after: [{step: Bake-it, min: null, max: 5m}, Pasta/waiting]
          - id: butter
            after: []
            options:
              - {waiting: 3m, uses: {microwave: 1}}
              - {blocking: PT5M, uses: {burner: 1}}
    meals:
      - {name: dinner, dishes: [Gratin, Pasta]}

    """

  @Test func `the contract's example is read whole`() throws {
    let gratin = Dish(
      name: try Name("Gratin"),
      steps: [
        Step(
          id: "peel", title: "Peel and slice the potatoes",
          Way(.blocking, Estimate(.minutes(15)), cooks: 2, cook: "Ana")),
        Step(
          id: "bake-it", title: "Bake it",
          Way(
            .waiting, Estimate(from: .minutes(45), to: .minutes(55)), uses: [Way.Use("oven")],
            temperature: Temperature(.celsius, lower: 1700, upper: 1900), startsItself: true),
          after: [Dependency("peel")], notBefore: .timeOfDay(.init(hour: 18))),
        Step(
          id: "rest", title: "rest", Way(.waiting, Estimate(from: .minutes(10), to: .minutes(20))),
          after: [
            Dependency("bake-it", minimum: nil, maximum: .minutes(5)),
            Dependency(dish: "Pasta", "waiting"),
          ]),
        Step(
          id: "butter", title: "butter",
          options: [
            Way(.waiting, Estimate(.minutes(3)), uses: [Way.Use("microwave")]),
            Way(.blocking, Estimate(.minutes(5)), uses: [Way.Use("burner")]),
          ]),
      ], servings: 4, serve: .any, holdMaximum: .minutes(15), serveOffset: .minutes(60),
      notBefore: .timeOfDay(.init(hour: 17, minute: 30)),
      notAfter: .dated(year: 2026, month: 11, day: 26, .init(hour: 18, minute: 30)),
      tags: ["side"], notes: "text", ingredients: ["800 g potatoes", "300 ml cream"])
    let pasta = Dish(
      name: try Name("Pasta"),
      steps: [Step(id: "waiting", title: "Pasta", Way(.waiting, Estimate(.minutes(10))))],
      says: Dish.Says(start: "Pasta will now cook.", finish: "Pasta ready."))
    let kitchen = Kitchen(
      cooks: .named(["Ana", "Ben"]), equipment: Kitchen.standard.equipment.prefix(3).reordered,
      away: [
        Absence(
          cook: "ben", from: .timeOfDay(.init(hour: 17)),
          to: .timeOfDay(.init(hour: 17, minute: 20)))
      ])
    let expected = KitchenDocument(
      kitchen: kitchen, dishes: [pasta, gratin],
      meals: [Meal(name: try Name("dinner"), dishes: [gratin.name, pasta.name])])
    let document = try read(full)
    #expect(document == expected)
    #expect(try read(document.yaml) == expected)
    #expect(try read(document.json) == expected)
  }

  @Test func `the short form has steps of its own`() throws {
    let document = try read(
      "dishes: [{name: Soup, blocking: 5, waiting: 20m}, {name: Tea, blocking: 0, waiting: 3}]")
    let soup = document.dishes[0]
    #expect(soup.steps.map(\.id) == ["blocking", "waiting"])
    #expect(soup.steps.map(\.title) == ["Soup", "Soup"])
    #expect(soup.steps.map(\.after) == [[], [Dependency("blocking")]])
    #expect(document.dishes[1].steps.map(\.id) == ["waiting"])
    #expect(document.dishes[1].steps[0].after == [])
  }

  @Test func `ids that are missing are made of titles`() throws {
    let text = """
      dishes:
        - name: Salad
          steps:
            - {title: Wash, blocking: 1}
            - {id: wash-2, blocking: 1}
            - {title: wash, blocking: 1}
            - {waiting: 1}
      """
    let steps = try read(text).dishes[0].steps
    #expect(steps.map(\.id) == ["wash", "wash-2", "wash-3", "waiting"])
    #expect(steps.map(\.title) == ["Wash", "wash-2", "wash", "Salad"])
    #expect(steps.map { $0.after.map(\.step) } == [[], ["wash"], ["wash-2"], ["wash-3"]])
  }

  @Test func `JSON's escapes and numbers are read`() throws {
    let text = #"""
      {"dishes": [{"name": "Caf\u00e9 \uD83D\uDE00", "waiting": 1.5, "notes": "a\/b\t\"c\"\\\n",
        "servings": null}], "meals": []}
      """#
    let dish = try read(text).dishes[0]
    #expect(dish.name.text == "Café 😀")
    #expect(dish.notes == "a/b\t\"c\"\\\n")
    #expect(dish.steps[0].ways[0].duration == Estimate(Seconds(90)))
  }

  @Test func `a mark before the text and carriage returns do not matter`() throws {
    let document = try read("\u{FEFF}dishes:\r\n  - name: Tea\r\n    waiting: 3m\r\n")
    #expect(document.dishes.map(\.name.text) == ["Tea"])
    #expect(try read("\u{FEFF} {\"dishes\": []}\r\n") == KitchenDocument())
  }

  @Test func `a meal may name dishes from elsewhere, which is said`() throws {
    let text = "dishes: [{name: Tea, waiting: 3}]\nmeals: [{name: five, dishes: [Tea, Sconse]}]"
    let reading = try KitchenDocument.read(text.utf8, named: "k.yaml")
    #expect(reading.document.meals[0].dishes.map(\.text) == ["Tea", "Sconse"])
    #expect(
      reading.remarks.map(line) == [
        "k.yaml:2:36 | The meal \"five\" names \"Sconse\", which is not in this file."
      ])
    #expect(reading.remarks.map(\.severity) == [.remark])
  }

  @Test func `a caller's findings have their places`() throws {
    let text =
      "dishes:\n  - name: Naan\n    steps:\n      - id: bake\n        waiting: 3m\n        uses: {tandoor: 1}\n"
    let reading = try KitchenDocument.read(text.utf8, named: "k.yaml")
    let finding = try #require(Kitchen.standard.findings(in: reading.document.dishes).first)
    #expect(
      line(reading.diagnostic(for: finding)) == "k.yaml:6:16 | The kitchen has no \"tandoor\". | "
        + "It has burner, oven, microwave and fridge; "
        + "add \"tandoor\" to its equipment or use one of them.")
  }

  @Test func `a dish by itself is written and read for an editor`() throws {
    for dish in try read(full).dishes {
      let text = KitchenDocument.yaml(of: dish)
      #expect(try KitchenDocument.readDish(text.utf8, named: "dish.yaml") == dish)
    }
    #expect(throws: Diagnostic.self) { try KitchenDocument.readDish("name: Tea".utf8, named: "x") }
  }
}

extension ArraySlice<Equipment> {
  /// Burner, microwave, oven.
  fileprivate var reordered: [Equipment] { sorted { $0.name < $1.name } }
}
