public import Scheduling

/// Draws meals like those that kitchens plan: dishes of a few steps each, one or two cooks, burners,
/// ovens and a microwave, switch points, and the staleness to be kept low: every dish is served hot,
/// and what its stages make keeps as long as kitchens say that it does. Times are in seconds.
public struct MealGenerator {
  private static let cooks = ResourceID(0)
  private var random: SeededGenerator
  private var problem = SchedulingProblem(objective: .staleness)

  private init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The meal of so many dishes that this seed gives; always the same.
  public static func problem(dishes: Int, seed: UInt64) -> SchedulingProblem {
    var generator = MealGenerator(seed: seed)
    generator.addKitchen()
    var recipes = MealRecipe.all.shuffled(using: &generator.random)
    for dish in 0..<dishes {
      if generator.random.chance(35) || recipes.isEmpty {
        generator.add(generator.improvised(), number: dish)
      } else {
        generator.add(recipes.removeLast(), number: dish)
      }
    }
    return generator.problem
  }

  private mutating func addKitchen() {
    problem.resources = [
      Resource(name: "cooks", capacity: random.chance(65) ? 1 : 2),
      Resource(name: "burner", capacity: random.pick(2...4)),
      Resource(name: "oven", capacity: random.pick(1...2)),
      Resource(name: "microwave", capacity: 1),
    ]
    problem.attendants = [Self.cooks]
  }

  private func resource(of appliance: MealRecipe.Appliance) -> ResourceID {
    switch appliance {
    case .burner: ResourceID(1)
    case .oven: ResourceID(2)
    case .microwave: ResourceID(3)
    }
  }

  /// A dish that follows no recipe.
  private mutating func improvised() -> MealRecipe {
    var recipe = MealRecipe(name: "improvised", stages: [])
    for place in 0..<random.pick(2...6) {
      let isHandsOn = random.chance(60)
      let longest = isHandsOn ? 12 : 40
      let minutes = random.pick(1...longest)
      var stage = MealRecipe.Stage(
        isHandsOn: isHandsOn, minutes: minutes...minutes,
        appliance: random.chance(40) ? MealRecipe.Appliance.allCases[random.pick(0...2)] : nil,
        after: [])
      if place > 0 {
        let previous = random.chance(75) ? place - 1 : random.pick(0...place - 1)
        let least = random.chance(15) ? random.pick(1...8) : 0
        // Limits lie along the list alone, so that one step after the other always keeps them.
        let isLimited = random.chance(35) && previous == place - 1
        stage.after = [
          .init(stage: previous, least: least, most: isLimited ? least + random.pick(0...15) : nil)
        ]
      }
      recipe.stages.append(stage)
    }
    return recipe
  }

  private mutating func add(_ recipe: MealRecipe, number: Int) {
    let first = problem.activities.count
    for (place, stage) in recipe.stages.enumerated() {
      var mode = Mode(duration: TimeSpan(60 * random.pick(stage.minutes)))
      mode.needsSwitchPoint = !stage.isHandsOn
      if stage.isHandsOn { mode.requirements.append(Requirement(Self.cooks)) }
      if let appliance = stage.appliance {
        mode.requirements.append(Requirement(resource(of: appliance)))
      }
      problem.activities.append(
        Activity(name: "\(recipe.name) \(number)/\(place)", modes: [mode]))
      for link in stage.after {
        problem.timeLags.append(
          TimeLag(
            from: ActivityID(first + link.stage), to: ActivityID(first + place),
            minimum: TimeSpan(60 * link.least), maximum: link.most.map { TimeSpan(60 * $0) }))
      }
    }
    problem.groups.append(
      CompletionGroup(
        name: "\(recipe.name) \(number)",
        activities: (first..<problem.activities.count).map { ActivityID($0) }, weight: 2))
    for (place, stage) in recipe.stages.enumerated() {
      let following = recipe.stages.indices.flatMap { later in
        recipe.stages[later].after.filter { $0.stage == place }.map { (later, 60 * $0.least) }
      }
      if following.isEmpty { continue }
      let beginsByItself = following.contains { later, _ in
        !recipe.stages[later].isHandsOn && recipe.stages[later].appliance == nil
      }
      let isCold = stage.isHandsOn && stage.appliance == nil
      problem.standing.append(
        StandingTerm(
          activity: ActivityID(first + place), keeps: [isCold && !beginsByItself ? 3_600 : 0],
          takenUpBy: following.map { .init(ActivityID(first + $0.0), minimum: TimeSpan($0.1)) }))
    }
  }
}
