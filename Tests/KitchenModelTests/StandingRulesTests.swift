import Foundation
import KitchenModel
import Testing

/// How long food keeps between the steps of a dish, and which step takes it up.
struct StandingRulesTests {
  private static let hour = Keeping.limited(.minutes(60))
  private static let kitchen = Kitchen(
    equipment: [
      Equipment(name: "Oven", count: 1), Equipment(name: "burner", count: 4),
      Equipment(name: "fridge", count: 1), Equipment(name: "sink", count: 1),
      Equipment(name: "kiln", count: 1, heat: .heats),
      Equipment(name: "cellar", count: 1, heat: .chills),
      Equipment(name: "kettle", count: 1, heat: .neither),
      Equipment(name: "freezer", count: 1, heat: .neither),
    ])

  private static func way(_ kind: Way.Kind, _ equipment: String...) -> Way {
    Way(kind, Estimate(.minutes(5)), uses: equipment.map { Way.Use($0) })
  }

  private static func step(
    _ id: String, _ ways: Way..., after: [Dependency] = [], keeps: Keeping? = nil
  ) -> Step {
    Step(id: id, title: id, options: ways, after: after, keeps: keeps)
  }

  private static func rules(_ steps: Step..., serve: Dish.Serve = .hot) throws -> StandingRules {
    StandingRules(
      Dish(name: try Name("Pie"), steps: steps, serve: serve), in: kitchen)
  }

  @Test(arguments: [
    (way(.blocking), hour), (way(.blocking, "sink"), hour), (way(.blocking, "kettle"), hour),
    (way(.blocking, "freezer"), hour), (way(.blocking, "burner"), .notAtAll),
    (way(.blocking, "BURNER"), .notAtAll), (way(.blocking, "oven"), .notAtAll),
    (way(.blocking, "kiln"), .notAtAll), (way(.blocking, "sink", "burner"), .notAtAll),
    (way(.blocking, "fridge"), .withoutEnd), (way(.blocking, "cellar"), .withoutEnd),
    (way(.blocking, "burner", "fridge"), .withoutEnd), (way(.waiting), .notAtAll),
    (way(.waiting, "sink"), .notAtAll), (way(.waiting, "oven"), .notAtAll),
    (way(.waiting, "fridge"), .withoutEnd), (way(.waiting, "freezer"), .notAtAll),
    (way(.waiting, "cellar"), .withoutEnd), (way(.blocking, "hob"), .notAtAll),
    (way(.blocking, "Ice Bath"), .withoutEnd),
  ])
  func `what a way uses says how long it keeps`(way: Way, keeps: Keeping) throws {
    let rules = try Self.rules(
      Self.step("first", way),
      Self.step("next", Self.way(.blocking), after: [Dependency("first")]))
    #expect(rules.keeping(of: 0, way: 0) == keeps)
    // Also where nothing takes it up.
    #expect(try Self.rules(Self.step("first", way)).keeping(of: 0, way: 0) == keeps)
  }

  @Test(arguments: [
    ([way(.waiting)], Keeping.notAtAll), ([way(.waiting, "sink")], hour),
    ([way(.waiting, "oven")], hour), ([way(.blocking)], hour),
    ([way(.waiting), way(.waiting)], .notAtAll), ([way(.waiting), way(.blocking)], hour),
    ([way(.waiting), way(.waiting, "fridge")], hour),
  ])
  func `hands-on work does not keep where what follows begins by itself`(
    ways: [Way], keeps: Keeping
  ) throws {
    let after = [Dependency("knead")]
    let next = Step(id: "prove", title: "Prove", options: ways, after: after)
    let rules = try Self.rules(Self.step("knead", Self.way(.blocking)), next)
    #expect(rules.keeping(of: 0, way: 0) == keeps)
    let also = try Self.rules(
      Self.step("knead", Self.way(.blocking)),
      Self.step("clean", Self.way(.blocking), after: after), next)
    #expect(also.keeping(of: 0, way: 0) == keeps)
  }

  @Test(arguments: [
    Dependency("knead", from: .start), Dependency("knead", minimum: Seconds(-1)),
    Dependency("knead", minimum: nil), Dependency(dish: "Soup", "knead"),
  ])
  func `what does not follow the end does not take up`(dependency: Dependency) throws {
    let rules = try Self.rules(
      Self.step("knead", Self.way(.blocking)),
      Self.step("prove", Self.way(.waiting), after: [dependency]))
    #expect(rules.takers(of: 0).isEmpty)
    #expect(rules.keeping(of: 0, way: 0) == Self.hour)
  }

