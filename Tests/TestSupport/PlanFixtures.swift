package import KitchenModel

/// Plans made by hand, as a planner would make them, for tests of what reads plans.
package enum PlanFixtures {
  /// Three dishes of one step each, without clock times: 10 min instead of 15.
  package static func lunch() throws -> Plan {
    let dishes = [
      Dish(
        name: try Name("Pasta"),
        steps: [Step(id: "waiting", title: "Pasta", Way(.waiting, Estimate(.minutes(10))))],
        says: .init(start: "Pasta will now cook.", finish: "Pasta ready.")),
      Dish(
        name: try Name("Meatloaf"),
        steps: [
          Step(
            id: "waiting", title: "Meatloaf",
            Way(.waiting, Estimate(.minutes(3)), uses: [.init("microwave")]))
        ], says: .init(start: "Meatloaf in the microwave.", finish: "Meatloaf heated.")),
      Dish(
        name: try Name("Avocado"),
        steps: [Step(id: "blocking", title: "Avocado", Way(.blocking, Estimate(.minutes(2))))],
        says: .init(start: "Peeling/slicing avocado.", finish: "Avocado sliced.")),
    ]
    return Plan(
      menu: Menu(name: "lunch", dishes: dishes, kitchen: .standard), status: .optimal,
      objective: .hot, anchor: nil, makespan: .minutes(10), lowerBound: .minutes(10),
      stalenessLowerBound: .zero, sequential: .minutes(15), inOrder: .minutes(10),
      steps: [
        planned(0, 0, .waiting, 0, 10),
        planned(1, 0, .waiting, 7, 10, uses: [PlannedUse("microwave", units: 1)]),
        planned(2, 0, .blocking, 8, 10, cooks: [0]),
      ],
      why: ["Pasta takes 10 min; nothing can be served sooner."],
      solver: SolverReport(nanoseconds: 400_000, conflicts: 0, propagations: 12))
  }

  /// A roast for two cooks, served at 18:30 in Berlin on 22 November 2026, with a shared oven, a
  /// dish that waits and a dessert half an hour later.
  package static func roastDinner() throws -> Plan {
    let start = Instant(epochSeconds: 1_795_360_800)  // 2026-11-22T15:20:00Z
    return Plan(
      menu: Menu(name: "Sunday roast", dishes: try roastDishes(), kitchen: roastKitchen),
      status: .feasible, objective: .hot, anchor: .serve, makespan: .minutes(130),
      lowerBound: .minutes(130), stalenessLowerBound: .minutes(2),
      sequential: .minutes(333), inOrder: .minutes(152), startAt: start,
      serveAt: start + .minutes(130),
      steps: [
        planned(0, 0, .blocking, 0, 10, cooks: [0]),
        planned(
          0, 1, .waiting, 10, 100, uses: [PlannedUse("oven", unit: 1, units: 1)]),
        planned(3, 0, .blocking, 20, 40, cooks: [0]),
        planned(3, 1, .waiting, 40, 160),
        planned(1, 0, .blocking, 56, 71, cooks: [1], slack: 4),
        planned(1, 1, .waiting, 71, 81, uses: [PlannedUse("burner", units: 2)], slack: 4),
        planned(
          1, 2, .waiting, 81, 126, uses: [PlannedUse("oven", unit: 1, units: 1)], slack: 4),
        planned(0, 2, .waiting, 100, 120),
        planned(0, 3, .blocking, 120, 130, cooks: [0]),
        planned(
          2, 0, .blocking, 122, 130, option: 1, cooks: [1],
          uses: [PlannedUse("burner", units: 1)]),
      ],
      preheats: [
        Preheat(
          equipment: "oven", unit: 1, start: .zero, end: .minutes(10),
          temperature: Temperature(.celsius, lower: 1800, upper: 1800))
      ],
      why: [
        "Season, roast, rest and carve take 2 h 10; nothing can be served sooner.",
        "Ana's hands are busy 40 of 130 min.",
      ],
      solver: SolverReport(nanoseconds: 10_000_000_000, conflicts: 8123, propagations: 901_233))
  }

  /// A loaf that rises over the night in which Berlin's clocks go back, 24 to 25 October 2026.
  package static func overnightLoaf() throws -> Plan {
    let start = Instant(epochSeconds: 1_792_864_800)  // 2026-10-24T18:00:00Z
    let bread = Dish(
      name: try Name("Bread"),
      steps: [
        Step(id: "mix", title: "Mix the dough", Way(.blocking, Estimate(.minutes(15)))),
        Step(
          id: "rise", title: "Rise", Way(.waiting, Estimate(.minutes(720))),
          after: [Dependency("mix")]),
        Step(
          id: "shape", title: "Shape", Way(.blocking, Estimate(.minutes(10))),
          after: [Dependency("rise")]),
        Step(
          id: "proof", title: "Proof", Way(.waiting, Estimate(.minutes(60))),
          after: [Dependency("shape")]),
        Step(
          id: "bake", title: "Bake",
          Way(
            .waiting, Estimate(.minutes(40)), uses: [.init("oven")],
            temperature: Temperature(.celsius, lower: 2300, upper: 2300)),
          after: [Dependency("proof")]),
      ], serve: .any)
    return Plan(
      menu: Menu(name: "Bread", dishes: [bread], kitchen: .standard), status: .optimal,
      objective: .hot, anchor: .start, makespan: .minutes(845), lowerBound: .minutes(845),
      stalenessLowerBound: .zero, sequential: .minutes(845), inOrder: .minutes(845),
      startAt: start, serveAt: start + .minutes(845),
      steps: [
        planned(0, 0, .blocking, 0, 15, cooks: [0]),
        planned(0, 1, .waiting, 15, 735),
        planned(0, 2, .blocking, 735, 745, cooks: [0]),
        planned(0, 3, .waiting, 745, 805),
        planned(0, 4, .waiting, 805, 845, uses: [PlannedUse("oven", unit: 1, units: 1)]),
      ],
      preheats: [
        Preheat(
          equipment: "oven", unit: 1, start: .minutes(795), end: .minutes(805),
          temperature: Temperature(.celsius, lower: 2300, upper: 2300))
      ])
  }

  /// A plan of many steps drawn from a generator: valid to read, not one that a planner would make.
  package static func random(
    steps count: Int, names: [String], using generator: inout some RandomNumberGenerator
  ) throws -> Plan {
    var dishes: [Dish] = []
    var placed: [PlannedStep] = []
    while placed.count < count {
      let title = names.randomElement(using: &generator) ?? "Step"
      var dish = Dish(name: try Name("\(title.prefix(90)) \(dishes.count)"))
      for index in 0..<Int.random(in: 1...8, using: &generator) where placed.count < count {
        let kind = Way.Kind.allCases.randomElement(using: &generator) ?? .waiting
        let minutes = Int.random(in: 0...240, using: &generator)
        let start = Int.random(in: 0...600, using: &generator)
        let uses = Bool.random(using: &generator) ? [Way.Use("oven")] : []
        dish.steps.append(
          Step(
            id: "step-\(index)", title: names.randomElement(using: &generator) ?? "Step",
            Way(kind, Estimate(.minutes(minutes)), uses: uses)))
        placed.append(
          planned(
            dishes.count, index, kind, start, start + minutes,
            cooks: kind == .blocking ? [Int.random(in: 0...1, using: &generator)] : [],
            uses: uses.map { PlannedUse($0.equipment, unit: 1, units: $0.units) },
            slack: Int.random(in: 0...90, using: &generator)))
      }
      dishes.append(dish)
    }
    placed.sort { ($0.start, $0.reference) < ($1.start, $1.reference) }
    let kitchen = Kitchen(
      cooks: .named(["Ana", names.first ?? "Ben"]), equipment: Kitchen.standard.equipment)
    let makespan = placed.map(\.end).max() ?? .zero
    let start = Bool.random(using: &generator) ? Instant(epochSeconds: 1_795_360_800) : nil
    return Plan(
      menu: Menu(name: names.last ?? "meal", dishes: dishes, kitchen: kitchen),
      status: .optimal, objective: .hot, anchor: nil, makespan: makespan, lowerBound: makespan,
      stalenessLowerBound: .zero, sequential: makespan + makespan, inOrder: nil,
      startAt: start, serveAt: start.map { $0 + makespan }, steps: placed, why: names)
  }

  /// A planned step with times in minutes.
  private static func planned(
    _ dish: Int, _ step: Int, _ kind: Way.Kind, _ start: Int, _ end: Int, option: Int = 0,
    cooks: [Int] = [], uses: [PlannedUse] = [], slack: Int = 0
  ) -> PlannedStep {
    PlannedStep(
      StepReference(dish: dish, step: step), option: option, kind: kind, start: .minutes(start),
      end: .minutes(end), cooks: cooks, uses: uses, slack: .minutes(slack))
  }

  private static let roastKitchen = Kitchen(
    cooks: .named(["Ana", "Ben"]),
    equipment: [
      Equipment(name: "oven", count: 1, slots: 2, preheat: .minutes(10)),
      Equipment(name: "burner", count: 4),
      Equipment(name: "microwave", count: 1),
    ])

  private static func roastDishes() throws -> [Dish] {
    let moderate = Temperature(.celsius, lower: 1800, upper: 1800)
    return [
      Dish(
        name: try Name("Roast beef"),
        steps: [
          Step(id: "season", title: "Season the beef", Way(.blocking, Estimate(.minutes(10)))),
          Step(
            id: "roast", title: "Roast",
            Way(
              .waiting, Estimate(from: .minutes(80), to: .minutes(100)), uses: [.init("oven")],
              temperature: moderate), after: [Dependency("season")]),
          Step(
            id: "rest", title: "Rest", Way(.waiting, Estimate(.minutes(20))),
            after: [Dependency("roast", maximum: .minutes(5))]),
          Step(
            id: "carve", title: "Carve", Way(.blocking, Estimate(.minutes(10)), cook: "Ana"),
            after: [Dependency("rest")]),
        ], servings: 4, holdMaximum: .minutes(5), tags: ["main", "beef"],
        notes: "Bring to room temperature first.\nTie it if it is long.",
        ingredients: ["1.5 kg sirloin", "2 tbsp mustard"]),
      Dish(
        name: try Name("Roast potatoes"),
        steps: [
          Step(id: "peel", title: "Peel and quarter", Way(.blocking, Estimate(.minutes(15)))),
          Step(
            id: "parboil", title: "Parboil",
            Way(.waiting, Estimate(.minutes(10)), uses: [.init("burner", units: 2)]),
            after: [Dependency("peel")]),
          Step(
            id: "roast", title: "Roast until crisp",
            Way(
              .waiting, Estimate(.minutes(45)), uses: [.init("oven")], temperature: moderate),
            after: [Dependency("parboil")]),
        ], servings: 4, tags: ["side"]),
      Dish(
        name: try Name("Gravy"),
        steps: [
          Step(
            id: "gravy", title: "Make the gravy",
            options: [
              Way(.waiting, Estimate(.minutes(3)), uses: [.init("microwave")]),
              Way(.blocking, Estimate(.minutes(8)), uses: [.init("burner")]),
            ], after: [Dependency(dish: "Roast beef", "roast")])
        ]),
      Dish(
        name: try Name("Trifle"),
        steps: [
          Step(id: "layer", title: "Layer", Way(.blocking, Estimate(.minutes(20)))),
          Step(
            id: "chill", title: "Chill",
            Way(.waiting, Estimate(.minutes(120)), startsItself: true),
            after: [Dependency("layer")]),
        ], serve: .any, serveOffset: .minutes(30)),
    ]
  }
}
