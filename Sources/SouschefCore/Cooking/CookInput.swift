package import KitchenModel

/// What a cook says to a run, at the terminal that cooks or at any other.
package enum CookInput: Sendable, Hashable {
  /// The step has ended; nil: the one that is meant is plain. `at` backdates it, counted from the
  /// run's start.
  case done(StepReference? = nil, at: Seconds? = nil)
  /// Start the step ahead of the plan; nil: the next one.
  case start(StepReference? = nil)
  /// The step takes this much longer.
  case extend(StepReference? = nil, by: Seconds)
  /// The step takes this much less.
  case shorten(StepReference? = nil, by: Seconds)
  /// Leave the step out.
  case skip(StepReference? = nil)
  /// Start nothing until ``resume``.
  case pause
  /// Go on.
  case resume
  /// This cook, by index in the kitchen, does the step.
  case hand(StepReference? = nil, to: Int)
  /// Cook these as well.
  case add([Dish])
  /// Leave out what is left of a dish, by index in the menu.
  case drop(dish: Int)
  /// Write this into the log.
  case note(String)
  /// Take back what was said last.
  case undo
  /// End the run and keep its record.
  case abort
}
