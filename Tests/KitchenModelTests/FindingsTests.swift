import KitchenModel
import TestSupport
import Testing

struct FindingsTests {
  private func step(
    _ id: String, _ minutes: Int = 5, after: [Dependency] = [],
    _ change: (inout Way) -> Void = { _ in }
  ) -> Step {
    var way = Way(.blocking, Estimate(.minutes(minutes)))
    change(&way)
    return Step(id: id, title: id, way, after: after)
  }

  private func dish(_ name: String, _ steps: [Step]) throws -> Dish {
    Dish(name: try Name(name), steps: steps)
  }

  private func faults(_ steps: Step...) throws -> [ModelFault] {
    try dish("Gratin", steps).findings().map(\.fault)
  }

  @Test func `a sound dish has no findings`() throws {
    let steps = [
      step("peel"),
      step("bake", after: [Dependency("peel", maximum: .minutes(5))]),
      step("rest", after: [Dependency("Bake", minimum: nil), Dependency(dish: "Soup", "stir")]),
    ]
    #expect(try dish("Gratin", steps).findings() == [])
    #expect(Kitchen.standard.findings == [])
  }

  @Test func `steps are told apart and named rightly`() throws {
    #expect(try faults() == [.noSteps(dish: "Gratin")])
    #expect(try faults(step("peel"), step("Peel")) == [.duplicate("step", "Peel")])
    #expect(try faults(step("a/b")) == [.badName("the step's id", .forbidden("/", in: "a/b"))])
    #expect(
      try faults(step("peel"), step("bake", after: [Dependency("peal")]))
        == [.unknownStep("peal", dish: "Gratin", nearest: "peel")])
    #expect(try faults(step("peel", after: [Dependency("peel")])) == [.afterItself("peel")])
    #expect(
      try faults(
        step("a"), step("b", after: [Dependency("a", minimum: .minutes(5), maximum: .minutes(4))]))
        == [.contradictoryLag(minimum: .minutes(5), maximum: .minutes(4))])
  }

  @Test func `ways have only what fits their kind`() throws {
    #expect(try faults(step("a") { $0.startsItself = true }) == [.startsItselfBlocking])
    #expect(try faults(step("a") { $0.cooks = 0 }) == [.notPositive("\"cooks\"", 0)])
    #expect(
      try faults(
        step("a") {
          $0.kind = .waiting
          $0.cook = "Ana"
          $0.cooks = 2
        }) == [.onlyBlocking("cooks"), .onlyBlocking("cook")])
    #expect(
      try faults(step("a") { $0.uses = [Way.Use("oven", units: 0), Way.Use("Oven")] })
        == [.notPositive("the units of \"oven\"", 0), .duplicate("equipment", "Oven")])
  }

  @Test func `a kitchen is checked`() throws {
    let late = try ClockTime(parsing: "2026-11-26 18:30")
    let early = try ClockTime(parsing: "2026-11-26 17:30")
    let kitchen = Kitchen(
      cooks: .named(["Ana", "ANA", "Ben"]),
      equipment: [
        Equipment(name: "oven", count: 0, slots: 2000), Equipment(name: "Oven", count: 1),
      ],
      away: [
        Absence(cook: "Bem", from: early, to: late), Absence(cook: "ben", from: late, to: early),
      ])
    #expect(
      kitchen.findings == [
        Finding(.cook(1), .duplicate("cook", "ANA")),
        Finding(.equipment(1), .duplicate("equipment", "Oven")),
        Finding(.equipment(0), .notPositive("the count of \"oven\"", 0)),
        Finding(.equipment(0), .tooMany("the slots of \"oven\"", 2000)),
        Finding(.absence(0), .unknownCook("Bem", nearest: "Ben", known: ["Ana", "ANA", "Ben"])),
        Finding(.absence(1), .endsBeforeBeginning(from: late, to: early)),
      ])
    #expect(
      Kitchen(cooks: .count(Int.max)).findings
        == [Finding(.cooks, .tooMany("the number of cooks", Int.max))])
  }

  @Test func `a menu needs what the kitchen has`() throws {
    let bake = step("bake") { $0.uses = [Way.Use("ovne")] }
    let carve = step("carve", after: [Dependency(dish: "Soup", "stir")]) { $0.cook = "Cleo" }
    let menu = Menu(name: "x", dishes: [try dish("Roast", [bake, carve])], kitchen: .standard)
    let carveReference = StepReference(dish: 0, step: 1)
    #expect(
      menu.findings == [
        Finding(
          .use(StepReference(dish: 0, step: 0), way: 0, 0),
          .unknownEquipment(
            "ovne", nearest: "oven", known: ["burner", "oven", "microwave", "fridge"])),
        Finding(
          .cookOfWay(carveReference, 0),
          .unknownCook("Cleo", nearest: nil, known: ["cook 1"])),
        Finding(.dependency(carveReference, 0), .unknownDish("Soup", nearest: nil)),
      ])
  }

  @Test func `a shortage is where no way has enough`() throws {
    let oven = Way(.waiting, Estimate(.minutes(5)), uses: [Way.Use("oven", units: 3)])
    let hob = Way(.waiting, Estimate(.minutes(5)), uses: [Way.Use("burner", units: 4)])
    let steps = [
      Step(id: "a", title: "a", oven), Step(id: "b", title: "b", options: [oven, hob]),
      step("c") { $0.cooks = 2 }, step("d", 0) { $0.cooks = 2 },
    ]
    let menu = Menu(name: "x", dishes: [try dish("Roast", steps)], kitchen: .standard)
    #expect(menu.findings.isEmpty)
    #expect(
      menu.shortages == [
        Finding(
          .way(StepReference(dish: 0, step: 0), 0),
          .tooFewUnits(equipment: "oven", needed: 3, there: 2)),
        Finding(.way(StepReference(dish: 0, step: 2), 0), .tooFewCooks(needed: 2, there: 1)),
      ])
  }

  @Test func `a cycle that no schedule keeps is named`() throws {
    let round = [
      step("a", after: [Dependency("c")]), step("b", after: [Dependency("a")]),
      step("c", after: [Dependency("b")]),
    ]
    #expect(
      try dish("Gratin", round).findings().map(\.fault)
        == [.impossibleCycle(["a", "b", "c", "a"])])
    // b starts at most 3 min after a's start, but not before a's five minutes are over.
    let tight = [
      step("a"),
      step("b", after: [Dependency("a"), Dependency("a", from: .start, maximum: .minutes(3))]),
    ]
    #expect(
      try dish("Gratin", tight).findings().map(\.fault) == [.impossibleCycle(["a", "b", "a"])])
    let loose = [
      step("a"),
      step("b", after: [Dependency("a"), Dependency("a", from: .start, maximum: .minutes(5))]),
    ]
    #expect(try dish("Gratin", loose).findings() == [])
  }

  @Test func `a cycle across dishes is named with its dishes`() throws {
    let one = try dish("Roast", [step("rest", after: [Dependency(dish: "Gravy", "stir")])])
    let other = try dish("Gravy", [step("stir", after: [Dependency(dish: "Roast", "rest")])])
    #expect(one.findings().isEmpty)
    let menu = Menu(name: "x", dishes: [one, other], kitchen: .standard)
    #expect(
      menu.findings.map(\.fault)
        == [.impossibleCycle(["Roast/rest", "Gravy/stir", "Roast/rest"])])
  }

  @Test(arguments: 0..<200)
  func `cycles are found exactly where relaxation never ends`(seed: Int) throws {
    var random = SeededNumbers(seed: seed)
    let count = 2 + random.next(below: 5)
    let steps = (0..<count).map { index in
      step(
        "s\(index)", random.next(below: 6),
        after: (0..<random.next(below: 3)).compactMap { _ in
          let other = random.next(below: count)
          let low = random.next(below: 12) - 6
          return other == index
            ? nil
            : Dependency(
              "s\(other)", from: random.happens(50) ? .start : .end, minimum: .minutes(low),
              maximum: random.happens(40) ? .minutes(low + random.next(below: 6)) : nil)
        })
    }
    // Longest distances between all pairs (Floyd and Warshall), a positive one to itself.
    let least = -1_000_000
    var far = [[Int]](repeating: [Int](repeating: least, count: count), count: count)
    for (index, step) in steps.enumerated() {
      for dependency in step.after {
        let other = try #require(steps.firstIndex { $0.id == dependency.step })
        let length = dependency.from == .start ? 0 : steps[other].ways[0].duration.likely.count
        if let minimum = dependency.minimum {
          far[other][index] = max(far[other][index], length + minimum.count)
        }
        if let maximum = dependency.maximum {
          far[index][other] = max(far[index][other], -length - maximum.count)
        }
      }
    }
    for k in 0..<count {
      for i in 0..<count {
        for j in 0..<count where far[i][k] > least && far[k][j] > least {
          far[i][j] = min(1_000_000, max(far[i][j], far[i][k] + far[k][j]))
        }
      }
    }
    let isImpossible = (0..<count).contains { far[$0][$0] > 0 }
    let findings = try dish("Random", steps).findings()
    #expect(findings.isEmpty != isImpossible, "seed \(seed)")
  }

  @Test func `a chain of ten thousand steps is checked`() throws {
    let steps = (0..<10_000).map { index in
      step("s\(index)", after: index < 9999 ? [Dependency("s\(index + 1)")] : [])
    }
    #expect(try dish("Long", steps).findings() == [])
  }

  @Test func `a dish without the step differs from a dish that is not there`() throws {
    let gravy = try dish(
      "Gravy",
      [step("stir", after: [Dependency(dish: "Roast", "rset"), Dependency(dish: "Roats", "rest")])])
    let menu = Menu(
      name: "x", dishes: [try dish("Roast", [step("rest")]), gravy], kitchen: .standard)
    let stir = StepReference(dish: 1, step: 0)
    #expect(
      menu.unknownSteps == [
        Finding(.dependency(stir, 0), .unknownStep("rset", dish: "Roast", nearest: "rest"))
      ])
    #expect(
      menu.unknownDishes == [
        Finding(.dependency(stir, 1), .unknownDish("Roats", nearest: "Roast"))
      ])
    #expect(menu.findings == menu.unknownSteps + menu.unknownDishes)
  }

  @Test func `messages speak of the kitchen`() {
    let fault = ModelFault.unknownEquipment("tandoor", nearest: nil, known: ["oven", "burner"])
    #expect(fault.message == "The kitchen has no \"tandoor\".")
    #expect(
      fault.hint == "It has oven and burner; add \"tandoor\" to its equipment or use one of them.")
    #expect(
      ModelFault.tooFewUnits(equipment: "oven", needed: 3, there: 1).message
        == "A step needs 3 of \"oven\", and there is 1.")
  }
}
