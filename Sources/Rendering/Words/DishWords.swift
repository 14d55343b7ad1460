import KitchenModel

/// Says in words how steps of a dish are done and what they follow, safe for a terminal.
struct DishWords {
  private let dish: Dish

  init(_ dish: Dish) { self.dish = dish }

  /// `Gratin, for 8`, `Gratin ×2`: what heads a dish's ingredients.
  static func heading(of serving: Menu.Serving) -> String {
    let label = TerminalText.sanitized(serving.label)
    let times = serving.scale.map { " ×\($0.text)" } ?? ""
    return label + times + (serving.dish.servings.map { ", for \($0)" } ?? "")
  }

  /// `hands-on` or `waiting`.
  static func kind(_ kind: Way.Kind) -> String {
    switch kind {
    case .blocking: "hands-on"
    case .waiting: "waiting"
    }
  }

  /// `10 min`, `10–15 min`, `8–12 h`, `1 h 20–1 h 40`.
  static func duration(_ estimate: Estimate) -> String {
    guard !estimate.isExact else { return estimate.likely.exactText }
    let ends = [estimate.minimum.exactText, estimate.maximum.exactText]
    // A unit that both ends have is said once.
    let words = ends.map { $0.split(separator: " ") }
    guard words.allSatisfy({ $0.count == 2 }), words[0][1] == words[1][1] else {
      return ends.joined(separator: "–")
    }
    return "\(words[0][0])–\(ends[1])"
  }

  /// What a way takes: `oven, 180C; Ana`.
  static func needs(_ way: Way) -> String {
    var uses = way.uses.map { use in
      TerminalText.sanitized(use.equipment) + (use.units > 1 ? " ×\(use.units)" : "")
    }
    if let temperature = way.temperature { uses.append(temperature.text) }
    var parts = uses.isEmpty ? [] : [uses.joined(separator: ", ")]
    if let cook = way.cook { parts.append(TerminalText.sanitized(cook)) }
    if way.cooks > 1 { parts.append("\(way.cooks) cooks") }
    if way.startsItself { parts.append("starts itself") }
    return parts.joined(separator: "; ")
  }

  /// `keeps 20 min`, `keeps`, `does not keep`.
  static func keeping(_ keeping: Keeping) -> String {
    switch keeping {
    case .withoutEnd: "keeps"
    case .notAtAll: "does not keep"
    case .limited(let limit): "keeps \(limit.exactText)"
    }
  }

  /// What the step at an index follows, where that is not simply the step before it.
  func after(_ index: Int) -> String {
    let step = dish.steps[index]
    let usual = index == 0 ? [] : [Dependency(dish.steps[index - 1].id)]
    guard step.after != usual else { return "" }
    guard !step.after.isEmpty else { return "nothing" }
    return step.after.map(Self.text).joined(separator: ", ")
  }

  private static func text(_ dependency: Dependency) -> String {
    let step = [dependency.dish, dependency.step].compactMap { $0 }.joined(separator: "/")
    let moment = dependency.from == .start ? "start of " : ""
    let least = dependency.minimum.flatMap { $0 == .zero ? nil : "min \($0.exactText)" }
    let limits = [
      dependency.minimum == nil ? "or before" : least,
      dependency.maximum.map { "max \($0.exactText)" },
    ].compactMap { $0 }
    let suffix = limits.isEmpty ? "" : " (\(limits.joined(separator: ", ")))"
    return moment + TerminalText.sanitized(step) + suffix
  }
}
