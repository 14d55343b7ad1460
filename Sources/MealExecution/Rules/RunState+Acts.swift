package import KitchenModel

/// Which acts the kitchen asks for, and whom they fall to: pure functions of the state.
extension RunState {
  /// The acts that are due, the oldest first; of one instant what takes no time first.
  package var actsByAge: [DueAct] {
    acts.enumerated().sorted { a, b in
      (a.element.since, a.element.act.rank, a.offset)
        < (b.element.since, b.element.act.rank, b.offset)
    }.map(\.element)
  }

  /// Whether an act is due.
  func isDue(_ act: Act) -> Bool { acts.contains { $0.act == act } }

  /// From when on an act counts as late: a hands-on step has its estimate, everything else is to be
  /// done at once.
  package func deadline(of due: DueAct) -> Seconds {
    guard case .perform(let reference) = due.act, let index = number(of: reference),
      let start = steps[index].start
    else { return due.since }
    return start + steps[index].planned.duration
  }

  /// Forgets acts that have lost their sense.
  mutating func pruneActs() {
    acts = acts.filter { isMeaningful($0.act) }
  }

  private func isMeaningful(_ act: Act) -> Bool {
    switch act {
    case .perform(let reference):
      number(of: reference).map { steps[$0].status == .running } ?? false
    case .putIn(let reference):
      // What it follows may have come back.
      number(of: reference).map {
        steps[$0].status == .pending && prerequisites(of: $0) != .blocked
      } ?? false
    case .takeOut(let reference):
      // While its timer runs it is not to be taken out yet.
      number(of: reference).map { steps[$0].status == .running && due[$0] == nil } ?? false
    case .heat(let heating):
      !(appliances?.isSet(heating) ?? true)
        && steps.contains { needs($0, heating) || isIn($0, heating) }
    case .serve(let course): served[course] == nil && isReady(course)
    }
  }

  /// Whether a step that has not begun is to be done in an appliance at a temperature.
  private func needs(_ step: StepProgress, _ heating: Act.Heating) -> Bool {
    uses(step, heating)
      && (way(of: step).temperature?.meets(heating.temperature) ?? false)
  }

  /// Whether a step is in an appliance that is to have a temperature.
  private func isIn(_ step: StepProgress, _ heating: Act.Heating) -> Bool {
    step.status == .running && (way(of: step).temperature?.meets(heating.temperature) ?? false)
      && step.planned.uses.contains {
        Name.key(of: $0.equipment) == Name.key(of: heating.equipment)
          && unit(of: $0) == heating.unit
      }
  }

  /// Whether a step that has not begun is to be done in an appliance, at any temperature.
  private func uses(_ step: StepProgress, _ heating: Act.Heating) -> Bool {
    guard step.status == .pending, way(of: step).temperature != nil else { return false }
    return step.planned.uses.contains {
      Name.key(of: $0.equipment) == Name.key(of: heating.equipment)
        && unit(of: $0) == heating.unit
    }
  }

  /// Has every hands-on step in hand be due, for the cook who has it, until they say that it is done.
  mutating func raisePerformed(under settings: RunStateMachine.Settings) {
    guard settings.ending == .cook, settings.answering != .everything else { return }
    for step in steps where step.status == .running && step.planned.kind == .blocking {
      let act = Act.perform(step.reference)
      guard let start = step.start, step.planned.duration > .zero else { continue }
      if let place = acts.firstIndex(where: { $0.act == act }) {
        acts[place].cook = hand(for: act, settings.limits)
        continue
      }
      acts.append(DueAct(act, since: start, cook: hand(for: act, settings.limits)))
    }
  }

  /// Whether a waiting step begins only when somebody begins it.
  func isPutIn(_ step: StepProgress) -> Bool {
    step.planned.kind == .waiting && !way(of: step).startsItself && step.planned.duration > .zero
  }

