import KitchenModel

/// Whether a step may start now.
enum Readiness: Hashable {
  case ready
  /// Not before that moment, which comes by itself.
  case notBefore(Seconds)
  /// Not before something ends, starts or is reported.
  case blocked
}

/// Which rules a start must keep.
enum StartRule {
  /// Those of the kitchen and the policy's: the plan's times and its order, or the list's.
  case planned
  /// Those of the kitchen alone: a cook starts it of their own accord.
  case possible
}

/// When a step may really start: what it follows, its cooks, its equipment, somebody at hand.
extension RunState {
  /// Whether a pending step may start now.
  func readiness(
    of index: Int, _ rule: StartRule, under settings: RunStateMachine.Settings
  ) -> Readiness {
    let step = steps[index]
    var earliest = settings.limits.earliest[step.reference] ?? .zero
    if rule == .planned {
      guard let planned = plannedStart(of: index, settings.policy) else { return .blocked }
      earliest = max(earliest, planned)
    }
    for condition in [
      prerequisites(of: index), cooksFree(for: step, step.planned.cooks, settings.limits),
      equipmentFree(for: step), attendance(for: step, settings.limits),
    ] {
      switch condition {
      case .ready: break
      case .notBefore(let moment): earliest = max(earliest, moment)
      case .blocked: return .blocked
      }
    }
    return earliest > now ? .notBefore(earliest) : .ready
  }

  /// Whether a step takes cooks and equipment at all: one that the dish says to be of no length
  /// holds nobody and nothing, however long it is expected to take by now.
  private func occupies(_ step: StepProgress) -> Bool { way(of: step).duration.likely > .zero }

  /// Whether a step occupies its cooks and equipment now.
  private func holds(_ step: StepProgress) -> Bool { step.status == .running && occupies(step) }

  /// When the policy lets a step start; nil while it must wait for another.
  func plannedStart(of index: Int, _ policy: Run.Policy) -> Seconds? {
    if policy == .sequential {
      guard !steps.contains(where: { $0.status == .running }) else { return nil }
      return .zero
    }
    guard !order.before[index].contains(where: { steps[$0].status == .pending }) else { return nil }
    return min(steps[index].planned.start, latestStart(of: index) ?? steps[index].planned.start)
  }

  /// The last moment at which a step keeps its greatest distances from what it follows: where that
  /// ended early, holding to the planned start would break a limit that can be kept.
  private func latestStart(of index: Int) -> Seconds? {
    graph.limits[index].compactMap { limit in
      guard let maximum = limit.dependency.maximum else { return nil }
      let other = steps[limit.other]
      return (limit.dependency.from == .start ? other.start : other.end).map { $0 + maximum }
    }.min()
  }

  /// Least distances from what the step follows.
  ///
  /// A limit counts from what has truly happened. Only a negative one, which lets the step start
  /// before the other's end, has to go by the expected end. What was left out limits nothing.
  func prerequisites(of index: Int) -> Readiness {
    var earliest = Seconds.zero
    for limit in graph.limits[index] {
      guard let minimum = limit.dependency.minimum else { continue }
      let other = steps[limit.other]
      if other.isOver && other.start == nil { continue }
      let moment: Seconds? =
        switch limit.dependency.from {
        case .start: other.start ?? (minimum < .zero ? other.expectedStart(at: now) : nil)
        case .end: other.end ?? (minimum < .zero ? other.expectedEnd(at: now) : nil)
        }
      guard let moment else { return .blocked }
      // Where the other is late to start, the expected moment moves on with the clock; what may begin with
      // it at the soonest waits until it has begun, unless that waits for this.
      if moment + minimum >= now, other.start == nil, other.planned.start <= now,
        moment + minimum > now || !graph.limits[limit.other].contains(where: { $0.other == index })
      {
        return .blocked
      }
      earliest = max(earliest, moment + minimum)
    }
    return earliest > now ? .notBefore(earliest) : .ready
  }

  /// Whether cooks have their hands free, now and, as far as absences go, for the planned duration.
  func cooksFree(
    for step: StepProgress, _ cooks: [Int], _ limits: RunLimits
  ) -> Readiness {
    let duration = step.planned.duration
    guard step.planned.kind == .blocking, occupies(step) else { return .ready }
    for other in steps where holds(other) && other.planned.kind == .blocking {
      if other.cooks.contains(where: cooks.contains) { return .blocked }
    }
    var start = now
    // Absences may follow one another closely; each pass moves the start past one of them.
    while let absence = limits.absences.first(where: {
      cooks.contains($0.cook) && start < $0.to && start + duration > $0.from
    }) {
      start = absence.to
    }
    return start > now ? .notBefore(start) : .ready
  }

