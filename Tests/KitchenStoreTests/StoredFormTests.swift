import Foundation
import KitchenModel
import TestSupport
import Testing

@testable import KitchenStore

/// What the database keeps as JSON keeps its form: rows of it are in the kitchens of people.
struct StoredFormTests {
  /// A dish in which everything is said that can be said of one.
  private static func dish() throws -> Dish {
    let oven = Way(
      .waiting, Estimate(minimum: .minutes(10), likely: .minutes(12), maximum: .minutes(20)),
      uses: [Way.Use("oven", units: 2)],
      temperature: Temperature(.celsius, lower: 1700, upper: 1900),
      startsItself: true)
    let pan = Way(
      .blocking, Estimate(.minutes(5)), uses: [Way.Use("burner")],
      temperature: Temperature(.fahrenheit, lower: 3500, upper: 3500), cooks: 2, cook: "Ana")
    return Dish(
      name: try Name("Gratin"),
      steps: [
        Step(
          id: "peel", title: "Peel", pan, after: [], notBefore: .timeOfDay(.init(hour: 17)),
          notAfter: .dated(
            year: 2026, month: 11, day: 26, .init(hour: 18, minute: 30, second: 5)),
          keeps: .withoutEnd),
        Step(
          id: "bake", title: "Bake", options: [oven, pan],
          after: [
            Dependency("peel"),
            Dependency(
              dish: "Sauce", "stir", from: .start, minimum: Seconds(-60), maximum: .minutes(3)),
            Dependency("peel", minimum: nil),
          ], keeps: .limited(.minutes(20))),
      ], servings: 4, serve: .any, holdMaximum: .minutes(15), keepsFor: .minutes(2880),
      serveOffset: .minutes(25), notBefore: .timeOfDay(.init(hour: 17)),
      notAfter: .timeOfDay(.init(hour: 20)), tags: ["side"], notes: "Good.",
      ingredients: ["800 g potatoes"], source: "a book",
      says: Dish.Says(start: "Gratin begins.", finish: "Gratin is done."))
  }

  private static func kitchen() -> Kitchen {
    Kitchen(
      cooks: .named(["Ana", "Ben"]),
      equipment: [
        Equipment(name: "oven", count: 1, slots: 2, preheat: .minutes(10), heat: .heats),
        Equipment(name: "burner", count: 4),
      ],
      away: [
        Absence(
          cook: "Ana", from: .timeOfDay(.init(hour: 17)), to: .timeOfDay(.init(hour: 18)))
      ])
  }

  private static func plan() throws -> Plan {
    var menu = Menu(
      name: "Sunday", dishes: [try dish(), Dish(name: try Name("Tea"))], kitchen: kitchen())
    menu.dishes[0].scale = Scale("3/2")
    return Plan(
      menu: menu, status: .feasible, objective: .early, anchor: .serve, makespan: .minutes(17),
      lowerBound: .minutes(16), stalenessLowerBound: .minutes(1), startSum: .minutes(5),
      startSumLowerBound: .minutes(4), sequential: .minutes(17), inOrder: .minutes(17),
      startAt: Instant(epochSeconds: 1_795_694_400), serveAt: Instant(epochSeconds: 1_795_695_420),
      steps: [
        PlannedStep(
          StepReference(dish: 0, step: 0), kind: .blocking, start: .zero, end: .minutes(5),
          cooks: [0, 1], uses: [PlannedUse("burner", units: 1)], slack: .minutes(1)),
        PlannedStep(
          StepReference(dish: 0, step: 1), option: 1, kind: .waiting, start: .minutes(5),
          end: .minutes(17), uses: [PlannedUse("oven", unit: 1, units: 2)]),
      ],
      preheats: [
        Preheat(
          equipment: "oven", unit: 1, start: .zero, end: .minutes(10),
          temperature: Temperature(.celsius, lower: 1700, upper: 1900))
      ], why: ["Bake takes 12 min."],
      solver: SolverReport(nanoseconds: 5, conflicts: 6, propagations: 7))
  }

  private static func image() throws -> ChangeImage {
    var image = ChangeImage()
    image.dishes = [.init(id: 1, before: try dish()), .init(id: 2, before: nil)]
    image.meals = [.init(id: 3, before: .init(name: try Name("Sunday"), dishes: [1, 2]))]
    var counted = kitchen()
    counted.cooks = .count(2)
    image.kitchen = counted
    image.keptRuns = [7]
    image.edits = [.init(id: 8, run: 7)]
    image.learned = [9]
    image.week = [
      .init(
        id: 4,
        before: .init(
          date: "2026-11-26", time: "18:30", title: "Sunday", firstDate: "2026-11-25",
          leftoversOf: 2, runID: 7, dishes: [.init(dish: 1, servings: 4)]))
    ]
    image.shopItems = [
      .init(
        key: "rice",
        before: .init(
          name: "Rice", isInPantry: true, aisle: "dry", tickedAt: "2026-11-26T12:00:00.000Z"))
    ]
    return image
  }

  /// A verb for every detail there is.
  private static func verbs() throws -> [RunVerb] {
    let step = StepReference(dish: 1, step: 2)
    let heating = Act.Heating(
      equipment: "oven", unit: 1, temperature: Temperature(.celsius, lower: 1800, upper: 1800))
    return [
      .done(step, at: Seconds(7)), .answer(.perform(step)), .answer(.putIn(step)),
      .answer(.takeOut(step)), .answer(.heat(heating)), .answer(.serve(course: .minutes(25))),
      .extend(step, by: .minutes(2)), .hand(step, to: 1), .add([try dish()]), .drop(dish: 3),
      .note("Hot."), .pause,
    ]
  }

  /// One field a line, so that a difference is readable.
  private static func lines(_ text: String) -> String {
    text.replacing("{\"", with: "{\n\"").replacing(",\"", with: ",\n\"") + "\n"
  }

  @Test func `a plan is kept in its declared form`() throws {
    let plan = try Self.plan()
    let text = try StoredJSON.encode(plan)
    try Golden.expect(Self.lines(text), named: "stored/plan.json")
    #expect(try StoredJSON.decode(Plan.self, from: text) == plan)
  }

  @Test func `what undo puts back is kept in its declared form`() throws {
    let text = try StoredJSON.encode(try Self.image())
    try Golden.expect(Self.lines(text), named: "stored/change.json")
    let read = try StoredJSON.decode(ChangeImage.self, from: text)
    #expect(try StoredJSON.encode(read) == text)
    #expect(read.dishes.first?.before == (try Self.dish()))
  }

  @Test func `verbs and acts are kept in their declared form`() throws {
    let verbs = try Self.verbs()
    let texts = try verbs.map { try StoredJSON.encode($0.details) }
    let written = zip(verbs, texts).map { "\($0.name.rawValue) \(Self.lines($1))" }
    try Golden.expect(written.joined(), named: "stored/verbs.json")
    for (verb, text) in zip(verbs, texts) {
      #expect(RunVerb(verb.name, try StoredJSON.decode(RunVerb.Details.self, from: text)) == verb)
    }
  }

  /// What no program wrote stops neither this one nor the rows beside it.
  @Test(arguments: [
    #"{"minimum":3,"likely":2,"maximum":1}"#, #"{"minimum":1}"#, #"[]"#, #"{"minimum":"1"}"#,
  ])
  func `values out of order are read, and what is not a value is refused`(text: String) {
    let estimate = try? StoredJSON.decode(Estimate.self, from: text)
    #expect((estimate == nil) == !text.hasPrefix(#"{"minimum":3"#))
  }
}
