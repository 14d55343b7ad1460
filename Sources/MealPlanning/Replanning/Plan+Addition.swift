package import KitchenModel

extension Plan {
  /// The plan with more dishes at the end of its menu, each behind everything else, one step after
  /// the other: a first place for them until a better one is found.
  package func adding(_ dishes: [Dish]) -> Plan {
    var plan = self
    let first = menu.dishes.count
    var larger = Menu(
      name: menu.name, dishes: menu.dishes.map(\.dish) + dishes, kitchen: menu.kitchen)
    // What is on the menu already stays as it is, scaled or not.
    larger.dishes.replaceSubrange(..<first, with: menu.dishes)
    plan.menu = larger
    let resolver = StepResolver(larger)
    for dish in larger.dishes.indices.dropFirst(first) { plan.append(dish, resolver) }
    return plan
  }

  private mutating func append(_ dish: Int, _ resolver: StepResolver) {
    let serving = menu.dishes[dish]
    var pending = serving.dish.steps.indices.map { StepReference(dish: dish, step: $0) }
    var moment = steps.map(\.end).max() ?? .zero
    var placed = Dictionary(
      steps.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    while !pending.isEmpty {
      // A sound dish always has a step whose predecessors are all placed.
      let place =
        pending.firstIndex { reference in
          !menu[reference].after.contains { dependency in
            resolver.target(of: dependency, from: reference).map(pending.contains) ?? false
          }
        } ?? 0
      let reference = pending.remove(at: place)
      let way = menu[reference].ways[0]
      for dependency in menu[reference].after {
        guard let lag = dependency.minimum,
          let other = resolver.target(of: dependency, from: reference).flatMap({ placed[$0] })
        else { continue }
        moment = max(moment, (dependency.from == .start ? other.start : other.end) + lag)
      }
      let step = PlannedStep(
        reference, kind: way.kind, start: moment, end: moment + way.duration.likely,
        cooks: cooks(for: way), uses: uses(of: way))
      placed[reference] = step
      steps.append(step)
      moment = step.end
    }
    makespan = max(makespan, moment - serving.dish.serveOffset)
    serveAt = startAt.map { $0 + makespan }
  }

  /// The first cooks who may do it.
  private func cooks(for way: Way) -> [Int] {
    guard way.kind == .blocking, way.duration.likely > .zero else { return [] }
    let names = menu.kitchen.cooks.names
    let chosen = way.cook.flatMap { cook in
      names.firstIndex { Name.key(of: $0) == Name.key(of: cook) }
    }
    let others = names.indices.filter { $0 != chosen }
    return Array((Array(chosen.map { [$0] } ?? []) + others).prefix(way.cooks))
  }

  /// What it holds, of the first appliance where it has slots.
  private func uses(of way: Way) -> [PlannedUse] {
    way.uses.map { use in
      let key = Name.key(of: use.equipment)
      let equipment = menu.kitchen.equipment.first { Name.key(of: $0.name) == key }
      let isToldApart = equipment.map {
        $0.slots > 1 || ($0.preheat > .zero && way.temperature != nil)
      }
      return PlannedUse(
        use.equipment, unit: isToldApart == true ? 1 : nil, units: use.units)
    }
  }
}
