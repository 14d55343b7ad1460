/// Which step of a menu an `after` means: the one place that says it.
///
/// A dish that comes again depends on its own steps; another dish is found by its label, which for
/// one that comes again is the first's. Labels and identifiers match whatever their case and Unicode
/// form. Planner, executor, reader, writer and checks ask here.
///
/// Complexity: O(n) in the menu's steps to create, O(1) for each question.
package struct StepResolver: Sendable {
  private var dishes: [String: Int] = [:]
  private var steps: [[String: Int]] = []
  private let menu: Menu

  /// Creates a resolver for `menu`.
  package init(_ menu: Menu) {
    self.menu = menu
    for (index, serving) in menu.dishes.enumerated() {
      let key = Name.key(of: serving.label)
      if dishes[key] == nil { dishes[key] = index }
      steps.append(serving.dish.placesOfSteps)
    }
  }

  /// The step that a dependency of the step at `reference` is on; nil where the menu has none.
  package func target(of dependency: Dependency, from reference: StepReference) -> StepReference? {
    guard let dish = dish(of: dependency, from: reference),
      let step = steps[dish][Name.key(of: dependency.step)]
    else { return nil }
    return StepReference(dish: dish, step: step)
  }

  /// The dish that such a dependency names, by index; nil where the menu has none.
  package func dish(of dependency: Dependency, from reference: StepReference) -> Int? {
    guard let name = dependency.dish, !menu.dishes[reference.dish].dish.owns(dependency) else {
      return reference.dish
    }
    return dishes[Name.key(of: name)]
  }
}

extension Dish {
  /// The index of each step by the key of its identifier.
  package var placesOfSteps: [String: Int] {
    var places: [String: Int] = [:]
    for (place, step) in steps.enumerated() { places[Name.key(of: step.id)] = place }
    return places
  }
}
