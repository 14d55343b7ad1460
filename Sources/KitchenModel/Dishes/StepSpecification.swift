/// A step as a cook writes it in one line: `blocking 15m: Peel`, `waiting 50m @oven 180C: Bake`,
/// `hands-on 5 min: Rub`, `boil beans 5m @burner keeps 2m`.
package struct StepSpecification: Sendable, Hashable {
  /// Whether hands are needed; nil where the line does not say it and its words must tell.
  package var kind: Way.Kind?
  /// How long it takes.
  package var duration: Estimate
  /// The equipment that the line names, each behind an `@`.
  package var uses: [Way.Use] = []
  /// The temperature of that equipment; nil where none is given.
  package var temperature: Temperature?
  /// The step's title; nil where none is given.
  package var title: String?
  /// How long what it makes keeps; nil where it is not said.
  package var keeps: Keeping?

  /// How the step is done; work for the hands where nothing says what kind of step it is.
  package var way: Way {
    Way(kind ?? .blocking, duration, uses: uses, temperature: temperature)
  }

  /// Reads a line, in either of two forms.
  ///
  /// The kind, the duration and `: ` with the title behind; or the title with the duration anywhere in
  /// it. The kind may be left out of both. In both, equipment stands behind an `@`, with `*` and the
  /// units behind and perhaps a temperature, and `keeps` says how long what the step makes may stand.
  ///
  /// - Throws: ``StepSpecificationFault``.
  package init(parsing text: String) throws(StepSpecificationFault) {
    let (head, title) = Self.split(text)
    if let title, let specification = try Self(head: head, title: title, in: text) {
      self = specification
    } else {
      self = try Self(freely: title == nil ? head : text, in: text)
    }
  }

  /// Reads what stands before a title; nil where that is more than a kind and a duration, so that
  /// the colon belongs to the words: `Sauce: simmer 20m`.
  private init?(
    head: String, title: String, in text: String
  ) throws(StepSpecificationFault) {
    var parts = try StepLineParts(head, in: text)
    let kind = parts.takeKind()
    guard let first = parts.words.first ?? kind.map({ Substring($0.rawValue) }) else {
      throw .empty
    }
    do throws(DurationFault) {
      duration = try Estimate(parsing: parts.text)
    } catch {
      guard kind == nil else { throw .duration(error) }
      guard StepLineParts(words: title).hasDuration else { throw .unknownKind(String(first)) }
      return nil
    }
    self.kind = kind
    self.title = title
    try take(parts, in: text)
  }

  /// Reads a line without a title of its own: its words are the title.
  private init(freely line: String, in text: String) throws(StepSpecificationFault) {
    var parts = try StepLineParts(line, in: text)
    kind = parts.takeKind()
    guard !parts.words.isEmpty || kind != nil || parts.hasDuration else { throw .empty }
    if let whole = try? Estimate(parsing: parts.text) {
      duration = whole
    } else {
      guard let found = parts.takeDuration() else {
        if kind != nil, parts.words.isEmpty { throw .duration(.empty) }
        if let fault = parts.durationFault { throw .duration(fault) }
        throw .withoutDuration(parts.text.isEmpty ? text : parts.text)
      }
      duration = found
      guard parts.takeDuration() == nil else { throw .twoDurations(text) }
      if kind == nil, let mistyped = parts.mistypedKind { throw .unknownKind(mistyped) }
      title = parts.title
    }
    try take(parts, in: text)
  }

  private mutating func take(
    _ parts: StepLineParts, in text: String
  ) throws(StepSpecificationFault) {
    keeps = parts.keeps
    for segment in parts.equipment {
      let (use, temperature) = try segment.read(in: text)
      if let temperature {
        guard self.temperature == nil || self.temperature == temperature else {
          throw .twoTemperatures(text)
        }
        self.temperature = temperature
      }
      guard !uses.contains(where: { Name.key(of: $0.equipment) == Name.key(of: use.equipment) })
      else { throw .repeated(use.equipment) }
      uses.append(use)
    }
  }

  /// The steps that `specifications` make in a dish, each after the one before it.
  ///
  /// One without a title has the dish's name for it, and its kind for an identifier.
  package static func steps(_ specifications: [StepSpecification], in dish: Name) -> [Step] {
    var identifiers = StepIdentifiers()
    var steps: [Step] = []
    for specification in specifications {
      let after = steps.last.map { [Dependency($0.id)] } ?? []
      steps.append(specification.step(in: dish, after: after, identifiers: &identifiers))
    }
    return steps
  }

  /// The step that this makes in a dish.
  package func step(
    in dish: Name, after: [Dependency], identifiers: inout StepIdentifiers
  ) -> Step {
    let way = way
    let id = identifiers.identifier(forTitle: title ?? way.kind.rawValue)
    return Step(id: id, title: title ?? dish.text, way, after: after, keeps: keeps)
  }

  /// What stands before and after the first colon that a space or nothing follows: one inside
  /// `1:30` is part of a duration.
  package static func split(_ text: String) -> (head: String, title: String?) {
    for index in text.indices where text[index] == ":" {
      let rest = text[text.index(after: index)...]
      if rest.first?.isWhitespace ?? true {
        let title = rest.trimmed
        return (String(text[..<index]), title.isEmpty ? nil : title)
      }
    }
    return (text, nil)
  }
}
