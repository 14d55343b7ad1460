extension Dish {
  /// What is wrong in this dish by itself, as dish number `index`, in the order of its parts.
  ///
  /// O(n) in the steps and dependencies except for a cycle of distances, which takes O(n·m) among
  /// the steps that it may join.
  package func findings(at index: Int = 0) -> [Finding] {
    guard !steps.isEmpty else { return [Finding(.dish(index), .noSteps(dish: name.text))] }
    var findings = (ownFaults + rangeFaults).map { Finding(.dish(index), $0) }
    let identifiers = Set(steps.map { Name.key(of: $0.id) })
    var seen: Set<String> = []
    for (number, step) in steps.enumerated() {
      let reference = StepReference(dish: index, step: number)
      let faults = step.identifierFaults(seen: &seen) + step.rangeFaults
      findings += faults.map { Finding(.step(reference), $0) }
      findings += step.wayFindings(at: reference)
      for (place, dependency) in step.after.enumerated() {
        if let fault = dependencyFault(dependency, of: step, among: identifiers) {
          findings.append(Finding(.dependency(reference, place), fault))
        }
      }
    }
    if findings.isEmpty, let cycle = LagCycle(dishes: [self]) {
      findings.append(cycle.finding(offset: index))
    }
    return findings
  }

  /// Whether a dependency is on a step of this dish, be its name written or not.
  package func owns(_ dependency: Dependency) -> Bool {
    dependency.dish.map { Name.key(of: $0) == name.key } ?? true
  }

  private var ownFaults: [ModelFault] {
    var faults: [ModelFault] = []
    if let servings, servings < 1 { faults.append(.notPositive("\"servings\"", servings)) }
    if let holdMaximum, holdMaximum < .zero { faults.append(.negative("\"holdMax\"", holdMaximum)) }
    if let keepsFor, keepsFor < .zero { faults.append(.negative("\"keepsFor\"", keepsFor)) }
    if serveOffset < .zero { faults.append(.negative("\"serveOffset\"", serveOffset)) }
    if let notBefore, let notAfter,
      let fault = ClockTime.windowFault(from: notBefore, to: notAfter)
    {
      faults.append(fault)
    }
    return faults
  }

  private func dependencyFault(
    _ dependency: Dependency, of step: Step, among identifiers: Set<String>
  ) -> ModelFault? {
    if let minimum = dependency.minimum, let maximum = dependency.maximum, minimum > maximum {
      return .contradictoryLag(minimum: minimum, maximum: maximum)
    }
    guard owns(dependency) else { return nil }
    let key = Name.key(of: dependency.step)
    if key == Name.key(of: step.id) { return .afterItself(step.id) }
    return identifiers.contains(key) ? nil : unknownStep(dependency.step)
  }

  /// The fault in naming a step that this dish does not have.
  func unknownStep(_ id: String) -> ModelFault {
    let nearest = NearMiss.best(of: steps.map(\.id), for: id)
    return .unknownStep(id, dish: name.text, nearest: nearest)
  }
}

extension Step {
  fileprivate func identifierFaults(seen: inout Set<String>) -> [ModelFault] {
    var faults: [ModelFault] = []
    if let fault = Self.identifierFault(id) { faults.append(.badName("the step's id", fault)) }
    if !seen.insert(Name.key(of: id)).inserted { faults.append(.duplicate("step", id)) }
    if let limit = keeps?.limit, limit < .zero { faults.append(.negative("\"keeps\"", limit)) }
    if let notBefore, let notAfter,
      let fault = ClockTime.windowFault(from: notBefore, to: notAfter)
    {
      faults.append(fault)
    }
    return faults
  }

  /// Why a text is not a step's identifier; nil where it is one.
  package static func identifierFault(_ id: String) -> NameFault? {
    if id.trimmed.isEmpty { return .empty }
    if id.count > Name.longest { return .tooLong(id) }
    for scalar in id.unicodeScalars {
      if scalar == "/" { return .forbidden(scalar, in: id) }
      if scalar.isControl { return .control(in: id) }
    }
    return nil
  }

  fileprivate func wayFindings(at reference: StepReference) -> [Finding] {
    ways.enumerated().flatMap { index, way -> [Finding] in
      var findings = way.faults.map { Finding(.way(reference, index), $0) }
      var seen: Set<String> = []
      for (place, use) in way.uses.enumerated() {
        let site = Site.use(reference, way: index, place)
        if let fault = Kitchen.countFault("the units of \(use.equipment.quoted)", use.units) {
          findings.append(Finding(site, fault))
        }
        if !seen.insert(Name.key(of: use.equipment)).inserted {
          findings.append(Finding(site, .duplicate("equipment", use.equipment)))
        }
      }
      return findings
    }
  }
}

extension Way {
  fileprivate var faults: [ModelFault] {
    var faults: [ModelFault] = []
    if let fault = Kitchen.countFault("\"cooks\"", cooks) { faults.append(fault) }
    if duration.minimum < .zero { faults.append(.negative("a duration", duration.minimum)) }
    switch kind {
    case .blocking:
      if startsItself { faults.append(.startsItselfBlocking) }
    case .waiting:
      if cooks > 1 { faults.append(.onlyBlocking("cooks")) }
      if cook != nil { faults.append(.onlyBlocking("cook")) }
    }
    return faults
  }
}
