package import JSON

extension CooklangRecipe {
  /// The parse tree in the terms of Cooklang's canonical test suite: `steps`, each a list of items
  /// with their `type`, and `metadata`.
  ///
  /// An ingredient without a quantity has `some`, cookware without one has 1. Beyond the suite's
  /// terms an item has `optional`, `note`, `alias` and `modifiers` only where they are written.
  package var tree: JSONValue {
    .object([
      .init("steps", .array(steps.map { .array($0.items.map(\.tree)) })),
      .init("metadata", .object(uniqueMetadata)),
    ])
  }

  /// Each key once, where it first stands, with the value that it has last.
  private var uniqueMetadata: [JSONValue.Member] {
    var places: [String: Int] = [:]
    var members: [JSONValue.Member] = []
    for member in metadata {
      if let place = places[member.key] {
        members[place] = member
      } else {
        places[member.key] = members.count
        members.append(member)
      }
    }
    return members
  }
}

extension CooklangRecipe.Item {
  fileprivate var tree: JSONValue {
    switch self {
    case .text(let text): .object([.init("type", .string("text")), .init("value", .string(text))])
    case .ingredient(let component): component.tree("ingredient", defaultQuantity: .string("some"))
    case .cookware(let component): component.tree("cookware", defaultQuantity: .number(1))
    case .timer(let timer):
      .object([
        .init("type", .string("timer")), .init("name", .string(timer.name)),
        .init("quantity", timer.amount?.quantity.tree ?? .string("")),
        .init("units", .string(timer.amount?.unit ?? "")),
      ])
    }
  }
}

extension CooklangComponent {
  fileprivate func tree(_ type: String, defaultQuantity: JSONValue) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("type", .string(type)), .init("name", .string(name)),
      .init("quantity", amount?.quantity.tree ?? defaultQuantity),
      .init("units", .string(amount?.unit ?? "")),
    ]
    if modifiers.contains(.optional) { members.append(.init("optional", .bool(true))) }
    if let note { members.append(.init("note", .string(note))) }
    if let alias { members.append(.init("alias", .string(alias))) }
    let others = Modifier.allCases.filter { $0 != .optional && modifiers.contains($0) }
    if !others.isEmpty {
      members.append(.init("modifiers", .array(others.map { .string($0.rawValue) })))
    }
    return .object(members)
  }
}

extension CooklangAmount.Quantity {
  fileprivate var tree: JSONValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    }
  }
}
