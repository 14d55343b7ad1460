package import KitchenModel

/// A shopping list, by aisle, on a terminal and in documents.
package enum ShoppingText {
  /// How much of a thing: `1.5 kg`, `2 tins (400 g) + 1 cup`; empty where no amount is given.
  package static func amounts(_ item: ShoppingList.Item) -> String {
    item.amounts.map(spoken).map { amount in
      let number =
        (amount.isMetric ? amount.amount.decimalText() : nil) ?? amount.amount.mixedText
      let isOne = amount.amount.numerator <= amount.amount.denominator
      let unit = (isOne ? amount.unit : amount.plural ?? amount.unit).map { " \($0)" } ?? ""
      return number + unit + (amount.size.map { " (\($0))" } ?? "")
    }.joined(separator: " + ")
  }

  /// An amount in the unit that tells it in few digits: 2.1 kg for 2100 g, 250 ml for 0.25 l.
  private static func spoken(_ amount: ShoppingList.Amount) -> ShoppingList.Amount {
    let thousand = Fraction(1000)
    for (small, large) in [("g", "kg"), ("ml", "l")] {
      let isMuch =
        amount.unit == small && amount.amount.numerator >= 1000 * amount.amount.denominator
      let isLittle = amount.unit == large && amount.amount.numerator < amount.amount.denominator
      let number =
        isMuch
        ? thousand.flatMap { amount.amount.divided(by: $0) }
        : isLittle ? thousand.flatMap { amount.amount.times($0) } : nil
      guard let number else { continue }
      var spoken = amount
      spoken.amount = number
      spoken.unit = isMuch ? large : small
      spoken.plural = spoken.unit
      return spoken
    }
    return amount
  }

  /// The list in at most `width` columns.
  package static func text(of list: ShoppingList, width: Int = 80) -> StyledText {
    var text = StyledText()
    guard !list.items.isEmpty else {
      text.append("Nothing to buy.", .quiet)
      return text.fitted(to: width)
    }
    for (aisle, items) in byAisle(list) {
      if !text.lines.isEmpty { text.append("") }
      text.append(TerminalText.sanitized(aisle), .heading)
      var table = TextTable([
        .init(""), .init("", shrinks: true), .init("", shrinks: true), .init("", shrinks: true),
      ])
      for item in items {
        let style: TextStyle = item.isTicked || item.isInPantry ? .quiet : .plain
        table.append([
          .init(item.isTicked ? "x" : item.isInPantry ? "=" : "-", style),
          .init(TerminalText.sanitized(item.name), style),
          .init(TerminalText.sanitized(amounts(item)), style),
          .init(TerminalText.sanitized(item.from.joined(separator: ", ")), .quiet),
        ])
      }
      // The columns need no heads.
      text.lines += table.lines(width: width).dropFirst()
    }
    return text
  }

  /// What is always there, one a line.
  package static func pantry(_ items: [ShopItem], width: Int = 80) -> StyledText {
    StyledText(
      lines: items.isEmpty
        ? [StyledLine("The pantry is empty.", .quiet)]
        : items.map { StyledLine(TerminalText.sanitized($0.name)) }
    ).fitted(to: width)
  }

  /// The list in Markdown, a box for each thing.
  package static func markdown(of list: ShoppingList) -> String {
    func safe(_ text: String) -> String { MarkdownText.escaped(TerminalText.sanitized(text)) }
    var blocks = ["# Shopping"]
    for (aisle, items) in byAisle(list) {
      blocks.append("## " + safe(aisle))
      blocks.append(
        items.map { item in
          let amount = amounts(item)
          return "- \(item.isTicked ? "[x]" : "[ ]") \(safe(item.name))"
            + (amount.isEmpty ? "" : ": \(safe(amount))")
            + " *(\(safe(item.from.joined(separator: ", "))))*"
        }.joined(separator: "\n"))
    }
    if list.items.isEmpty { blocks.append("Nothing to buy.") }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The list as comma-separated values, a row an amount.
  package static func csv(of list: ShoppingList) -> String {
    var rows = [["aisle", "name", "amount", "unit", "size", "from", "inPantry", "ticked"]]
    for item in list.items {
      let amounts: [ShoppingList.Amount?] = item.amounts.isEmpty ? [nil] : item.amounts
      for amount in amounts {
        let number = amount.map { $0.amount.decimalText() ?? $0.amount.text } ?? ""
        rows.append([
          item.aisle, item.name, number, amount?.unit ?? "", amount?.size ?? "",
          item.from.joined(separator: "; "), item.isInPantry ? "yes" : "no",
          item.isTicked ? "yes" : "no",
        ])
      }
    }
    return CSVText.text(rows)
  }

  /// The things of a list by where the shop has them, in order.
  package static func byAisle(
    _ list: ShoppingList
  ) -> [(aisle: String, items: [ShoppingList.Item])] {
    var groups: [(aisle: String, items: [ShoppingList.Item])] = []
    for item in list.items {
      if groups.last?.aisle == item.aisle {
        groups[groups.count - 1].items.append(item)
      } else {
        groups.append((item.aisle, [item]))
      }
    }
    return groups
  }
}