  /// Whether somebody has to end a waiting step: it is in something that heats or chills, and no
  /// hands-on step of its dish follows at once.
  func isTakenOut(_ index: Int, under settings: RunStateMachine.Settings) -> Bool {
    let step = steps[index]
    guard step.planned.kind == .waiting, step.planned.duration > .zero, isInHeatOrCold(step) else {
      return false
    }
    var after = self
    after.steps[index].status = .finished
    after.steps[index].end = now
    return !steps.indices.contains { next in
      steps[next].status == .pending && steps[next].planned.kind == .blocking
        && steps[next].reference.dish == step.reference.dish
        && graph.limits[next].contains { $0.other == index && $0.dependency.from == .end }
        && after.readiness(of: next, .planned, under: settings) == .ready
    }
  }

  /// Whether a step is in something that heats or chills.
  func isInHeatOrCold(_ step: StepProgress) -> Bool {
    let kitchen = plan.menu.kitchen
    return way(of: step).uses.contains { use in
      let effect = kitchen.equipment(named: use.equipment)?.effect
      return effect == .heats || effect == .chills
    }
  }

  /// The preheats of the plan for which nobody has heated anything yet.
  var openPreheats: [Preheat] {
    guard let appliances else { return [] }
    return plan.preheats.filter { preheat in
      guard !appliances.isSet(preheat.heating) else { return false }
      // What an appliance is needed for first decides; where that goes with several temperatures, one of
      // them is enough.
      let first = steps.filter { uses($0, preheat.heating) }
        .min { ($0.planned.start, $0.reference) < ($1.planned.start, $1.reference) }
      guard let first, needs(first, preheat.heating) else { return false }
      let present = appliances[preheat.equipment, preheat.unit]?.temperature
      return present.flatMap { way(of: first).temperature?.meets($0) } != true
    }
  }

  /// The preheats to come, by start: when each can be done at the soonest, and whether the appliance
  /// is hotter then.
  var comingPreheats: [(preheat: Preheat, at: Seconds, isCooling: Bool)] {
    guard var appliances else { return [] }
    return plan.preheats.compactMap { preheat in
      let heating = preheat.heating
      guard !appliances.isSet(heating), steps.contains(where: { needs($0, heating) }) else {
        return nil
      }
      let cooling = appliances.isHotter(heating)
      let free = steps.filter { $0.status == .running && isTaken(heating, by: $0) }
        .map { $0.expectedEnd(at: now) }.max()
      appliances[heating.equipment, heating.unit] = .init(
        temperature: heating.temperature, readyAt: preheat.end)
      return (preheat, max(preheat.start, free ?? now, now), cooling)
    }
  }

  /// Whether something that still runs needs an appliance at another temperature.
  func isTaken(_ heating: Act.Heating) -> Bool {
    steps.contains { $0.status == .running && isTaken(heating, by: $0) }
  }

  private func isTaken(_ heating: Act.Heating, by step: StepProgress) -> Bool {
    guard let temperature = way(of: step).temperature, !temperature.meets(heating.temperature)
    else { return false }
    return step.planned.uses.contains {
      Name.key(of: $0.equipment) == Name.key(of: heating.equipment)
        && ($0.unit == nil || $0.unit == heating.unit)
    }
  }

  /// Which appliance a step uses, from 1; nil where that cannot be said.
  func unit(of use: PlannedUse) -> Int? {
    if let unit = use.unit { return unit }
    return plan.menu.kitchen.equipment(named: use.equipment).flatMap { $0.count == 1 ? 1 : nil }
  }

  /// What is cooked, without what is left out of it.
  package var menu: Menu { plan.menu.served(after: steps) }

  /// Whether every dish of a course is over and something of it is served.
  func isReady(_ course: Seconds) -> Bool {
    let dishes = plan.menu.dishes(ofCourse: course)
    return steps.allSatisfy { $0.isOver || !dishes.contains($0.reference.dish) }
      && !menu.servedDishes(ofCourse: course).isEmpty
  }

