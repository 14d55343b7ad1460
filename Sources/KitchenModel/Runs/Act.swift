/// Something that a cook must do, and answers when it is done.
package enum Act: Sendable, Hashable {
  /// Do a hands-on step.
  case perform(StepReference)
  /// Begin a waiting step that does not start itself: put it in, or let it stand.
  case putIn(StepReference)
  /// End a waiting step in something that heats or chills.
  case takeOut(StepReference)
  /// Bring an appliance to a temperature.
  case heat(Heating)
  /// Serve the dishes whose serve offset this is.
  case serve(course: Seconds)

  /// An appliance and the temperature that it is to have.
  package struct Heating: Sendable, Hashable {
    /// The equipment's name.
    package var equipment: String
    /// Which appliance, from 1.
    package var unit: Int
    /// To what.
    package var temperature: Temperature

    /// Creates a heating.
    package init(equipment: String, unit: Int, temperature: Temperature) {
      self.equipment = equipment
      self.unit = unit
      self.temperature = temperature
    }
  }

  /// The kinds of act, named as in the JSON Lines.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case perform = "do"
    case putIn, takeOut, heat, serve
  }

  /// Which kind it is.
  package var kind: Kind {
    switch self {
    case .perform: .perform
    case .putIn: .putIn
    case .takeOut: .takeOut
    case .heat: .heat
    case .serve: .serve
    }
  }

  /// The step that it is about; nil for an appliance and for a course.
  package var step: StepReference? {
    switch self {
    case .perform(let step), .putIn(let step), .takeOut(let step): step
    case .heat, .serve: nil
    }
  }
}

/// An act in writing. The database keeps this form; it is declared, so that renaming a case or a
/// property changes no row.
extension Act: Codable {
  private enum CodingKeys: String, CodingKey {
    case act, step, equipment, unit, temperature, courseSeconds
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func step() throws -> StepReference {
      try container.decode(StepReference.self, forKey: .step)
    }
    switch try container.decode(Kind.self, forKey: .act) {
    case .perform: self = .perform(try step())
    case .putIn: self = .putIn(try step())
    case .takeOut: self = .takeOut(try step())
    case .serve:
      self = .serve(course: try container.decode(Seconds.self, forKey: .courseSeconds))
    case .heat:
      let text = try container.decode(String.self, forKey: .temperature)
      guard let temperature = try? Temperature(parsing: text) else {
        throw DecodingError.dataCorruptedError(
          forKey: .temperature, in: container, debugDescription: "This is not a temperature.")
      }
      self = .heat(
        Heating(
          equipment: try container.decode(String.self, forKey: .equipment),
          unit: try container.decode(Int.self, forKey: .unit), temperature: temperature))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .act)
    try container.encodeIfPresent(step, forKey: .step)
    switch self {
    case .perform, .putIn, .takeOut: break
    case .serve(let course): try container.encode(course, forKey: .courseSeconds)
    case .heat(let heating):
      try container.encode(heating.equipment, forKey: .equipment)
      try container.encode(heating.unit, forKey: .unit)
      try container.encode(heating.temperature.text, forKey: .temperature)
    }
  }
}
