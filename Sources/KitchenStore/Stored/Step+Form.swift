package import KitchenModel

extension Step: Codable {
  private enum Key: String, CodingKey {
    case id, title, ways, hasOptions, after, notBefore, notAfter, keeps
  }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    let ways: [Way] = try form.read(.ways)
    guard !ways.isEmpty else { throw form.refused(.ways, "A step is done in some way.") }
    self.init(
      id: try form.read(.id), title: try form.read(.title), options: ways,
      after: try form.read(.after), notBefore: try form.find(.notBefore),
      notAfter: try form.find(.notAfter), keeps: try form.find(.keeps))
    hasOptions = try form.read(.hasOptions)
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.id, id), (.title, title), (.ways, ways), (.hasOptions, hasOptions), (.after, after),
      (.notBefore, notBefore), (.notAfter, notAfter), (.keeps, keeps))
  }
}

extension Way: Codable {
  private enum Key: String, CodingKey {
    case kind, duration, uses, temperature, cooks, cook, startsItself
  }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      try form.read(.kind), try form.read(.duration), uses: try form.read(.uses),
      temperature: try form.find(.temperature), cooks: try form.read(.cooks),
      cook: try form.find(.cook), startsItself: try form.read(.startsItself))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.kind, kind), (.duration, duration), (.uses, uses), (.temperature, temperature),
      (.cooks, cooks), (.cook, cook), (.startsItself, startsItself))
  }
}

extension Way.Use: Codable {
  private enum Key: String, CodingKey { case equipment, units }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(try form.read(.equipment), units: try form.read(.units))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.equipment, equipment), (.units, units))
  }
}

extension Dependency: Codable {
  private enum Key: String, CodingKey { case dish, step, from, minimum, maximum }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      dish: try form.find(.dish), try form.read(.step), from: try form.read(.from),
      minimum: try form.find(.minimum), maximum: try form.find(.maximum))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.dish, dish), (.step, step), (.from, from), (.minimum, minimum), (.maximum, maximum))
  }
}

/// Values out of order are read as they are: whoever checks the dish or the plan refuses them.
extension Estimate: Codable {
  private enum Key: String, CodingKey { case minimum, likely, maximum }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(try form.read(.likely))
    minimum = try form.read(.minimum)
    maximum = try form.read(.maximum)
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.minimum, minimum), (.likely, likely), (.maximum, maximum))
  }
}

/// Ends out of order are read as they are, like those of an estimate.
extension Temperature: Codable {
  private enum Key: String, CodingKey { case scale, lower, upper }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    let lower: Int = try form.read(.lower)
    self.init(try form.read(.scale), lower: lower, upper: lower)
    upper = try form.read(.upper)
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.scale, scale), (.lower, lower), (.upper, upper))
  }
}
