import BenchmarkInstances
package import KitchenModel

/// Random kitchens with every feature of a kitchen file mixed.
package struct RandomMenu {
  private var numbers: SeededGenerator
  private let dishCount: ClosedRange<Int>
  /// Whether clock limits and absences occur.
  private let minds: Bool
  /// Draws what food keeps apart from the rest, which stays as it was.
  private var keepsNumbers: SeededGenerator

  /// Creates the generator of one seed.
  package init(seed: UInt64, dishes: ClosedRange<Int> = 2...4, withClock: Bool = false) {
    numbers = SeededGenerator(seed: seed)
    keepsNumbers = SeededGenerator(seed: seed ^ 0x6B65_6570)
    dishCount = dishes
    minds = withClock
  }

  /// The menu; its clock limits lie around 18:00.
  package mutating func next() throws -> Menu {
    let cooks: Kitchen.Cooks =
      numbers.chance(40)
      ? .named(Array(["Ana", "Ben", "Cem"].prefix(numbers.pick(1...3))))
      : .count(numbers.pick(1...2))
    var kitchen = Kitchen(
      cooks: cooks,
      equipment: [
        Equipment(
          name: "oven", count: numbers.pick(1...2), slots: numbers.pick(1...2),
          preheat: .minutes(numbers.chance(70) ? 10 : 0)),
        Equipment(name: "burner", count: numbers.pick(1...3)),
        Equipment(name: "microwave", count: 1),
      ],
      away: minds && numbers.chance(50)
        ? [
          Absence(
            cook: cooks.names[numbers.pick(0...cooks.count - 1)], from: clock(18, 10),
            to: clock(18, 10 + 5 * numbers.pick(1...4)))
        ] : [])
    for sort in kitchen.equipment.indices where keepsNumbers.chance(15) {
      kitchen.equipment[sort].heat = Heat.allCases[keepsNumbers.pick(0...2)]
    }
    var dishes: [Dish] = []
    for index in 0..<numbers.pick(dishCount) {
      if index > 0, numbers.chance(10) {
        dishes.append(dishes[numbers.pick(0...index - 1)])
      } else {
        dishes.append(try dish(index, in: kitchen, among: dishes))
      }
    }
    return Menu(name: "meal", dishes: dishes, kitchen: kitchen)
  }

  private func clock(_ hour: Int, _ minute: Int) -> ClockTime {
    .timeOfDay(.init(hour: hour, minute: minute))
  }

  private mutating func dish(_ index: Int, in kitchen: Kitchen, among dishes: [Dish]) throws -> Dish
  {
    var steps: [Step] = []
    for number in 0..<numbers.pick(1...4) {
      let after = after(number, among: dishes)
      let hasOptions = numbers.chance(15)
      let ways = (0..<(hasOptions ? 2 : 1)).map { _ in way(in: kitchen) }
      let id = "s\(number)"
      let title = "Step \(number)"
      var step =
        hasOptions
        ? Step(id: id, title: title, options: ways, after: after)
        : Step(id: id, title: title, ways[0], after: after)
      if minds, numbers.chance(8) { step.notBefore = clock(18, 5 * numbers.pick(1...6)) }
      if minds, numbers.chance(4) { step.notAfter = clock(20, 5 * numbers.pick(0...11)) }
      if keepsNumbers.chance(25) {
        step.keeps =
          [
            .withoutEnd, .notAtAll, .limited(.minutes(keepsNumbers.pick(1...30))),
          ][keepsNumbers.pick(0...2)]
      }
      steps.append(step)
    }
    return Dish(
      name: try Name("Dish \(index)"), steps: steps, serve: numbers.chance(80) ? .hot : .any,
      holdMaximum: numbers.chance(25) ? .minutes(numbers.pick(5...40)) : nil,
      serveOffset: numbers.chance(15) ? .minutes(5 * numbers.pick(1...6)) : .zero)
  }

  private mutating func after(_ number: Int, among dishes: [Dish]) -> [Dependency] {
    if number == 0 {
      guard numbers.chance(15), let other = dishes.last else { return [] }
      return [Dependency(dish: other.name.text, "s0", minimum: .minutes(numbers.pick(-3...3)))]
    }
    if numbers.chance(10) { return [] }
    var dependency = Dependency("s\(number - 1)")
    switch numbers.pick(0...9) {
    case 0: dependency.minimum = .minutes(5)
    case 1, 2: dependency.maximum = .minutes(numbers.pick(0...20))
    case 3: dependency.from = .start
    case 4: dependency.minimum = .minutes(-5)
    case 5:
      dependency.minimum = nil
      dependency.maximum = .minutes(10)
    default: break
    }
    return [dependency]
  }

  private mutating func way(in kitchen: Kitchen) -> Way {
    let length = numbers.chance(4) ? 0 : numbers.pick(1...8) * (numbers.chance(30) ? 5 : 1)
    if numbers.chance(45) {
      var way = Way(.blocking, Estimate(.minutes(length)))
      if numbers.chance(20) { way.cooks = numbers.pick(1...kitchen.cooks.count) }
      if numbers.chance(25) {
        way.cook = kitchen.cooks.names[numbers.pick(0...kitchen.cooks.count - 1)]
      }
      if numbers.chance(25) { way.uses = [Way.Use("burner")] }
      return way
    }
    var way = Way(.waiting, Estimate(.minutes(length)))
    way.startsItself = numbers.chance(15)
    switch numbers.pick(0...5) {
    case 0, 1, 2:
      let slots = kitchen.equipment[0].slots
      way.uses = [Way.Use("oven", units: numbers.chance(15) ? slots : 1)]
      way.temperature = numbers.chance(80) ? temperature() : nil
    case 3: way.uses = [Way.Use("burner", units: numbers.pick(1...kitchen.equipment[1].count))]
    case 4: way.uses = [Way.Use("microwave")]
    default: break
    }
    return way
  }

  private mutating func temperature() -> Temperature {
    let degrees = 160 + 10 * numbers.pick(0...4)
    switch numbers.pick(0...3) {
    case 0: return Temperature(.celsius, lower: degrees * 10, upper: degrees * 10 + 200)
    case 1: return Temperature(.fahrenheit, lower: degrees * 20 - 100, upper: degrees * 20 - 100)
    default: return Temperature(.celsius, lower: degrees * 10, upper: degrees * 10)
    }
  }
}
