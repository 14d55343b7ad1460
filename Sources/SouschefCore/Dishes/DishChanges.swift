package import KitchenModel

/// What is said about a dish on the command line: nil and empty leave things as they are.
package struct DishChanges: Sendable, Hashable {
  /// The hands-on time of the short form.
  package var blocking: Estimate?
  /// The unattended time of the short form.
  package var waiting: Estimate?
  /// All steps, in the place of what there was.
  package var steps: [ReadStep] = []
  /// Changes to single steps.
  package var stepEdits: [StepEdit] = []
  /// How long what steps make keeps, each step by its id or its title.
  package var keeps: [KeepingChange] = []
  /// The tags, in place of those it had.
  package var tags: [String]?
  /// Whether waiting harms it.
  package var serve: Dish.Serve?
  /// How many it feeds.
  package var servings: Servings?
  /// The ingredients, in place of those it had.
  package var ingredients: [String]?
  /// The longest it may wait; zero is a limit too.
  package var holdMaximum: Seconds?
  /// How long leftovers keep.
  package var keepsFor: Seconds?
  /// How long after serving time it is served.
  package var serveOffset: Seconds?
  /// Said when it starts.
  package var saysStart: String?
  /// Said when it is done.
  package var saysFinish: String?
  /// Free text.
  package var notes: String?

  /// How many a dish feeds.
  package enum Servings: Sendable, Hashable {
    /// So many people.
    case people(Int)
    /// Nobody knows.
    case unknown
  }

  /// How long what a step makes keeps.
  package struct KeepingChange: Sendable, Hashable {
    /// The step's id or title.
    package var step: String
    /// How long it keeps.
    package var keeps: Keeping

    /// Creates a change.
    package init(step: String, keeps: Keeping) {
      self.step = step
      self.keeps = keeps
    }
  }

  /// Creates changes that change nothing.
  package init() {}

  /// The steps whose words told whether they need hands.
  package var guesses: [StepSpecification] {
    let edited = stepEdits.compactMap { edit in
      switch edit {
      case .replace(_, let step): step.line.title == nil ? nil : step
      case .add(let step): step
      case .remove: nil as ReadStep?
      }
    }
    return (steps + edited).filter(\.isGuessed).map(\.specification)
  }

  /// Whether nothing is said.
  package var isEmpty: Bool { self == DishChanges() }

  /// Applies what is said to a dish.
  ///
  /// - Throws: a ``Diagnostic`` where it does not fit the dish.
  package func apply(to dish: inout Dish) throws(Diagnostic) {
    try applySteps(to: &dish)
    do throws(UnknownStep) { try dish.apply(stepEdits) } catch {
      throw Diagnostic(.couldNotBeDone, error)
    }
    for change in keeps { try dish.apply(change) }
    switch servings {
    case .people(let count):
      dish.servings = try RequestField.servings.number(
        count, from: 1...Dish.mostServings, such: "6 for six people.")
    case .unknown: dish.servings = nil
    case nil: break
    }
    if let tags { dish.tags = tags }
    if let serve { dish.serve = serve }
    if let ingredients { dish.ingredients = ingredients }
    if let holdMaximum { dish.holdMaximum = holdMaximum }
    if let keepsFor { dish.keepsFor = keepsFor }
    if let serveOffset { dish.serveOffset = serveOffset }
    if let saysStart { dish.says.start = saysStart }
    if let saysFinish { dish.says.finish = saysFinish }
    if let notes { dish.notes = notes.isEmpty ? nil : notes }
  }

  private func applySteps(to dish: inout Dish) throws(Diagnostic) {
    let isShort = blocking != nil || waiting != nil
    guard steps.isEmpty || !isShort else {
      throw Diagnostic(.stepsTwice)
    }
    if !steps.isEmpty {
      dish.steps = StepSpecification.steps(steps.map(\.specification), in: dish.name)
      return
    }
    guard isShort else { return }
    guard dish.isShortForm else {
      // Of a dish with one step of the kind it is clear which one is meant; all else of it stays.
      if let blocking { try dish.retime(.blocking, to: blocking) }
      if let waiting { try dish.retime(.waiting, to: waiting) }
      return
    }
    dish.steps = Step.shortForm(
      of: dish.name, blocking: blocking ?? dish.shortFormDuration(.blocking),
      waiting: waiting ?? dish.shortFormDuration(.waiting))
  }
}

extension Dish {
  /// Whether the short form, a blocking stretch and a waiting one, says all of its steps.
  package var isShortForm: Bool {
    steps
      == Step.shortForm(
        of: name, blocking: shortFormDuration(.blocking), waiting: shortFormDuration(.waiting))
  }

  /// Gives the only step of a kind another duration.
  ///
  /// - Throws: a ``Diagnostic`` where there is not exactly one, or it can be done in several ways.
  fileprivate mutating func retime(_ kind: Way.Kind, to duration: Estimate) throws(Diagnostic) {
    let fitting = steps.indices.filter { index in steps[index].ways.contains { $0.kind == kind } }
    guard fitting.count == 1, let index = fitting.first, steps[index].ways.count == 1 else {
      throw Diagnostic(
        .usage,
        "\(name.text.quoted) has \(fitting.isEmpty ? "no" : "more than one") \(kind.rawValue) step.",
        about: kind == .blocking ? .blocking : .waiting, hints: [.advice(.sayAllSteps)])
    }
    steps[index].ways[0].duration = duration
  }

  /// Says how long what a step makes keeps.
  ///
  /// - Throws: a ``Diagnostic`` where no step is called so.
  fileprivate mutating func apply(_ change: DishChanges.KeepingChange) throws(Diagnostic) {
    do throws(UnknownStep) {
      steps[try place(ofStep: change.step)].keeps = change.keeps
    } catch {
      throw Diagnostic(.couldNotBeDone, error)
    }
  }

  /// How long a stretch of the short form takes; nil where there is none.
  fileprivate func shortFormDuration(_ kind: Way.Kind) -> Estimate? {
    steps.first { $0.id == kind.rawValue }?.ways[0].duration
  }
}
