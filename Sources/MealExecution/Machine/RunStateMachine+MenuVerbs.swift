import KitchenModel

/// What a cook says about who does what, and about the menu itself.
extension RunStateMachine {
  /// Gives a step to another cook: at once where it runs, else for when it comes.
  mutating func hand(_ reference: StepReference?, to cook: Int) throws(VerbRefusal) {
    let index = try unfinished(reference)
    let step = steps[index]
    guard step.planned.kind == .blocking else { throw .needsNoHands(step.reference) }
    let names = plan.menu.kitchen.cooks.names
    guard names.indices.contains(cook) else { throw .nothingFits }
    let name = names[cook]
    if let only = way(of: step).cook, Name.key(of: only) != Name.key(of: name),
      way(of: step).cooks == 1
    {
      throw .needsCook(step.reference, only)
    }
    let isRunning = step.status == .running
    let present = isRunning ? step.cooks : step.planned.cooks
    guard !present.contains(cook) else { throw .inTheseHands(step.reference) }
    let cooks = [cook] + present.dropFirst()
    if isRunning {
      guard cooksFree(for: step, [cook]) == .ready else { throw .notPossible(step.reference) }
      steps[index].cooks = cooks
      steps[index].planned.cooks = cooks
      record(.stepHanded, index)
    } else {
      var amended = plan
      amended.assign(name, to: step.reference)
      for place in amended.steps.indices where amended.steps[place].reference == step.reference {
        amended.steps[place].cooks = cooks
      }
      adopt(amended)
      recordReplacement(amended, .handed(step.reference))
    }
    want(.handed(step.reference))
  }

  /// Puts dishes on the menu: behind everything else at first, so that there is a plan at once.
  mutating func add(_ dishes: [Dish]) throws(VerbRefusal) {
    guard !dishes.isEmpty else { throw .nothingFits }
    var amended = forecast
    let first = plan.menu.dishes.count
    amended.menu = Menu(
      name: plan.menu.name, dishes: plan.menu.dishes.map(\.dish) + dishes,
      kitchen: plan.menu.kitchen)
    for dish in amended.menu.dishes.indices.dropFirst(first) { amended.append(dish) }
    adopt(amended)
    let cause = ReplanCause.added(Array(amended.menu.dishes.indices.dropFirst(first)))
    recordReplacement(amended, cause)
    want(cause)
  }

  /// Leaves out what is left of a dish.
  mutating func drop(dish: Int) throws(VerbRefusal) {
    guard plan.menu.dishes.indices.contains(dish) else { throw .nothingFits }
    let left = steps.indices.filter { steps[$0].reference.dish == dish && !steps[$0].isOver }
    guard !left.isEmpty else { throw .dishOver(dish) }
    for index in left {
      if steps[index].start != nil { steps[index].end = now }
      steps[index].status = .dropped
      due[index] = nil
      record(.stepDropped, index)
    }
    want(.dropped(dish: dish))
  }
}

extension Plan {
  /// Has every way of a step that takes hands done by one cook, so that no later plan changes it.
  fileprivate mutating func assign(_ cook: String, to reference: StepReference) {
    var step = menu[reference]
    for way in step.ways.indices where step.ways[way].kind == .blocking {
      step.ways[way].cook = cook
    }
    menu.dishes[reference.dish].dish.steps[reference.step] = step
  }

  /// Appends the steps of a dish of the menu, one after the other, each after what it follows.
  fileprivate mutating func append(_ dish: Int) {
    let serving = menu.dishes[dish]
    var pending = Array(serving.dish.steps.indices)
    var placed: Set<String> = []
    var moment = steps.map(\.end).max() ?? .zero
    while !pending.isEmpty {
      // A sound dish always has a step whose predecessors are all placed.
      let next = pending.first { index in
        serving.dish.steps[index].after.allSatisfy { dependency in
          dependency.dish != nil || placed.contains(dependency.step)
            || !serving.dish.steps.contains { $0.id == dependency.step }
        }
      }
      let index = next ?? pending[0]
      pending.removeAll { $0 == index }
      let step = serving.dish.steps[index]
      placed.insert(step.id)
      let way = step.ways[0]
      for dependency in step.after where dependency.dish == nil {
        guard let lag = dependency.minimum,
          let other = steps.first(where: {
            $0.reference.dish == dish
              && serving.dish.steps[$0.reference.step].id == dependency.step
          })
        else { continue }
        moment = max(moment, (dependency.from == .start ? other.start : other.end) + lag)
      }
      steps.append(
        PlannedStep(
          StepReference(dish: dish, step: index), kind: way.kind, start: moment,
          end: moment + way.duration.likely, cooks: cooks(for: way), uses: uses(of: way)))
      moment = moment + way.duration.likely
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
