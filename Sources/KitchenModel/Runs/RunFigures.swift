/// What a run's times amount to.
package struct RunFigures: Sendable, Hashable, Codable {
  /// How long hands were busy, all cooks together.
  package var handsOn: Seconds
  /// From the run's start to the end of its last step.
  package var elapsed: Seconds
  /// How long hot dishes waited for serving, added up.
  package var hold: Seconds
  /// The longest of the steps that one after the other led to serving time; nil where none ended.
  package var bottleneck: Bottleneck?

  /// A step that held up the rest.
  package struct Bottleneck: Sendable, Hashable, Codable {
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
  package init(handsOn: Seconds, elapsed: Seconds, hold: Seconds, bottleneck: Bottleneck?) {
    self.handsOn = handsOn
    self.elapsed = elapsed
    self.hold = hold
    self.bottleneck = bottleneck
  }

  /// The figures of a run of `menu`, as far as it came.
  package init(of run: Run, menu: Menu) {
    let ended = run.steps.filter { $0.length != nil }
    handsOn = ended.filter { $0.kind == .blocking }.compactMap(\.length).reduce(.zero, +)
    elapsed = ended.compactMap(\.actualEnd).max() ?? .zero
    let ready = menu.dishes.indices.map { dish in
      ended.filter { $0.reference.dish == dish }.compactMap(\.actualEnd).max()
    }
    let serving = run.serving(menu.dishes.map(\.dish.serveOffset))
    hold = zip(menu.dishes, ready).reduce(.zero) { total, item in
      guard item.0.dish.serve == .hot, let end = item.1, let serving else { return total }
      return total + (serving + item.0.dish.serveOffset - end)
    }
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
