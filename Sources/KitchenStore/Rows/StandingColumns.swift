internal import KitchenModel

/// What the record of a run keeps of how food stands, so that SQLite can add it up without the plan.
struct StandingColumns {
  private let rules: [StandingRules]

  /// Works out what the steps of `menu` keep and what takes them up.
  init(_ menu: Menu) {
    rules = menu.dishes.map { StandingRules($0.dish, in: menu.kitchen) }
  }

  /// The seconds that what a step makes keeps where it is done in a way; nil for without end.
  func keeps(_ step: StepReference, option: Int) -> Int? {
    rules[step.dish].keeping(of: step.step, way: option).limit?.count
  }

  /// `[[1,0],[2,300]]`: the steps that take it up by place, each with its least distance.
  func takers(_ step: StepReference) -> String {
    let pairs = rules[step.dish].takers(of: step.step).map { "[\($0.step),\($0.minimum.count)]" }
    return "[\(pairs.joined(separator: ","))]"
  }
}
