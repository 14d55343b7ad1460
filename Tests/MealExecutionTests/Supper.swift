import KitchenModel

/// A meal for two cooks with everything that a live run tells of: an oven to heat, a long free
/// stretch, hands wanted before its end.
enum Supper {
  static let peel = StepReference(dish: 0, step: 0)
  static let bake = StepReference(dish: 0, step: 1)
  static let wash = StepReference(dish: 1, step: 0)
  static let dress = StepReference(dish: 1, step: 1)

  /// Peel 10 min, bake 50 min; wash 5 min, dress 2 min, the salad against the end.
  static func menu() throws -> Menu {
    let hot = Temperature(.celsius, lower: 1800, upper: 1800)
    return Menu(
      name: "supper",
      dishes: [
        Dish(
          name: try Name("Gratin"),
          steps: [
            Step(id: "peel", title: "Peel", Way(.blocking, Estimate(.minutes(10)))),
            Step(
              id: "bake", title: "Bake",
              Way(
                .waiting, Estimate(.minutes(50)), uses: [Way.Use("oven")], temperature: hot),
              after: [Dependency("peel")]),
          ]),
        Dish(
          name: try Name("Salad"),
          steps: [
            Step(id: "wash", title: "Wash", Way(.blocking, Estimate(.minutes(5)))),
            Step(
              id: "dress", title: "Dress", Way(.blocking, Estimate(.minutes(2))),
              after: [Dependency("wash")]),
          ]),
      ],
      kitchen: Kitchen(
        cooks: .named(["Ana", "Ben"]),
        equipment: [
          Equipment(name: "oven", count: 1, preheat: .minutes(8)),
          Equipment(name: "burner", count: 1),
        ]))
  }

  /// Ana peels, the oven is heated meanwhile, Ben washes and Ana dresses just before the end.
  static func plan() throws -> Plan {
    Plan(
      menu: try menu(),
      [
        PlannedStep(peel, kind: .blocking, start: .zero, end: .minutes(10), cooks: [0]),
        PlannedStep(
          bake, kind: .waiting, start: .minutes(10), end: .minutes(60),
          uses: [PlannedUse("oven", units: 1)]),
        PlannedStep(wash, kind: .blocking, start: .minutes(50), end: .minutes(55), cooks: [1]),
        PlannedStep(dress, kind: .blocking, start: .minutes(58), end: .minutes(60), cooks: [0]),
      ],
      preheats: [
        Preheat(
          equipment: "oven", unit: 1, start: .minutes(2), end: .minutes(10),
          temperature: Temperature(.celsius, lower: 1800, upper: 1800))
      ])
  }

  /// A dish that may come to it: wash 2 min, boil 15 min.
  static func rice() throws -> Dish {
    Dish(
      name: try Name("Rice"),
      steps: [
        Step(id: "rinse", title: "Rinse", Way(.blocking, Estimate(.minutes(2)))),
        Step(
          id: "boil", title: "Boil",
          Way(.waiting, Estimate(.minutes(15)), uses: [Way.Use("burner")]),
          after: [Dependency("rinse")]),
      ])
  }
}
