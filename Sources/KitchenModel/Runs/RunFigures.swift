/// What a run's times amount to.
package struct RunFigures: Sendable, Hashable {
  /// How long hands were busy, all cooks together.
  package var handsOn: Seconds
  /// From the run's start to the end of its last step.
  package var elapsed: Seconds
  /// How long hot dishes waited for serving, added up.
  package var hold: Seconds
  /// How much longer what steps made stood than it keeps, added up.
  package var standing: Seconds
  /// The hold of the plan that the run began with.
  package var plannedHold: Seconds
  /// The standing of the plan that the run began with.
  package var plannedStanding: Seconds
  /// The longest of the steps that one after the other led to serving time; nil where none ended.
  package var bottleneck: Bottleneck?

  /// A step that held up the rest.
  package struct Bottleneck: Sendable, Hashable {
    /// The dish's identity in the meal.
    package var dish: String
    /// The step's identifier.
    package var step: String
    /// How long it took.
    package var length: Seconds

    /// Creates a bottleneck.
    package init(dish: String, step: String, length: Seconds) {
      self.dish = dish
      self.step = step
      self.length = length
    }
  }

  /// Creates figures.
  package init(
    handsOn: Seconds, elapsed: Seconds, hold: Seconds, standing: Seconds, plannedHold: Seconds,
    plannedStanding: Seconds, bottleneck: Bottleneck?
  ) {
    self.handsOn = handsOn
    self.elapsed = elapsed
    self.hold = hold
    self.standing = standing
    self.plannedHold = plannedHold
    self.plannedStanding = plannedStanding
    self.bottleneck = bottleneck
  }

  /// Twice the hold, and the standing.
  package var staleness: Seconds { hold + hold + standing }

  /// The same of the plan that the run began with.
  package var plannedStaleness: Seconds { plannedHold + plannedHold + plannedStanding }

  /// The figures of a run of `menu`, as far as it came.
  ///
  /// - Parameter planned: What the plan that the run began with amounts to.
  package init(of run: Run, menu: Menu, planned: ServingFigures) {
    let ended = run.steps.filter { $0.length != nil }
    handsOn = ended.filter { $0.kind == .blocking }.compactMap(\.length).reduce(.zero, +)
    elapsed = ended.compactMap(\.actualEnd).max() ?? .zero
    let waits = ServingFigures(menu, run.timings)
    (hold, standing) = (waits.hold, waits.standing)
    (plannedHold, plannedStanding) = (planned.hold, planned.standing)
    let longest = Self.chain(of: ended).enumerated().max { a, b in
      (a.element.length ?? .zero, -a.offset) < (b.element.length ?? .zero, -b.offset)
    }?.element
    bottleneck = longest.flatMap { step in
      step.length.map { Bottleneck(dish: step.dish, step: step.step, length: $0) }
    }
  }

  /// The steps that led to the end of the run, last first: each is the one that ended last before
  /// the next began.
  private static func chain(of steps: [RunStep]) -> [RunStep] {
    var chain: [RunStep] = []
    var limit: Seconds?
    var rest = steps.indices.filter { (steps[$0].length ?? .zero) > .zero }
    while true {
      rest = rest.filter { index in
        guard let limit, let end = steps[index].actualEnd else { return true }
        return end <= limit
      }
      let last = rest.max { a, b in
        (steps[a].actualEnd ?? .zero, -a) < (steps[b].actualEnd ?? .zero, -b)
      }
      guard let last else { return chain }
      chain.append(steps[last])
      limit = steps[last].actualStart
      rest.removeAll { $0 == last }
    }
  }
}

extension Run {
  /// When each step that has started was done, and in which way.
  package var timings: [ServingFigures.Timing] {
    steps.compactMap { step in
      step.actualStart.map {
        .init(step.reference, way: step.option, start: $0, end: step.actualEnd)
      }
    }
  }

  /// When everything was ready: the last end of a dish, each counted back from its own offset; nil
  /// where nothing has ended.
  ///
  /// - Parameter offsets: How long after serving time each dish is served.
  package func serving(_ offsets: [Seconds]) -> Seconds? {
    steps.compactMap { step -> Seconds? in
      guard step.length != nil, let end = step.actualEnd else { return nil }
      let dish = step.reference.dish
      return end - (offsets.indices.contains(dish) ? offsets[dish] : .zero)
    }.max()
  }
}

extension RunStep {
  /// How long it took; nil while it has not ended.
  package var length: Seconds? {
    guard let actualStart, let actualEnd else { return nil }
    return actualEnd - actualStart
  }
}
