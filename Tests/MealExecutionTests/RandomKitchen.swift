import KitchenModel

/// Small menus drawn from a seed.
struct RandomKitchen {
  private var state: UInt64

  /// Begins far from where any other seed begins: states that lay one step apart would draw the same
  /// numbers, only shifted.
  init(seed: UInt64) { state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) }

  /// A number of `range` (SplitMix64; Steele, Lea and Flood, 2014).
  mutating func number(in range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    return range.lowerBound + Int(Self.mixed(state) % UInt64(range.count))
  }

  private static func mixed(_ state: UInt64) -> UInt64 {
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func menu() throws -> Menu {
    let kitchen = Kitchen(
      cooks: .count(number(in: 1...2)),
      equipment: [
        Equipment(name: "burner", count: number(in: 1...3)),
        Equipment(name: "oven", count: 1, slots: 2),
      ])
    let dishes = try (0..<number(in: 1...4)).map { index in
      Dish(
        name: try Name("Dish \(index)"),
        steps: (0..<number(in: 1...4)).map { step(number: $0, burners: kitchen.equipment[0].count) }
      )
    }
    return Menu(name: "random", dishes: dishes, kitchen: kitchen)
  }

  private mutating func step(number: Int, burners: Int) -> Step {
    let kind: Way.Kind = self.number(in: 0...1) == 0 ? .blocking : .waiting
    var uses: [Way.Use] = []
    switch self.number(in: 0...3) {
    case 0: uses = [Way.Use("burner", units: self.number(in: 1...burners))]
    case 1: uses = [Way.Use("oven", units: self.number(in: 1...2))]
    default: break
    }
    let way = Way(
      kind, Estimate(Seconds(self.number(in: 0...20))), uses: uses,
      startsItself: kind == .waiting && self.number(in: 0...3) == 0)
    var after: [Dependency] = []
    if number > 0, self.number(in: 0...3) > 0 {
      after = [
        Dependency(
          "\(self.number(in: 0...(number - 1)))", from: self.number(in: 0...3) == 0 ? .start : .end,
          minimum: Seconds(self.number(in: 0...5)))
      ]
    }
    return Step(id: "\(number)", title: "Step \(number)", way, after: after)
  }

  /// True durations for some steps, shorter or longer than planned.
  mutating func truth(_ menu: Menu) -> [StepReference: Seconds] {
    var truth: [StepReference: Seconds] = [:]
    for reference in menu.stepReferences where number(in: 0...1) == 0 {
      truth[reference] = Seconds(number(in: 0...35))
    }
    return truth
  }

  /// Something that a cook might say, sensible or not.
  mutating func verb(_ menu: Menu) -> RandomVerb {
    let steps = menu.stepReferences
    let step = number(in: 0...4) == 0 ? nil : steps[number(in: 0...(steps.count - 1))]
    return RandomVerb(step: step, choice: number(in: 0...9), amount: Seconds(number(in: 0...15)))
  }
}
