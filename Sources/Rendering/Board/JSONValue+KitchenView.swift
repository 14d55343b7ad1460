package import JSON
import KitchenModel

extension JSONValue {
  /// What a page in the kitchen shows, for its script.
  package init(_ view: KitchenView) {
    self = [
      "run": .int(view.run), "meal": .string(view.meal), "status": .string(view.status.rawValue),
      "speed": .decimal(units: view.speedThousandths, places: 3),
      "forecast": .string(view.forecast), "isLate": .bool(view.isLate),
      "notice": .text(view.notice),
      "now": .array(view.now.map { JSONValue($0, view.cooks) }),
      "waiting": .array(view.waiting.map { JSONValue($0, view.cooks) }),
      "next": .array(view.next.map { JSONValue($0, view.cooks) }),
      "done": .array(view.done.map { JSONValue($0, view.cooks) }),
      "steps": .array(view.steps.map(JSONValue.init)), "cooks": .texts(view.cooks),
      "dishes": .array(view.dishes.map(JSONValue.init)),
    ]
  }

  private init(_ entry: KitchenView.Entry, _ cooks: [String]) {
    // A kitchen of one cook says no name.
    let cook = entry.cook.flatMap {
      cooks.count > 1 && cooks.indices.contains($0) ? cooks[$0] : nil
    }
    self = [
      "key": .string(entry.key), "cook": .text(cook), "text": .string(entry.text),
      "detail": .string(entry.detail), "untilAt": .instant(entry.until),
      "clock": .string(entry.clock), "urgency": .string(entry.urgency.rawValue),
      "act": .text(entry.act),
    ]
  }

  private init(_ choice: KitchenView.Choice) {
    self = ["name": .string(choice.name), "text": .string(choice.text)]
  }
}
