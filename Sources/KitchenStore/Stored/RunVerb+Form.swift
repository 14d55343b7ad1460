package import KitchenModel

/// The details of a verb; its name stands in a column of its own.
extension RunVerb.Details: Codable {
  private enum Key: String, CodingKey { case step, at, by, cook, dish, dishes, text, act }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      step: try form.find(.step), at: try form.find(.at), by: try form.find(.by),
      cook: try form.find(.cook), dish: try form.find(.dish), dishes: try form.find(.dishes),
      text: try form.find(.text), act: try form.find(.act))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.step, step), (.at, at), (.by, by), (.cook, cook), (.dish, dish), (.dishes, dishes),
      (.text, text), (.act, act))
  }
}

extension Act: Codable {
  private enum Key: String, CodingKey {
    case act, step, equipment, unit, temperature, courseSeconds
  }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    switch try form.read(.act) as Kind {
    case .perform: self = .perform(try form.read(.step))
    case .putIn: self = .putIn(try form.read(.step))
    case .takeOut: self = .takeOut(try form.read(.step))
    case .serve: self = .serve(course: try form.read(.courseSeconds))
    case .heat:
      let text: String = try form.read(.temperature)
      guard let temperature = try? Temperature(parsing: text) else {
        throw form.refused(.temperature, "This is not a temperature.")
      }
      self = .heat(
        Heating(
          equipment: try form.read(.equipment), unit: try form.read(.unit),
          temperature: temperature))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var heating: Heating?
    var course: Seconds?
    switch self {
    case .perform, .putIn, .takeOut: break
    case .serve(let asked): course = asked
    case .heat(let asked): heating = asked
    }
    try encoder.write(
      (Key.act, kind), (.step, step), (.courseSeconds, course), (.equipment, heating?.equipment),
      (.unit, heating?.unit), (.temperature, heating?.temperature.text))
  }
}