  /// Whether somebody is at hand to start a waiting step: neither strictly inside a blocking step
  /// nor strictly inside an absence.
  func attendance(for step: StepProgress, _ limits: RunLimits) -> Readiness {
    guard step.planned.kind == .waiting, !way(of: step).startsItself else { return .ready }
    let asked = asked[step.reference] ?? now
    var back: Seconds?
    for cook in 0..<plan.menu.kitchen.cooks.count {
      let isBusy = steps.contains { other in
        holds(other) && other.planned.kind == .blocking && other.cooks.contains(cook)
          && other.start.map { $0 < min(asked, now) } ?? false
      }
      if isBusy { continue }
      let absence = limits.absences.first {
        $0.cook == cook && $0.from < now && now < $0.to
      }
      guard let absence else { return .ready }
      back = min(back ?? absence.to, absence.to)
    }
    return back.map { .notBefore($0) } ?? .blocked
  }

  /// Whether the equipment has room and, where it must change its temperature, has had the time.
  func equipmentFree(for step: StepProgress) -> Readiness {
    guard occupies(step) else { return .ready }
    guard hasRoom(for: step) else { return .blocked }
    var earliest = Seconds.zero
    for use in step.holdings {
      guard let number = use.equipment else { return .blocked }
      let equipment = plan.menu.kitchen.equipment[number]
      guard let temperature = way(of: step).temperature else { continue }
      if let appliances, equipment.preheat > .zero,
        let unit = step.planned.uses.first(where: {
          Name.key(of: $0.equipment) == Name.key(of: equipment.name)
        }).flatMap(self.unit(of:))
      {
        let heating = Act.Heating(
          equipment: equipment.name, unit: unit, temperature: temperature)
        if appliances.isSet(heating) {
          earliest = max(earliest, appliances[equipment.name, unit]?.readyAt ?? .zero)
        } else if plan.preheats.contains(where: {
          $0.heating.unit == unit && Name.key(of: $0.equipment) == Name.key(of: equipment.name)
            && $0.temperature.meets(temperature)
        }) {
          return .blocked
        }
      } else {
        earliest = max(earliest, equipment.preheat)
      }
      for other in steps {
        guard let start = other.start, occupies(other),
          let last = way(of: other).temperature, !last.meets(temperature),
          other.holdings.contains(where: { isSameAppliance($0, use, of: equipment) })
        else { continue }
        // What ended in the moment it started has heated nothing.
        guard let end = other.end else { return .blocked }
        if end > start { earliest = max(earliest, end + equipment.preheat) }
      }
    }
    return earliest > now ? .notBefore(earliest) : .ready
  }

  /// The hands-on steps that a cook, by index, is at.
  func stepsInHand(of cook: Int) -> [StepProgress] {
    steps.filter {
      $0.status == .running && $0.planned.kind == .blocking && $0.cooks.contains(cook)
    }
  }

  /// Whether there is room for a step in everything that it uses.
  func hasRoom(for step: StepProgress) -> Bool {
    step.holdings.allSatisfy { use in
      guard let number = use.equipment else { return false }
      let equipment = plan.menu.kitchen.equipment[number]
      return held(number, unit: nil) + use.units <= equipment.count * equipment.slots
        && use.unit.map { held(number, unit: $0) + use.units <= equipment.slots } ?? true
    }
  }

  private func isSameAppliance(
    _ a: StepProgress.Holding, _ b: StepProgress.Holding, of equipment: Equipment
  ) -> Bool {
    a.equipment == b.equipment && (equipment.count == 1 || (a.unit == b.unit && a.unit != nil))
  }

  /// The units of equipment, or of one appliance of it, that running steps hold.
  private func held(_ equipment: Int, unit: Int?) -> Int {
    var units = 0
    for step in steps where holds(step) {
      for use in step.holdings
      where use.equipment == equipment && (unit == nil || use.unit == unit) {
        units += use.units
      }
    }
    return units
  }
}
