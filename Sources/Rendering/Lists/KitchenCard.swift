package import KitchenModel

/// The cooks and the equipment.
package enum KitchenCard {
  /// The card in at most `width` columns.
  package static func text(of kitchen: Kitchen, width: Int = 80) -> StyledText {
    var text = StyledText()
    text.append(wrapping: cooks(kitchen.cooks), width: width, indent: "  ")
    for absence in kitchen.away {
      let words =
        "\(TerminalText.sanitized(absence.cook)) is away from \(absence.from.text)"
        + " to \(absence.to.text)."
      text.append(wrapping: words, width: width, indent: "  ")
    }
    guard !kitchen.equipment.isEmpty else {
      text.append(wrapping: "No equipment.", width: width)
      return text
    }
    text.append("")
    var table = TextTable([
      .init("equipment", shrinks: true), .init("count", alignment: .trailing),
      .init("slots each", alignment: .trailing), .init("preheats in", alignment: .trailing),
      .init("food in it"),
    ])
    for equipment in kitchen.equipment {
      table.append([
        .init(TerminalText.sanitized(equipment.name)),
        .init(String(equipment.count)),
        .init(equipment.slots > 1 ? String(equipment.slots) : ""),
        .init(equipment.preheat > .zero ? equipment.preheat.exactText : ""),
        .init(effect(of: equipment)),
      ])
    }
    text.lines += table.lines(width: width)
    return text
  }

  private static func effect(of equipment: Equipment) -> String {
    switch equipment.effect {
    case .heats: "is heated"
    case .chills: "is chilled"
    case .neither: ""
    }
  }

  private static func cooks(_ cooks: Kitchen.Cooks) -> String {
    switch cooks {
    case .count(1): "One cook."
    case .count(let count): "\(count) cooks."
    case .named(let names):
      (names.count == 1 ? "One cook: " : "\(names.count) cooks: ")
        + names.map(TerminalText.sanitized).joined(separator: ", ") + "."
    }
  }
}
