/// What is to be cooked: dishes with their identities in this meal, and the kitchen for it.
///
/// A plan carries its menu as a snapshot, so that later changes to dishes never change history.
package struct Menu: Sendable, Hashable {
  /// What the whole is called: the meal's name, or the dishes' joined.
  package var name: String
  /// The dishes in listed order.
  package var dishes: [Serving]
  /// The kitchen it is cooked in.
  package var kitchen: Kitchen
  /// The dishes that are not served after all, by index: said while it is cooked and of what was cooked;
  /// a plan leaves it empty.
  package var leftOut: Set<Int> = []

  /// Creates a menu; a dish that comes again is called `Pizza (2)`, `Pizza (3)`, …, and equipment is
  /// called as the kitchen calls it.
  package init(name: String, dishes: [Dish], kitchen: Kitchen) {
    self.name = name
    self.kitchen = kitchen
    var seen: [Name: Int] = [:]
    self.dishes = dishes.map { dish in
      let times = (seen[dish.name] ?? 0) + 1
      seen[dish.name] = times
      let label = times == 1 ? dish.name.text : "\(dish.name.text) (\(times))"
      return Serving(label: label, dish: kitchen.naming(dish))
    }
  }

  /// A dish with its identity in the meal.
  package struct Serving: Sendable, Hashable {
    /// The dish's name, with a number where the dish comes again.
    package var label: String
    /// The dish as it was when the menu was made.
    package var dish: Dish
    /// By what its recipe was multiplied; nil for the recipe as it is.
    package var scale: Scale?

    /// Creates a serving.
    package init(label: String, dish: Dish, scale: Scale? = nil) {
      self.label = label
      self.dish = dish
      self.scale = scale
    }
  }
}

/// A step of a menu, by place: the dish's index in the menu and the step's in the dish.
package struct StepReference: Sendable, Hashable, Comparable {
  /// The index in ``Menu/dishes``.
  package var dish: Int
  /// The index in ``Dish/steps``.
  package var step: Int

  /// Creates a reference.
  package init(dish: Int, step: Int) {
    self.dish = dish
    self.step = step
  }

  package static func < (a: StepReference, b: StepReference) -> Bool {
    (a.dish, a.step) < (b.dish, b.step)
  }
}

extension Menu {
  /// Every step in listed order.
  package var stepReferences: [StepReference] {
    dishes.indices.flatMap { dish in
      dishes[dish].dish.steps.indices.map { StepReference(dish: dish, step: $0) }
    }
  }

  /// The step at a place.
  package subscript(reference: StepReference) -> Step {
    dishes[reference.dish].dish.steps[reference.step]
  }
}
