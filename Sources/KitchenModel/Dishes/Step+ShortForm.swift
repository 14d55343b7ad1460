/// The short form of a dish: a blocking stretch and then, not necessarily at once, a waiting one.
extension Step {
  /// The steps of the short form; a stretch that is missing or of no length is not a step.
  package static func shortForm(
    of dish: Name, blocking: Estimate?, waiting: Estimate?
  ) -> [Step] {
    let stretches: [(Way.Kind, Estimate?)] = [(.blocking, blocking), (.waiting, waiting)]
    var steps: [Step] = []
    for (kind, duration) in stretches {
      guard let duration, duration.maximum > .zero else { continue }
      let after = steps.last.map { [Dependency($0.id)] } ?? []
      steps.append(Step(id: kind.rawValue, title: dish.text, Way(kind, duration), after: after))
    }
    return steps
  }
}
