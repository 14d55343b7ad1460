import KitchenModel

/// The meal of the contract: three dishes, one cook, ten minutes.
enum Lunch {
  /// Pasta 10 min waiting, meatloaf 3 min waiting, avocado 2 min blocking.
  static func menu() throws -> Menu {
    Menu(
      name: "lunch",
      dishes: [
        Dish(
          name: try Name("Pasta"),
          steps: [Step(id: "waiting", title: "Pasta", Way(.waiting, Estimate(.minutes(10))))],
          says: Dish.Says(start: "Pasta will now cook.", finish: "Pasta ready.")),
        Dish(
          name: try Name("Meatloaf"),
          steps: [
            Step(
              id: "waiting", title: "Meatloaf",
              Way(.waiting, Estimate(.minutes(3)), uses: [Way.Use("microwave")]))
          ],
          says: Dish.Says(start: "Meatloaf in the microwave.", finish: "Meatloaf heated.")),
        Dish(
          name: try Name("Avocado"),
          steps: [Step(id: "blocking", title: "Avocado", Way(.blocking, Estimate(.minutes(2))))],
          says: Dish.Says(start: "Peeling/slicing avocado.", finish: "Avocado sliced.")),
      ], kitchen: .standard)
  }

  static let pasta = StepReference(dish: 0, step: 0)
  static let meatloaf = StepReference(dish: 1, step: 0)
  static let avocado = StepReference(dish: 2, step: 0)

  /// Everything at once, the avocado in the cook's hands.
  static func plan() throws -> Plan {
    Plan(
      menu: try menu(),
      [
        PlannedStep(pasta, kind: .waiting, start: .zero, end: Seconds(600)),
        PlannedStep(
          meatloaf, kind: .waiting, start: .zero, end: Seconds(180),
          uses: [PlannedUse("microwave", units: 1)]),
        PlannedStep(avocado, kind: .blocking, start: .zero, end: Seconds(120), cooks: [0]),
      ])
  }
}

extension Plan {
  /// A plan of these steps, made by hand; nothing is proved of it.
  init(menu: Menu, _ steps: [PlannedStep], preheats: [Preheat] = []) {
    let end = steps.map(\.end).max() ?? .zero
    self.init(
      menu: menu, status: .feasible, objective: .early, anchor: nil, makespan: end,
      lowerBound: .zero, stalenessLowerBound: nil,
      sequential: steps.reduce(.zero) { $0 + $1.duration }, inOrder: nil,
      steps: steps.sorted { ($0.start, $0.reference) < ($1.start, $1.reference) },
      preheats: preheats)
  }
}
