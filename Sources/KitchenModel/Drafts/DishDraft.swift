/// A dish made from a recipe that the cook has not confirmed yet.
package struct DishDraft: Sendable, Hashable {
  /// The dish as it would be stored.
  package var dish: Dish
  /// For each of the dish's steps, where its duration came from and what to look at.
  package var numbers: [Number]
  /// The whole time that the recipe states; nil where it states none.
  package var statedTotal: Seconds?
  /// What to look at before storing it.
  package var warnings: [Diagnostic]

  /// Creates a draft; `numbers` has an entry for every step.
  package init(
    dish: Dish, numbers: [Number], statedTotal: Seconds? = nil, warnings: [Diagnostic] = []
  ) {
    precondition(numbers.count == dish.steps.count, "every step has a number")
    self.dish = dish
    self.numbers = numbers
    self.statedTotal = statedTotal
    self.warnings = warnings
  }

  /// Where a step's duration came from.
  package struct Number: Sendable, Hashable {
    /// Its origin.
    package var origin: Origin
    /// For the cook to look at.
    package var remarks: [String]

    /// Creates a number.
    package init(_ origin: Origin, remarks: [String] = []) {
      self.origin = origin
      self.remarks = remarks
    }
  }

  /// The origins of a duration.
  package enum Origin: String, Sendable, Hashable, CaseIterable {
    /// The recipe's words state it.
    case stated
    /// A timer of the recipe's markup says it.
    case timer
    /// It was estimated from the length of the text.
    case estimated
    /// Nothing is known of it: the recipe's language is not read.
    case unknown
    /// The cook wrote it.
    case edited
  }

  /// One thing at a time: the sum of the likely durations.
  package var sum: Seconds {
    dish.steps.reduce(.zero) { $0 + ($1.ways.first?.duration.likely ?? .zero) }
  }

  /// The draft with the cook's own version of its dish; numbers that the cook left stay what they
  /// were, and what was to be looked at has been.
  package func edited(_ dish: Dish) -> DishDraft {
    var before: [String: (Step, Number)] = [:]
    for (step, number) in zip(self.dish.steps, numbers) { before[step.id] = (step, number) }
    let numbers = dish.steps.map { step in
      if let (old, number) = before[step.id], old.ways == step.ways {
        number
      } else {
        Number(.edited)
      }
    }
    return DishDraft(dish: dish, numbers: numbers, statedTotal: statedTotal)
  }
}
