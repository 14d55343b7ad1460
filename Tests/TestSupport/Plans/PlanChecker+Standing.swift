import KitchenModel

/// How long what steps make stands, worked out once more from what the contract of a kitchen file
/// says.
extension PlanChecker {
  func checkStanding() {
    let figures = plan.servingFigures
    var standing = 0
    for step in plan.steps {
      let (keeps, stands) = (keeps(step), stands(step))
      expect(
        figures[step.reference]?.keeps.limit?.count == keeps, "\(name(step)) keeps \(keeps ?? -1) s"
      )
      expect(
        figures[step.reference]?.stands?.count == stands,
        "\(name(step)) stands \(stands ?? -1) s")
      if let keeps, let stands { standing += max(0, stands - keeps) }
    }
    expect(figures.standing.count == standing, "what is made stands \(standing) s in all")
    expect(
      plan.staleness.count == 2 * plan.hold.count + standing,
      "the staleness is not twice the hold and the standing")
    if let bound = plan.stalenessLowerBound {
      expect(bound <= plan.staleness, "the bound is beyond the staleness")
    }
  }

  /// The seconds that what a step makes keeps; nil for without end.
  private func keeps(_ step: PlannedStep) -> Int? {
    let dish = plan.menu.dishes[step.reference.dish].dish
    switch plan.menu[step.reference].keeps {
    case .withoutEnd: return nil
    case .limited(let limit): return limit.count
    case nil: break
    }
    let effects = way(step).uses.map { effect(of: $0.equipment) }
    if dish.serve == .any || effects.contains("chills") { return nil }
    let isBegunByNobody = followers(of: step).contains { follower, _ in
      plan.menu[follower.reference].ways.allSatisfy { way in
        way.kind == .waiting && way.uses.isEmpty
      }
    }
    let isCold = way(step).kind == .blocking && !effects.contains("heats")
    return isCold && !isBegunByNobody ? 3600 : 0
  }

  /// From the step's end until it is taken up; nil where it is not.
  private func stands(_ step: PlannedStep) -> Int? {
    followers(of: step).map { follower, least in follower.start.count - least - step.end.count }
      .min()
  }

  /// The steps of the same dish that follow the end of a step, by at least how much.
  private func followers(of step: PlannedStep) -> [(PlannedStep, least: Int)] {
    let dish = plan.menu.dishes[step.reference.dish].dish
    return plan.steps.filter { $0.reference.dish == step.reference.dish }.flatMap { other in
      plan.menu[other.reference].after.compactMap { dependency in
        let isOwn = dependency.dish.map { same($0, dish.name.text) } ?? true
        guard isOwn, same(dependency.step, plan.menu[step.reference].id),
          dependency.from == .end, let least = dependency.minimum?.count, least >= 0
        else { return nil }
        return (other, least)
      }
    }
  }

  private func effect(of name: String) -> String {
    let known = kitchen.equipment.first { same($0.name, name) }
    if let heat = known?.heat { return heat.rawValue }
    let hot = [
      "oven", "burner", "hob", "stove", "cooktop", "microwave", "grill", "broiler", "barbecue",
      "air fryer", "fryer", "deep fryer", "steamer", "slow cooker", "pressure cooker",
      "rice cooker", "toaster", "griddle", "kettle", "smoker", "sous vide",
    ]
    let cold = [
      "fridge", "refrigerator", "freezer", "chiller", "blast chiller", "ice bath", "cool box",
    ]
    if hot.contains(where: { same($0, name) }) { return "heats" }
    return cold.contains { same($0, name) } ? "chills" : "none"
  }
}
