extension Menu {
  /// What makes this menu no question for a planner: each dish's own faults, equipment and cooks
  /// that the kitchen does not know, dependencies on dishes that are not in it, and distances
  /// across dishes that no schedule keeps.
  package var findings: [Finding] {
    var findings = kitchen.findings
    for (index, serving) in dishes.enumerated() {
      findings += serving.dish.findings(at: index)
      findings += kitchen.findings(in: serving.dish, at: index)
      findings += crossFindings(at: index)
    }
    if findings.isEmpty, let cycle = LagCycle(menu: self) { findings.append(cycle.finding()) }
    return findings
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
  /// for one that comes again is the first's.
  package func target(of dependency: Dependency, from reference: StepReference) -> StepReference? {
    let own = dishes[reference.dish].dish
    var dish = reference.dish
    if let name = dependency.dish, !own.owns(dependency) {
      let key = Name.key(of: name)
      guard let index = dishes.firstIndex(where: { Name.key(of: $0.label) == key }) else {
        return nil
      }
      dish = index
    }
    let key = Name.key(of: dependency.step)
    return dishes[dish].dish.steps.firstIndex { Name.key(of: $0.id) == key }
      .map { StepReference(dish: dish, step: $0) }
  }

  private func crossFindings(at index: Int) -> [Finding] {
    let dish = dishes[index].dish
    return dish.steps.enumerated().flatMap { number, step -> [Finding] in
      let reference = StepReference(dish: index, step: number)
      return step.after.enumerated().compactMap { place, dependency in
        guard let name = dependency.dish, !dish.owns(dependency),
          target(of: dependency, from: reference) == nil
        else { return nil }
        let key = Name.key(of: name)
        let other = dishes.first { Name.key(of: $0.label) == key }?.dish
        let fault =
          other?.unknownStep(dependency.step)
          ?? .unknownDish(name, nearest: NearMiss.best(of: dishes.map(\.label), for: name))
        return Finding(.dependency(reference, place), fault)
      }
    }
  }
}

extension Kitchen {
  /// Equipment and cooks that a dish names and this kitchen does not know.
  package func findings(in dish: Dish, at index: Int) -> [Finding] {
    dish.steps.enumerated().flatMap { number, step -> [Finding] in
      let reference = StepReference(dish: index, step: number)
      return step.ways.enumerated().flatMap { place, way -> [Finding] in
        let uses = way.uses.enumerated().compactMap { use in
          equipmentFault(use.element.equipment).map {
            Finding(.use(reference, way: place, use.offset), $0)
          }
        }
        let cook = way.cook.flatMap(cookFault).map { Finding(.way(reference, place), $0) }
        return uses + [cook].compactMap { $0 }
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