  /// The cook an act falls to: who is free, else who is between two steps, else who is free first; of
  /// several, who has least to do, then who worked on the dish last.
  func hand(for act: Act, _ limits: RunLimits) -> Int {
    let cooks = plan.menu.kitchen.cooks.names.indices
    if case .perform(let reference) = act, let index = number(of: reference),
      let cook = steps[index].cooks.first
    {
      return cook
    }
    let last = act.step.flatMap { reference in
      steps.filter { $0.reference.dish == reference.dish && !$0.cooks.isEmpty && $0.start != nil }
        .max { ($0.start ?? .zero) < ($1.start ?? .zero) }?.cooks.first
    }
    func key(_ cook: Int) -> (Seconds, Int, Int, Int) {
      let due = acts.count { $0.cook == cook && $0.act.kind != .perform && $0.act != act }
      return (freeFrom(cook, limits), due, cook == last ? 0 : 1, cook)
    }
    return cooks.min { key($0) < key($1) } ?? 0
  }

  /// When a cook is free: now, unless they have a step in hand, are to begin one now, or are away. Whoever
  /// begins one now can do what takes no time before, and is free a second later for that.
  private func freeFrom(_ cook: Int, _ limits: RunLimits) -> Seconds {
    let inHand = stepsInHand(of: cook)
    let busy = inHand.filter { $0.start != now }
      .map { max($0.expectedEnd(at: now), now + Seconds(2)) }
    let isBeginning =
      inHand.contains { $0.start == now }
      || steps.contains {
        $0.status == .pending && $0.planned.kind == .blocking && $0.planned.start <= now
          && $0.planned.cooks.contains(cook)
      }
    let beginning = isBeginning ? [now + Seconds(1)] : []
    let away = limits.absences.filter { $0.cook == cook && $0.from <= now && now < $0.to }.map(\.to)
    return (busy + beginning + away).max() ?? now
  }

  /// Notes that what a step that has begun is done in has its temperature, whoever heated it.
  mutating func noteHeat(of index: Int) {
    guard appliances != nil, let start = steps[index].start,
      let temperature = way(of: steps[index]).temperature
    else { return }
    for use in steps[index].planned.uses {
      guard let unit = unit(of: use) else { continue }
      let heating = Act.Heating(equipment: use.equipment, unit: unit, temperature: temperature)
      // What a cook still has to heat is not hot for that something is in it.
      let isDue = acts.contains { due in
        if case .heat(let other) = due.act {
          other.unit == unit && Name.key(of: other.equipment) == Name.key(of: use.equipment)
        } else {
          false
        }
      }
      if appliances?.isSet(heating) == false, !isDue {
        appliances?[use.equipment, unit] = .init(temperature: temperature, readyAt: start)
      }
    }
  }

  /// The moments before which steps cannot start because their appliance is not hot yet.
  var heatReleases: [StepReference: Seconds] {
    guard let appliances else { return [:] }
    var releases: [StepReference: Seconds] = [:]
    for step in steps where step.status == .pending {
      guard let temperature = way(of: step).temperature else { continue }
      for use in step.planned.uses {
        guard let unit = unit(of: use),
          let equipment = plan.menu.kitchen.equipment(named: use.equipment),
          equipment.preheat > .zero
        else { continue }
        let heating = Act.Heating(
          equipment: use.equipment, unit: unit, temperature: temperature)
        let ready =
          appliances.isSet(heating)
          ? appliances[use.equipment, unit]?.readyAt ?? now : now + equipment.preheat
        releases[step.reference] = max(releases[step.reference] ?? .zero, ready)
      }
    }
    return releases
  }
}

extension Act {
  /// Where it comes among acts of one instant: what takes no time before what takes hands.
  fileprivate var rank: Int {
    switch self {
    case .takeOut: 0
    case .heat: 1
    case .putIn: 2
    case .serve: 3
    case .perform: 4
    }
  }
}
