/// A step in one line, as `dish add --step` takes it: `blocking 15m: Peel`,
/// `waiting 50m @oven 180C: Bake`, `waiting 10m @burner*2 keeps 2m: Boil`.
package struct StepSpecification: Sendable, Hashable {
  /// How the step is done.
  package var way: Way
  /// The step's title; nil where none is given.
  package var title: String?
  /// How long what it makes keeps; nil where it is not said.
  package var keeps: Keeping?

  /// Reads a specification: the kind, the duration, equipment each with `@` in front, `*` and the
  /// units behind and perhaps a temperature, `keeps` and how long anywhere behind the kind, then
  /// `: ` and the title.
  ///
  /// - Throws: ``StepSpecificationFault``.
  package init(parsing text: String) throws(StepSpecificationFault) {
    let (head, title) = Self.split(text)
    self.title = title
    var segments = head.split(separator: "@", omittingEmptySubsequences: false)
    for index in segments.indices {
      guard let found = try Self.takeKeeping(from: &segments[index], in: text) else { continue }
      guard keeps == nil else { throw .keepsTwice(text) }
      keeps = found
    }
    let words = segments[0].split(whereSeparator: \.isWhitespace)
    guard let word = words.first else { throw .empty }
    guard let kind = Way.Kind(rawValue: word.lowercased()) else {
      throw .unknownKind(String(word))
    }
    let duration: Estimate
    do {
      duration = try Estimate(parsing: words.dropFirst().joined(separator: " "))
    } catch {
      throw .duration(error)
    }
    way = Way(kind, duration)
    for segment in segments.dropFirst() {
      try addUse(String(segment), in: text)
    }
  }

  /// The steps that `specifications` make in a dish, each after the one before it.
  ///
  /// One without a title has the dish's name for it, and its kind for an identifier.
  package static func steps(_ specifications: [StepSpecification], in dish: Name) -> [Step] {
    var identifiers = StepIdentifiers()
    var steps: [Step] = []
    for specification in specifications {
      let way = specification.way
      let id = identifiers.identifier(forTitle: specification.title ?? way.kind.rawValue)
      let after = steps.last.map { [Dependency($0.id)] } ?? []
      steps.append(
        Step(
          id: id, title: specification.title ?? dish.text, way, after: after,
          keeps: specification.keeps))
    }
    return steps
  }

  /// What stands before and after the first colon that a space or nothing follows: one inside
  /// `1:30` is part of a duration.
  private static func split(_ text: String) -> (head: String, title: String?) {
    for index in text.indices where text[index] == ":" {
      let rest = text[text.index(after: index)...]
      if rest.first?.isWhitespace ?? true {
        let title = rest.trimmed
        return (String(text[..<index]), title.isEmpty ? nil : title)
      }
    }
    return (text, nil)
  }

  /// Takes `keeps` and what stands behind it from the end of a segment; nil where it says nothing
  /// of it.
  ///
  /// At the very beginning of one it is the kind of step, or a thing to use, however odd.
  private static func takeKeeping(
    from segment: inout Substring, in text: String
  ) throws(StepSpecificationFault) -> Keeping? {
    let words = segment.split(whereSeparator: \.isWhitespace)
    let places = words.indices.dropFirst().filter { words[$0].lowercased() == "keeps" }
    guard let place = places.first else { return nil }
    guard places.count == 1 else { throw .keepsTwice(text) }
    do {
      let keeps = try Keeping(parsing: words[(place + 1)...].joined(separator: " "))
      segment = segment[..<words[place].startIndex]
      return keeps
    } catch {
      throw .keeping(error)
    }
  }

  /// Adds what stands behind an `@`.
  private mutating func addUse(
    _ segment: String, in text: String
  ) throws(StepSpecificationFault) {
    var words = segment.split(whereSeparator: \.isWhitespace)
    if let temperature = try Self.takeTemperature(from: &words) {
      guard way.temperature == nil || way.temperature == temperature else {
        throw .twoTemperatures(text)
      }
      way.temperature = temperature
    }
    let parts = words.joined(separator: " ").split(
      separator: "*", maxSplits: 1, omittingEmptySubsequences: false
    ).map(\.trimmed)
    guard let name = parts.first, !name.isEmpty else { throw .withoutEquipment(text) }
    var units = 1
    if parts.count == 2 {
      guard let count = Int(parts[1]), count >= 1 else { throw .units(parts[1]) }
      units = count
    }
    guard !way.uses.contains(where: { Name.key(of: $0.equipment) == Name.key(of: name) }) else {
      throw .repeated(name)
    }
    way.uses.append(Way.Use(name, units: units))
  }

  /// Takes the temperature that `words` end with; nil where they end with none.
  ///
  /// The longest reading goes first: "180 °C" is two words. One word alone is equipment.
  private static func takeTemperature(
    from words: inout [Substring]
  ) throws(StepSpecificationFault) -> Temperature? {
    var fault: TemperatureFault?
    for count in [2, 1] where words.count > count {
      let tail = words.suffix(count).joined(separator: " ")
      guard let first = tail.first, first.isNumber || first == "-" else { continue }
      do throws(TemperatureFault) {
        let temperature = try Temperature(parsing: tail)
        words.removeLast(count)
        return temperature
      } catch {
        fault = error
      }
    }
    if let fault { throw .temperature(fault) }
    return nil
  }
}
