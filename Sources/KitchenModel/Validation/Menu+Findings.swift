extension Menu {
  /// What makes this menu no question for a planner: each dish's own faults, equipment and cooks
  /// that the kitchen does not know, dependencies on dishes that are not in it, and distances
  /// across dishes that no schedule keeps.
  package var findings: [Finding] {
    let findings =
      kitchen.findings + dishes.indices.flatMap { dishes[$0].dish.findings(at: $0) }
      + kitchen.findings(in: dishes.map(\.dish)) + unknownSteps + unknownDishes
    if findings.isEmpty, let cycle = LagCycle(menu: self) { return [cycle.finding()] }
    return findings
  }

  /// Dependencies on steps that the dish they name, which is in this menu, does not have.
  package var unknownSteps: [Finding] {
    crossFindings { dependency, other in other?.unknownStep(dependency.step) }
  }

  /// Dependencies on dishes that are not in this menu.
  package var unknownDishes: [Finding] {
    crossFindings { dependency, other in
      guard let name = dependency.dish, other == nil else { return nil }
      return .unknownDish(name, nearest: NearMiss.best(of: dishes.map(\.label), for: name))
    }
  }

  /// The faults of dependencies on other dishes that lead nowhere.
  ///
  /// - Parameter fault: The fault of such a dependency; nil for none. It is given the dish that
  ///   the dependency names, nil where this menu has none.
  private func crossFindings(fault: (Dependency, Dish?) -> ModelFault?) -> [Finding] {
    let resolver = StepResolver(self)
    return stepReferences.flatMap { reference -> [Finding] in
      let own = dishes[reference.dish].dish
      return self[reference].after.enumerated().compactMap { place, dependency in
        guard !own.owns(dependency), resolver.target(of: dependency, from: reference) == nil else {
          return nil
        }
        let other = resolver.dish(of: dependency, from: reference).map { dishes[$0].dish }
        return fault(dependency, other).map { Finding(.dependency(reference, place), $0) }
      }
    }
  }

  /// Steps that need more units or cooks than there are, whichever way they are done: the plan is
  /// infeasible though nothing is wrong in the menu.
  package var shortages: [Finding] {
    stepReferences.compactMap { reference in
      let lacks = self[reference].ways.indices.map { index in
        kitchen.shortage(of: self[reference].ways[index], at: .way(reference, index))
      }
      return lacks.contains { $0 == nil } ? nil : lacks.compactMap { $0 }.first
    }
  }

  /// The step that a dependency of the step at `reference` is on; nil where the menu has none.
  ///
  /// A dish that comes again depends on its own steps; another dish is found by its label, which
  /// for one that comes again is the first's. O(n) in the menu's steps.
  package func target(of dependency: Dependency, from reference: StepReference) -> StepReference? {
    StepResolver(self).target(of: dependency, from: reference)
  }
}

extension Kitchen {
  /// Equipment and cooks that dishes name and this kitchen does not know, under any of its names.
  package func findings(in dishes: [Dish]) -> [Finding] {
    let sorts = Set(equipment.map { Name.key(of: $0.name) })
    return dishes.enumerated().flatMap { index, dish in
      dish.steps.enumerated().flatMap { number, step -> [Finding] in
        let reference = StepReference(dish: index, step: number)
        return step.ways.enumerated().flatMap { place, way -> [Finding] in
          var findings: [Finding] = []
          for (use, sort) in way.uses.enumerated()
          where !sorts.contains(Name.key(of: ownName(ofEquipment: sort.equipment))) {
            findings.append(
              Finding(.use(reference, way: place, use), unknownEquipment(sort.equipment)))
          }
          if let fault = way.cook.flatMap(cookFault) {
            findings.append(Finding(.cookOfWay(reference, place), fault))
          }
          return findings
        }
      }
    }
  }

  /// What a way needs beyond what there is; nil where there is enough.
  ///
  /// Where appliances have slots, a use's units are slots of a single one.
  fileprivate func shortage(of way: Way, at site: Site) -> Finding? {
    if way.duration.likely == .zero { return nil }
    for use in way.uses {
      guard let sort = equipment(named: use.equipment) else { continue }
      let there = sort.slots > 1 ? sort.slots : sort.count
      if use.units > there {
        return Finding(
          site, .tooFewUnits(equipment: sort.name, needed: use.units, there: there))
      }
    }
    guard way.kind == .blocking, way.cooks > cooks.count else { return nil }
    return Finding(site, .tooFewCooks(needed: way.cooks, there: cooks.count))
  }
}
