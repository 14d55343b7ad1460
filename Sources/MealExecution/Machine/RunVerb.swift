package import KitchenModel

/// What a cook tells a run that goes on.
package enum RunVerb: Sendable, Hashable {
  /// The step has ended; nil: the one that is meant is plain. `at` backdates it.
  case done(StepReference?, at: Seconds? = nil)
  /// Start the step ahead of the plan; nil: the next one.
  case start(StepReference?)
  /// The step takes this much longer.
  case extend(StepReference?, by: Seconds)
  /// The step takes this much less.
  case shorten(StepReference?, by: Seconds)
  /// Leave the step out, or end it as not done.
  case skip(StepReference?)
  /// Start nothing until ``resume``; what runs runs on.
  case pause
  /// Go on.
  case resume
  /// This cook does the step, by index; nil: the only step that takes hands.
  case hand(StepReference?, to: Int)
  /// Cook these as well.
  case add([Dish])
  /// Leave out what is left of a dish, by its index in the menu.
  case drop(dish: Int)
  /// Write this into the log.
  case note(String)
  /// Take back the last verb that changed anything.
  case undo
  /// End the run and keep its record.
  case abort
}

/// Why a verb was refused; nothing has changed.
package enum VerbRefusal: Error, Sendable, Hashable {
  /// The run is over.
  case over(Run.Status)
  /// The menu has no such step.
  case unknown(StepReference)
  /// No step fits.
  case nothingFits
  /// Several fit and none was named.
  case ambiguous([StepReference])
  /// It is not running but stands so.
  case notRunning(StepReference, RunStep.Status)
  /// It is not pending but stands so.
  case notPending(StepReference, RunStep.Status)
  /// It cannot start yet: what it follows, its cooks or its equipment are not free.
  case notPossible(StepReference)
  /// The moment given is before the step's start or after now.
  case outOfTime(StepReference, Seconds)
  /// It takes nobody's hands, so that there is nothing to hand over.
  case needsNoHands(StepReference)
  /// Only this cook may do it.
  case needsCook(StepReference, String)
  /// That cook does it already.
  case inTheseHands(StepReference)
  /// Nothing of the dish is left.
  case dishOver(Int)
  /// Nothing has been said that could be taken back.
  case nothingToUndo
  /// Cooking has not begun yet.
  case notBegun
  /// The run is paused already.
  case paused
  /// The run is not paused.
  case notPaused
}
