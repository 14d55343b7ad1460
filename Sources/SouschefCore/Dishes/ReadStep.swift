package import KitchenModel
import RecipeProse

/// A step that a cook wrote in one line, with what its words tell where the line does not.
package struct ReadStep: Sendable, Hashable {
  /// The step; its kind is there unless the line only changes a step that there is.
  package private(set) var specification: StepSpecification
  /// What the line itself says.
  package let line: StepSpecification
  /// Whether the kind of step, and what it is done in, were guessed from the words.
  package private(set) var isGuessed = false

  /// Reads a line as ``StepSpecification`` does.
  ///
  /// Where it does not say whether hands are needed, the words do, as in a recipe: a pot boils by
  /// itself, an onion is chopped. They then also say what it is done in, where the line names
  /// nothing.
  ///
  /// - Throws: ``StepSpecificationFault``, also where there are no words to go by.
  package init(reading text: String) throws(StepSpecificationFault) {
    line = try SpokenLengths.step(text)
    specification = line
    guard specification.kind == nil else { return }
    isGuessed = true
    guard let title = specification.title else {
      let isAlone = specification.uses.contains { Heat(ofEquipmentNamed: $0.equipment) != .neither }
      guard isAlone else { throw .withoutKind(text.trimmed) }
      specification.kind = .waiting
      return
    }
    let stretch = Self.stretch(title, for: specification.duration)
    let isHeated = specification.uses.contains { Heat(ofEquipmentNamed: $0.equipment) == .heats }
    // A line of a cook's own begins with what is to be done; a word that is not a known verb is
    // work.
    let isKnown = Self.isDecided(title) || isHeated || stretch?.equipment != nil
    specification.kind = isKnown ? stretch?.kind ?? .blocking : .blocking
    guard specification.uses.isEmpty, let equipment = stretch?.equipment else { return }
    specification.uses = [Way.Use(equipment)]
    specification.temperature = stretch?.temperature
    if stretch?.temperature != nil { specification.title = Self.withoutTemperature(title) }
  }

  /// Reads a line about a step that there is: one without words, such as `40m`, is complete.
  ///
  /// - Throws: ``StepSpecificationFault``.
  package init(changing text: String) throws(StepSpecificationFault) {
    let line = try SpokenLengths.step(text)
    if line.title == nil {
      (self.line, specification) = (line, line)
    } else {
      self = try ReadStep(reading: text)
    }
  }

  /// What a recipe would mean by a title and a length.
  private static func stretch(_ title: String, for duration: Estimate) -> Stretch? {
    var memory = StepProse.Memory()
    let minutes = max(1, duration.likely.count / 60)
    return StepProse.stretches(of: "\(title) \(minutes) min.", memory: &memory)
      .last { $0.origin == .stated }
  }

  /// Whether some word of a title decides whether hands are needed, and it is not a guess.
  private static func isDecided(_ title: String) -> Bool {
    LengthRule.decisions(in: "\(title) 10 min.").last?.rule != nil
  }

  /// A title without the temperature that it ends with: `Roast at 200C`.
  private static func withoutTemperature(_ title: String) -> String {
    let words = title.split(separator: " ")
    for count in [2, 1] where words.count > count + 1 {
      guard (try? Temperature(parsing: words.suffix(count).joined(separator: " "))) != nil,
        words[words.count - count - 1].lowercased() == "at"
      else { continue }
      return words.dropLast(count + 1).joined(separator: " ")
    }
    return title
  }
}