  @Test func `those that follow the end take up, in listed order and each once`() throws {
    let rules = try Self.rules(
      Self.step(
        "early", Self.way(.blocking), after: [Dependency("Bake", minimum: .minutes(3))]),
      Self.step("bake", Self.way(.waiting, "oven")),
      Self.step(
        "rest", Self.way(.waiting),
        after: [
          Dependency(dish: "pie", "bake"), Dependency("bake", minimum: .minutes(2)),
          Dependency("bake", minimum: .minutes(1)),
        ]),
      Self.step("none", Self.way(.waiting), after: [Dependency("rest"), Dependency("baker")]))
    #expect(
      rules.takers(of: 1) == [
        .init(step: 0, minimum: .minutes(3)), .init(step: 2, minimum: .minutes(2)),
      ])
    #expect(rules.takers(of: 2) == [.init(step: 3, minimum: .zero)])
    #expect(rules.takers(of: 3).isEmpty)
  }

  @Test(arguments: [Keeping.withoutEnd, .notAtAll, .limited(.minutes(20))])
  func `what the step says counts in every dish and way`(keeps: Keeping) throws {
    for serve in Dish.Serve.allCases {
      let rules = try Self.rules(
        Self.step(
          "melt", Self.way(.waiting, "fridge"), Self.way(.blocking, "burner"),
          Self.way(.blocking), keeps: keeps),
        serve: serve)
      #expect((0..<3).map { rules.keeping(of: 0, way: $0) } == [keeps, keeps, keeps])
    }
  }

  @Test func `the way chosen decides`() throws {
    let rules = try Self.rules(
      Self.step(
        "melt", Self.way(.waiting, "fridge"), Self.way(.blocking, "burner"),
        Self.way(.blocking), Self.way(.waiting)))
    #expect(
      (0..<4).map { rules.keeping(of: 0, way: $0) }
        == [.withoutEnd, .notAtAll, Self.hour, .notAtAll])
  }

  @Test func `everything keeps in a dish that need not be served hot`() throws {
    let rules = try Self.rules(
      Self.step("bake", Self.way(.waiting, "oven")), Self.step("knead", Self.way(.blocking)),
      Self.step("prove", Self.way(.waiting), after: [Dependency("knead")]), serve: .any)
    #expect(
      (0..<3).map { rules.keeping(of: $0, way: 0) } == [.withoutEnd, .withoutEnd, .withoutEnd])
  }

  @Test(arguments: [
    ("oven", Heat.heats), ("OVEN", .heats), ("Burner", .heats), ("hob", .heats),
    ("stove", .heats), ("cooktop", .heats), ("microwave", .heats), ("grill", .heats),
    ("broiler", .heats), ("barbecue", .heats), ("Air Fryer", .heats), ("fryer", .heats),
    ("deep fryer", .heats), ("steamer", .heats), ("slow cooker", .heats),
    ("pressure cooker", .heats), ("rice cooker", .heats), ("toaster", .heats),
    ("griddle", .heats), ("kettle", .heats), ("smoker", .heats), ("sous vide", .heats),
    ("fridge", .chills), ("Refrigerator", .chills), ("freezer", .chills), ("chiller", .chills),
    ("blast chiller", .chills), ("ice bath", .chills), ("cool box", .chills),
    ("sink", .neither), ("ovens", .neither), ("oven 2", .neither), ("mixer", .neither),
  ])
  func `a name says what equipment does`(name: String, heat: Heat) {
    #expect(Equipment(name: name, count: 1).effect == heat)
    for said in Heat.allCases {
      #expect(Equipment(name: name, count: 1, heat: said).effect == said)
    }
  }

  @Test func `only what is beyond counts as excess`() {
    #expect(Keeping.withoutEnd.excess(of: .minutes(500)) == .zero)
    #expect(Keeping.notAtAll.excess(of: .minutes(5)) == .minutes(5))
    #expect(Keeping.limited(.minutes(20)).excess(of: .minutes(20)) == .zero)
    #expect(Keeping.limited(.minutes(20)).excess(of: Seconds(1201)) == Seconds(1))
    #expect(Keeping.limited(.minutes(20)).excess(of: .minutes(3)) == .zero)
  }

  @Test(arguments: [
    (Keeping.withoutEnd, "[true]"), (.notAtAll, "[0]"), (.limited(.minutes(20)), "[1200]"),
  ])
  func `it is stored as seconds or true`(keeps: Keeping, json: String) throws {
    #expect(String(decoding: try JSONEncoder().encode([keeps]), as: UTF8.self) == json)
    #expect(try JSONDecoder().decode([Keeping].self, from: Data(json.utf8)) == [keeps])
  }

  @Test func `a negative length is a fault of the step`() throws {
    let dish = Dish(
      name: try Name("Pie"),
      steps: [Self.step("bake", Self.way(.waiting), keeps: .limited(Seconds(-1)))])
    #expect(dish.findings().map(\.fault) == [.negative("\"keeps\"", Seconds(-1))])
  }
}
