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
