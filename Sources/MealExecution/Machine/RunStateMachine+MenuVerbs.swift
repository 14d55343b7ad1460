import KitchenModel

/// What a cook says about who does what, and about the menu itself.
extension RunStateMachine {
  /// Gives a step to another cook: at once where it runs, else for when it comes.
  mutating func hand(
    _ reference: StepReference?, to cook: Int
  ) throws(VerbRefusal) -> VerbOutcome {
    let index = try unfinished(reference)
    let step = steps[index]
    guard step.planned.kind == .blocking else { throw .needsNoHands(step.reference) }
    let names = plan.menu.kitchen.cooks.names
    guard names.indices.contains(cook) else { throw .nothingFits }
    let name = names[cook]
    if let only = state.way(of: step).cook, Name.key(of: only) != Name.key(of: name),
      state.way(of: step).cooks == 1
    {
      throw .needsCook(step.reference, only)
    }
    let isRunning = step.status == .running
    let present = isRunning ? step.cooks : step.planned.cooks
    guard !present.contains(cook) else { throw .inTheseHands(step.reference) }
    let cooks = [cook] + present.dropFirst()
    if isRunning {
      guard state.cooksFree(for: step, [cook], settings.limits) == .ready else {
        throw state.stepsInHand(of: cook).first.map { .cookBusy(cook, with: $0.reference) }
          ?? .notPossible(step.reference, .away(cook))
      }
      state.steps[index].cooks = cooks
      state.steps[index].planned.cooks = cooks
      state.raisePerformed(under: settings)
      record(.stepHanded, steps[index])
    } else {
      var amended = plan
      amended.assign(name, to: step.reference)
      for place in amended.steps.indices where amended.steps[place].reference == step.reference {
        amended.steps[place].cooks = cooks
      }
      state.adopt(amended)
      recordReplacement(amended, .handed(step.reference))
    }
    want(.handed(step.reference))
    return .handed(step.reference, to: cook)
  }

  /// Puts dishes on the menu: behind everything else at first, so that there is a plan at once.
  mutating func add(_ dishes: [Dish]) throws(VerbRefusal) {
    guard !dishes.isEmpty else { throw .nothingFits }
    let first = plan.menu.dishes.count
    guard let amended = placer.plan(forecast, adding: dishes) else { throw .nothingFits }
    state.adopt(amended)
    let cause = ReplanCause.added(Array(amended.menu.dishes.indices.dropFirst(first)))
    // A better place is looked for at once, and then it is said when dinner is.
    record(
      .planReplaced,
      text: settings.policy == .replan
        ? nil : narrator.line(forServing: amended.makespan, narrator.reason(cause), at: now),
      plan: amended, cause: cause)
    want(cause)
  }

  /// Leaves out what is left of a dish.
  mutating func drop(dish: Int) throws(VerbRefusal) {
    guard plan.menu.dishes.indices.contains(dish) else { throw .nothingFits }
    let left = steps.indices.filter { steps[$0].reference.dish == dish && !steps[$0].isOver }
    guard !left.isEmpty else { throw .dishOver(dish) }
    for index in left {
      if steps[index].start != nil { state.steps[index].end = now }
      state.steps[index].status = .dropped
      state.due[index] = nil
      record(.stepDropped, steps[index])
    }
    state.pruneActs()
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
}
