package import KitchenModel

extension Dish: Codable {
  private enum Key: String, CodingKey {
    case name, steps, servings, serve, holdMaximum, keepsFor, serveOffset, notBefore, notAfter
    case tags, notes, ingredients, source, says
  }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try form.read(.name), steps: try form.read(.steps),
      servings: try form.find(.servings), serve: try form.read(.serve),
      holdMaximum: try form.find(.holdMaximum), keepsFor: try form.find(.keepsFor),
      serveOffset: try form.read(.serveOffset), notBefore: try form.find(.notBefore),
      notAfter: try form.find(.notAfter), tags: try form.read(.tags),
      notes: try form.find(.notes), ingredients: try form.read(.ingredients),
      source: try form.find(.source), says: try form.read(.says))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.name, name), (.steps, steps), (.servings, servings), (.serve, serve),
      (.holdMaximum, holdMaximum), (.keepsFor, keepsFor), (.serveOffset, serveOffset),
      (.notBefore, notBefore), (.notAfter, notAfter), (.tags, tags), (.notes, notes),
      (.ingredients, ingredients), (.source, source), (.says, says))
  }
}

extension Dish.Says: Codable {
  private enum Key: String, CodingKey { case start, finish }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(start: try form.find(.start), finish: try form.find(.finish))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.start, start), (.finish, finish))
  }
}

/// By what a recipe is multiplied: a fraction above zero.
extension Scale: Codable {
  private enum Key: String, CodingKey { case numerator, denominator }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    let above: Int = try form.read(.numerator)
    guard let scale = Fraction(above, over: try form.read(.denominator)).flatMap(Scale.init) else {
      throw form.refused(.numerator, "This is not a factor.")
    }
    self = scale
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.numerator, numerator), (.denominator, denominator))
  }
}
