extension Menu {
  /// The offsets at which something is served, in order: each is a course.
  package var courses: [Seconds] {
    Set(dishes.filter { !$0.dish.steps.isEmpty }.map(\.dish.serveOffset)).sorted()
  }

  /// The dishes of a course, by index in the menu.
  package func dishes(ofCourse course: Seconds) -> [Int] {
    dishes.indices.filter {
      dishes[$0].dish.serveOffset == course && !dishes[$0].dish.steps.isEmpty
    }
  }

  /// What the dishes of a course that are served are called: `Chicken traybake, Green beans`.
  package func label(ofCourse course: Seconds) -> String {
    servedDishes(ofCourse: course).joined(separator: ", ")
  }

  /// The dishes of a course that are served, by what they are called.
  package func servedDishes(ofCourse course: Seconds) -> [String] {
    dishes(ofCourse: course).filter { !leftOut.contains($0) }.map { dishes[$0].label }
  }

  /// A step as people name it: `Bake (Gratin)`; the dish alone where the step is called like it.
  package func stepTitle(_ reference: StepReference) -> String {
    let title = self[reference].title
    let label = dishes[reference.dish].label
    return title == label ? title : "\(title) (\(label))"
  }

  /// An act in the imperative, without a full stop: `Put Salmon into the oven, 200C: Bake, 12 min`.
  ///
  /// - Parameters:
  ///   - act: What is to be done.
  ///   - planned: How the step that it is about is done; nil for an appliance and for a course.
  ///   - cooling: Whether the appliance is hotter than it is to be.
  package func imperative(
    _ act: Act, _ planned: PlannedStep? = nil, cooling: Bool = false
  ) -> String {
    switch act {
    case .perform(let step):
      return titleIsDish(step) ? "Prepare \(label(of: step))" : stepTitle(step)
    case .putIn(let step):
      let length = planned.flatMap(untoldLength)
      guard let planned, let place = place(of: planned, .into) else {
        let what = titleIsDish(step) ? label(of: step) : stepTitle(step)
        return "Start " + [what, length].compactMap(\.self).joined(separator: ", ")
      }
      let heat = way(planned).temperature.map { ", \($0.text)" } ?? ""
      let title = titleIsDish(step) ? nil : self[step].title
      let what = [title, length].compactMap(\.self).joined(separator: ", ")
      return "Put \(label(of: step)) \(place)\(heat): \(what)"
    case .takeOut(let step):
      let place = planned.flatMap { self.place(of: $0, .outOf) } ?? "out"
      let title = titleIsDish(step) ? "" : " (\(self[step].title) is done)"
      return "Take \(label(of: step)) \(place)\(title)"
    case .heat(let heating):
      let name = theAppliance(heating.equipment, heating.unit)
      return cooling
        ? "Turn \(name) down to \(heating.temperature.text)"
        : "Heat \(name) to \(heating.temperature.text)"
    case .serve(let course): return "Serve: \(label(ofCourse: course))"
    }
  }

  /// `oven`, or `oven 2` where the kitchen has several that are told apart.
  package func appliance(_ equipment: String, _ unit: Int?) -> String {
    let isOnly = kitchen.equipment(named: equipment).map { $0.count == 1 }
    guard let unit, isOnly != true else { return equipment }
    return "\(equipment) \(unit)"
  }

  /// `the oven`; `oven 2`, which is a name of its own.
  private func theAppliance(_ equipment: String, _ unit: Int?) -> String {
    let name = appliance(equipment, unit)
    return name == equipment ? "the \(name)" : name
  }

  private enum Direction { case into, outOf }

  /// Where a step is done, as something is put there or taken from there; nil for nowhere.
  private func place(of planned: PlannedStep, _ direction: Direction) -> String? {
    guard let use = planned.uses.first else { return nil }
    let name = theAppliance(use.equipment, use.unit)
    let isSurface = Self.surfaces.contains(Name.key(of: use.equipment))
    return switch direction {
    case .into: isSurface ? "on \(name)" : "into \(name)"
    case .outOf: isSurface ? "off \(name)" : "out of \(name)"
    }
  }

  /// What things stand on rather than in.
  private static let surfaces: Set<String> = [
    "burner", "hob", "stove", "cooktop", "grill", "barbecue", "griddle",
  ]

  /// How long a step takes; nil where its title says so.
  private func untoldLength(of planned: PlannedStep) -> String? {
    planned.duration.isStated(in: self[planned.reference].title) ? nil : planned.duration.exactText
  }

  private func label(of step: StepReference) -> String { dishes[step.dish].label }

  private func titleIsDish(_ step: StepReference) -> Bool {
    self[step].title == dishes[step.dish].dish.name.text
  }

  private func way(_ planned: PlannedStep) -> Way {
    let ways = self[planned.reference].ways
    return ways[min(planned.option, ways.count - 1)]
  }
}
