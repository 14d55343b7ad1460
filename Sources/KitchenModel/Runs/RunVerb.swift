/// What a cook tells a run that goes on: by a key, at the command line, on a page, or through the
/// database from another process.
package enum RunVerb: Sendable, Hashable {
  /// What is due of the step is done, or it has ended; nil: the act that has been due longest. `at`
  /// backdates it.
  case done(StepReference? = nil, at: Seconds? = nil)
  /// This act is done. `at` backdates it.
  case answer(Act, at: Seconds? = nil)
  /// Start the step ahead of the plan; nil: the next one.
  case start(StepReference? = nil)
  /// The step takes this much longer.
  case extend(StepReference? = nil, by: Seconds)
  /// The step takes this much less.
  case shorten(StepReference? = nil, by: Seconds)
  /// Leave the step out, or end it as not done.
  case skip(StepReference? = nil)
  /// Start nothing until ``resume``; what runs keeps going.
  case pause
  /// Go on.
  case resume
  /// This cook does the step, by index; nil: the only step that takes hands.
  case hand(StepReference? = nil, to: Int)
  /// Cook these as well.
  case add([Dish])
  /// Leave out what is left of a dish, by its index in the menu.
  case drop(dish: Int)
  /// Write this into the log.
  case note(String)
  /// Take back the last verb that changed anything.
  case undo
  /// End the run for good; its record stays.
  case abort
}
