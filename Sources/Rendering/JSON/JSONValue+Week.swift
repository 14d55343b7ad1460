package import JSON
package import KitchenModel

extension JSONValue {
  /// The entries of a week.
  package init(_ week: PlannedWeek) {
    self = .array(
      week.entries.map { shown in
        [
          "entry": .int(shown.entry.id),
          "date": .string(shown.entry.day.text),
          "title": .string(shown.entry.title),
          "servings": .number(shown.entry.servings),
          "serveAt": .instant(shown.serveAt),
          "startAt": .instant(shown.startAt),
          "handsOnSeconds": .seconds(shown.handsOn),
          "runId": .number(shown.entry.runID),
          "cooked": .bool(shown.isCooked),
          "leftoversOf": .number(shown.entry.leftoversOf),
          "dishes": .array(
            shown.entry.dishes.map { portion in
              ["name": .string(portion.dish.text), "servings": .number(portion.servings)]
            }),
          "warnings": .texts((shown.trouble.map { [$0] } ?? []) + shown.warnings.map(\.message)),
        ]
      })
  }

  /// What begins on an earlier day than it is eaten.
  package init(_ ahead: [AheadStep]) {
    self = .array(
      ahead.map { step in
        [
          "at": .instant(step.at), "dish": .string(step.dish), "step": .string(step.step),
          "title": .string(step.title), "seconds": .seconds(step.length),
          "entry": .int(step.entry.id), "serveAt": .instant(step.serveAt),
        ]
      })
  }

  /// What to buy; amounts are fractions as text.
  package init(_ list: ShoppingList) {
    self = .array(
      list.items.map { item in
        [
          "name": .string(item.name),
          "amounts": .array(
            item.amounts.map { amount in
              var members = [
                Member("amount", .string(amount.amount.text)), Member("unit", .text(amount.unit)),
              ]
              if let size = amount.size { members.append(Member("size", .string(size))) }
              return .object(members)
            }),
          "aisle": .string(item.aisle), "from": .texts(item.from),
          "inPantry": .bool(item.isInPantry), "ticked": .bool(item.isTicked),
        ]
      })
  }
}

extension WeekEntry {
  /// For how many it is, where all its dishes are for as many; nil where they are not, or nobody
  /// said.
  package var servings: Int? {
    let counts = Set(dishes.map(\.servings))
    return counts.count == 1 ? counts.first.flatMap { $0 } : nil
  }

  /// What is eaten: its dishes with their servings, or which meal it is left over from.
  package var spokenMeal: String { leftoversOf == nil ? spokenDishes : title }

  /// Its dishes as people read them: `Roast beef (for 6), gravy`.
  package var spokenDishes: String {
    dishes.map { portion in
      portion.dish.text + (portion.servings.map { " (for \($0))" } ?? "")
    }.joined(separator: ", ")
  }
}
