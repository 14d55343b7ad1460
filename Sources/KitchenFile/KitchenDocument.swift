package import KitchenModel

/// What a kitchen file holds.
package struct KitchenDocument: Sendable, Hashable {
  /// The kitchen; nil where the file leaves it to the stored one.
  package var kitchen: Kitchen?
  /// The dishes in the order written, their names unique.
  package var dishes: [Dish]
  /// The meals in the order written, their names unique and no dish's; a meal may name dishes that
  /// are not in the file.
  package var meals: [Meal]

  /// Creates a document.
  package init(kitchen: Kitchen? = nil, dishes: [Dish] = [], meals: [Meal] = []) {
    self.kitchen = kitchen
    self.dishes = dishes
    self.meals = meals
  }
}

extension KitchenDocument {
  /// What is wrong in this document by itself, the worst first: names, the kitchen, each dish, and
  /// what the dishes say of one another and of the kitchen.
  ///
  /// A dependency on a dish that is not in the document is none of its faults.
  var findings: [Finding] {
    let names = nameFindings
    guard names.isEmpty else { return names }
    let own =
      (kitchen?.findings ?? []) + dishes.indices.flatMap { dishes[$0].findings(at: $0) }
    guard own.isEmpty else { return own }
    let menu = Menu(name: "", dishes: dishes, kitchen: kitchen ?? Kitchen())
    let missing = kitchen?.findings(in: dishes) ?? []
    let cycle = LagCycle(menu: menu).map { [$0.finding()] } ?? []
    return missing + menu.unknownSteps + cycle
  }

  private var nameFindings: [Finding] {
    var findings: [Finding] = []
    var seen: Set<Name> = []
    for (index, dish) in dishes.enumerated() where !seen.insert(dish.name).inserted {
      findings.append(Finding(.dish(index), .duplicate("dish", dish.name.text)))
    }
    let dishNames = seen
    for (index, meal) in meals.enumerated() {
      if dishNames.contains(meal.name) {
        findings.append(Finding(.meal(index), .sharedName(meal.name.text)))
      } else if !seen.insert(meal.name).inserted {
        findings.append(Finding(.meal(index), .duplicate("meal", meal.name.text)))
      }
      if meal.dishes.isEmpty {
        findings.append(Finding(.meal(index), .noDishes(meal: meal.name.text)))
      }
    }
    return findings
  }
}
