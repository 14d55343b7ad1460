package import KitchenModel

extension Menu: Codable {
  private enum Key: String, CodingKey { case name, dishes, kitchen }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(name: try form.read(.name), dishes: [], kitchen: try form.read(.kitchen))
    // What they are called in this meal was settled when it was planned.
    dishes = try form.read(.dishes)
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.name, name), (.dishes, dishes), (.kitchen, kitchen))
  }
}

extension Menu.Serving: Codable {
  private enum Key: String, CodingKey { case label, dish, scale }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      label: try form.read(.label), dish: try form.read(.dish), scale: try form.find(.scale))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.label, label), (.dish, dish), (.scale, scale))
  }
}

extension StepReference: Codable {
  private enum Key: String, CodingKey { case dish, step }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(dish: try form.read(.dish), step: try form.read(.step))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.dish, dish), (.step, step))
  }
}
