package import KitchenModel

/// A plan made in the middle of a meal.
package struct ReplanOutcome: Sendable, Hashable {
  /// What is to be done from here on, with what has begun as it is.
  package var plan: Plan
  /// The limits that can no longer be kept, each once and broken by as little as the others allow.
  package var broken: [BrokenLimit]
  /// Whether steps start where that leaves most room for surprises, not as early as they can.
  package var looksAhead = false
  /// Whether it is the current plan, with what can begin sooner begun sooner.
  package var goesOn = false
}
