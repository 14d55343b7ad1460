import KitchenModel

/// What people call the parts of a plan, safe for a terminal.
struct StepWords: Sendable {
  private let menu: Menu
  private let cookNames: [String]

  init(_ menu: Menu) {
    self.menu = menu
    cookNames = menu.kitchen.cooks.names.map(TerminalText.sanitized)
  }

  /// The dish of a step, as the meal calls it.
  func dish(_ reference: StepReference) -> String {
    TerminalText.sanitized(menu.dishes[reference.dish].label)
  }

  /// What the step is called.
  func step(_ reference: StepReference) -> String {
    TerminalText.sanitized(menu[reference].title)
  }

  /// What the step is called beside the name of its dish: where it is called the same, whether it
  /// needs hands.
  func stepBesideDish(_ reference: StepReference, _ kind: Way.Kind) -> String {
    echoesDish(reference) ? DishWords.kind(kind) : step(reference)
  }

  /// `heat to 200C`; `turn down to 180C` where it is hotter.
  func heating(_ preheat: Preheat, isCooling: Bool) -> String {
    "\(isCooling ? "turn down" : "heat") to \(preheat.temperature.text)"
  }

  /// `Gratin: Bake`; the dish alone where the step is called like it.
  func dishAndStep(_ reference: StepReference) -> String {
    guard !echoesDish(reference) else { return dish(reference) }
    return "\(dish(reference)): \(step(reference))"
  }

  private func echoesDish(_ reference: StepReference) -> Bool {
    menu[reference].title == menu.dishes[reference.dish].dish.name.text
  }

  /// What is served together: `Soup, Bread`; empty where it is the whole meal.
  func served(_ dishes: [Int]) -> String {
    guard dishes.count < menu.dishes.count else { return "" }
    return dishes.map { TerminalText.sanitized(menu.dishes[$0].label) }.joined(separator: ", ")
  }

  /// Who does it: `Ana, Ben`; empty for nobody.
  func cooks(_ planned: PlannedStep) -> String {
    planned.cooks.map(cook).joined(separator: ", ")
  }

  /// A cook's name, by index in the kitchen.
  func cook(_ index: Int) -> String {
    cookNames.indices.contains(index) ? cookNames[index] : "cook \(index + 1)"
  }

  /// What it is done with: `oven 2, 180C`, `burner ×2`; empty for nothing.
  func equipment(_ planned: PlannedStep) -> String {
    guard !planned.uses.isEmpty else { return "" }
    var parts = planned.uses.map { use in
      let times = use.units > 1 && slots(of: use.equipment) == 1 ? " ×\(use.units)" : ""
      return appliance(use.equipment, use.unit) + times
    }
    if let temperature = way(planned).temperature { parts.append(temperature.text) }
    return parts.joined(separator: ", ")
  }

  /// `oven`, or `oven 2` where the kitchen has several that are told apart.
  func appliance(_ equipment: String, _ unit: Int?) -> String {
    let name = TerminalText.sanitized(equipment)
    let isOnly = menu.kitchen.equipment.first { $0.name == equipment }.map { $0.count == 1 }
    guard let unit, isOnly != true else { return name }
    return "\(name) \(unit)"
  }

  /// The way a step is done.
  func way(_ planned: PlannedStep) -> Way {
    let ways = menu[planned.reference].ways
    return ways[min(planned.option, ways.count - 1)]
  }

  private func slots(of equipment: String) -> Int {
    menu.kitchen.equipment.first { $0.name == equipment }?.slots ?? 1
  }
}
