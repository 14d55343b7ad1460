package import KitchenModel

extension Kitchen: Codable {
  private enum Key: String, CodingKey { case cooks, equipment, away }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      cooks: try form.read(.cooks), equipment: try form.read(.equipment),
      away: try form.read(.away))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.cooks, cooks), (.equipment, equipment), (.away, away))
  }
}

/// `{"count": {"_0": 2}}` or `{"named": {"_0": ["Ana", "Ben"]}}`.
extension Kitchen.Cooks: Codable {
  private enum Key: String, CodingKey { case count, named }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self =
      form.contains(.count)
      ? .count(try form.nestedContainer(keyedBy: PlaceKey.self, forKey: .count).read(.first))
      : .named(try form.nestedContainer(keyedBy: PlaceKey.self, forKey: .named).read(.first))
  }

  package func encode(to encoder: any Encoder) throws {
    var form = encoder.container(keyedBy: Key.self)
    switch self {
    case .count(let count):
      var value = form.nestedContainer(keyedBy: PlaceKey.self, forKey: .count)
      try value.encode(count, forKey: .first)
    case .named(let names):
      var value = form.nestedContainer(keyedBy: PlaceKey.self, forKey: .named)
      try value.encode(names, forKey: .first)
    }
  }
}

extension Equipment: Codable {
  private enum Key: String, CodingKey { case name, count, slots, preheat, heat }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try form.read(.name), count: try form.read(.count), slots: try form.read(.slots),
      preheat: try form.read(.preheat), heat: try form.find(.heat))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.name, name), (.count, count), (.slots, slots), (.preheat, preheat), (.heat, heat))
  }
}

extension Absence: Codable {
  private enum Key: String, CodingKey { case cook, from, to }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(cook: try form.read(.cook), from: try form.read(.from), to: try form.read(.to))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.cook, cook), (.from, from), (.to, to))
  }
}

/// `{"timeOfDay": {"_0": {…}}}` or `{"dated": {"year": 2026, "month": 11, "day": 26, "_3": {…}}}`.
extension ClockTime: Codable {
  private enum Key: String, CodingKey { case timeOfDay, dated }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    guard form.contains(.dated) else {
      let value = try form.nestedContainer(keyedBy: PlaceKey.self, forKey: .timeOfDay)
      self = .timeOfDay(try value.read(.first))
      return
    }
    let value = try form.nestedContainer(keyedBy: PlaceKey.self, forKey: .dated)
    self = .dated(
      year: try value.read(.year), month: try value.read(.month), day: try value.read(.day),
      try value.read(.fourth))
  }

  package func encode(to encoder: any Encoder) throws {
    var form = encoder.container(keyedBy: Key.self)
    switch self {
    case .timeOfDay(let time):
      var value = form.nestedContainer(keyedBy: PlaceKey.self, forKey: .timeOfDay)
      try value.encode(time, forKey: .first)
    case .dated(let year, let month, let day, let time):
      var value = form.nestedContainer(keyedBy: PlaceKey.self, forKey: .dated)
      try value.encode(year, forKey: .year)
      try value.encode(month, forKey: .month)
      try value.encode(day, forKey: .day)
      try value.encode(time, forKey: .fourth)
    }
  }
}

extension ClockTime.TimeOfDay: Codable {
  private enum Key: String, CodingKey { case hour, minute, second }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      hour: try form.read(.hour), minute: try form.read(.minute), second: try form.read(.second))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.hour, hour), (.minute, minute), (.second, second))
  }
}
