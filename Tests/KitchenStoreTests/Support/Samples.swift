import KitchenModel

@testable import KitchenStore

/// Small values that tests are about.
enum Samples {
  /// A moment for everything that needs one.
  static let now = Instant(epochSeconds: 1_795_000_000)

  /// A process for runs that need one.
  static let lease = RunLease(pid: 7, token: "t0", host: "kitchen", renewedAt: now)

  /// The kitchen of a new database when the first versions were made, which theirs have kept.
  static let firstKitchen = Kitchen(
    equipment: Kitchen.standard.equipment.filter { $0.name != "fridge" })

  /// A dish of one waiting step.
  static func dish(_ name: String, minutes: Int = 10) throws -> Dish {
    Dish(
      name: try Name(name),
      steps: [Step(id: "waiting", title: name, Way(.waiting, Estimate(.minutes(minutes))))])
  }

  /// A meal of stored dishes.
  static func meal(_ name: String, _ dishes: String...) throws -> Meal {
    Meal(name: try Name(name), dishes: try dishes.map { try Name($0) })
  }

  /// A plan that cooks dishes of one waiting step at once, each ending together.
  static func plan(_ name: String = "lunch", _ dishes: [Dish]) -> Plan {
    let menu = Menu(name: name, dishes: dishes, kitchen: firstKitchen)
    let longest = dishes.map { $0.steps[0].ways[0].duration.likely }.max() ?? .zero
    let steps = menu.stepReferences.map { reference in
      PlannedStep(
        reference, kind: .waiting, start: longest - menu[reference].ways[0].duration.likely,
        end: longest)
    }
    return Plan(
      menu: menu, status: .optimal, objective: .hot, anchor: nil, makespan: longest,
      lowerBound: longest, stalenessLowerBound: .zero, sequential: longest,
      inOrder: longest, steps: steps)
  }

  /// A plan of two dishes: Pasta for ten minutes, Meatloaf for three.
  static func lunch() throws -> Plan {
    plan("lunch", [try dish("Pasta"), try dish("Meatloaf", minutes: 3)])
  }

  /// An event `seconds` into a run that began ``now``.
  static func event(
    _ seconds: Int, _ kind: RunEvent.Kind, dish: Int? = nil, text: String? = nil,
    endedBy: RunStep.EndedBy? = nil, cooks: [String] = []
  ) -> RunEvent {
    RunEvent(
      at: now + Seconds(seconds), elapsed: Seconds(seconds), kind,
      step: dish.map { StepReference(dish: $0, step: 0) }, text: text, endedBy: endedBy,
      cooks: cooks)
  }
}

extension KitchenStore {
  /// Everything that undo is about, exactly: as text, so that case and Unicode form count.
  func contents() throws -> String {
    let meals = try meals.all().map { meal in [meal.name.text] + meal.dishes.map(\.text) }
    return try StoredJSON.encode(kitchen()) + StoredJSON.encode(dishes.all())
      + StoredJSON.encode(meals)
  }
}
