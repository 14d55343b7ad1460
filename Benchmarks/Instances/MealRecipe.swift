/// The plan of a dish that generated meals draw from.
struct MealRecipe {
  var name: String
  var stages: [Stage]

  /// A step whose length is drawn from a range of minutes.
  struct Stage {
    var isHandsOn: Bool
    var minutes: ClosedRange<Int>
    var appliance: Appliance?
    /// What it follows, by place in the recipe.
    var after: [Link]
  }

  /// That a stage follows another one, `least` minutes or more after its end, `most` or less.
  struct Link {
    var stage: Int
    var least = 0
    var most: Int?
  }

  /// What a stage may occupy.
  enum Appliance: CaseIterable {
    case burner
    case oven
    case microwave
  }

  private static func hands(
    _ minutes: ClosedRange<Int>, _ appliance: Appliance? = nil, after: [Link] = []
  ) -> Stage {
    Stage(isHandsOn: true, minutes: minutes, appliance: appliance, after: after)
  }

  private static func wait(
    _ minutes: ClosedRange<Int>, _ appliance: Appliance? = nil, after: [Link] = []
  ) -> Stage {
    Stage(isHandsOn: false, minutes: minutes, appliance: appliance, after: after)
  }

  private static func link(_ stage: Int, least: Int = 0, most: Int? = nil) -> Link {
    Link(stage: stage, least: least, most: most)
  }

  /// Dishes of two to eight stages; what must follow soon has a maximum.
  static let all: [MealRecipe] = [
    MealRecipe(
      name: "roast",
      stages: [
        hands(5...10), wait(50...80, .oven, after: [link(0)]),
        wait(10...20, after: [link(1, most: 0)]), hands(4...8, after: [link(2, most: 15)]),
      ]),
    MealRecipe(
      name: "fish",
      stages: [
        hands(4...8), wait(12...22, .oven, after: [link(0, most: 25)]),
        wait(3...5, after: [link(1, most: 0)]), hands(1...2, after: [link(2, most: 5)]),
      ]),
    MealRecipe(
      name: "stew",
      stages: [
        hands(8...14), hands(9...15, .burner, after: [link(0)]),
        hands(4...7, .burner, after: [link(1, most: 2)]),
        wait(70...110, .oven, after: [link(2, most: 10)]), hands(2...5, after: [link(3)]),
      ]),
    MealRecipe(
      name: "pasta",
      stages: [
        hands(1...2), wait(9...13, .burner, after: [link(0)]),
        wait(8...12, .burner, after: [link(1, most: 5)]), hands(4...7),
        hands(4...7, .burner, after: [link(3)]),
        wait(12...22, .burner, after: [link(4, most: 1)]), hands(1...1, after: [link(2, most: 0)]),
        hands(1...2, after: [link(6, most: 3), link(5, most: 10)]),
      ]),
    MealRecipe(
      name: "rice",
      stages: [
        hands(2...4), wait(11...15, .burner, after: [link(0)]),
        wait(8...10, after: [link(1, most: 0)]), hands(1...1, after: [link(2, most: 20)]),
      ]),
    MealRecipe(
      name: "potatoes",
      stages: [
        hands(7...12), wait(10...14, .burner, after: [link(0, most: 30)]),
        hands(1...3, after: [link(1, most: 0)]), wait(35...50, .oven, after: [link(2, most: 5)]),
        hands(1...2, after: [link(3, most: 4)]),
      ]),
    MealRecipe(
      name: "salad",
      stages: [
        hands(3...6), wait(10...15, after: [link(0)]), hands(3...5),
        hands(1...2, after: [link(1), link(2)]),
      ]),
    MealRecipe(
      name: "flatbread",
      stages: [
        hands(8...12), wait(40...60, after: [link(0)]), hands(5...8, after: [link(1, most: 15)]),
        wait(4...6, .burner),
        hands(10...16, .burner, after: [link(2, most: 20), link(3, most: 1)]),
      ]),
    MealRecipe(
      name: "custard",
      stages: [
        wait(4...6, .microwave), hands(3...5),
        hands(7...10, .burner, after: [link(0, most: 8), link(1, most: 20)]),
      ]),
    MealRecipe(
      name: "peas",
      stages: [
        hands(1...2), wait(4...7, .microwave, after: [link(0)]),
        hands(1...1, after: [link(1, most: 3)]),
      ]),
    MealRecipe(
      name: "chop",
      stages: [
        hands(2...4), wait(4...6, .burner),
        hands(5...9, .burner, after: [link(0, least: 20, most: 60), link(1, most: 0)]),
        wait(6...10, after: [link(2, most: 0)]), hands(1...3, after: [link(3, most: 6)]),
      ]),
    MealRecipe(
      name: "crumble",
      stages: [
        hands(5...9), hands(4...7), hands(2...4, after: [link(0, most: 30), link(1)]),
        wait(32...45, .oven, after: [link(2)]), wait(10...20, after: [link(3, most: 0)]),
      ]),
    MealRecipe(
      name: "soup",
      stages: [
        hands(6...10), hands(5...8, .burner, after: [link(0)]),
        wait(18...28, .burner, after: [link(1, most: 0)]), hands(2...4, after: [link(2)]),
        wait(4...6, .burner, after: [link(3)]),
      ]),
  ]
}
