package import KitchenModel

/// What a verb led to, for whoever said it.
package indirect enum VerbOutcome: Sendable, Hashable {
  /// The act is done.
  case answered(Act)
  /// The step has ended.
  case ended(StepReference)
  case started(StepReference)
  /// The run has begun before its time.
  case begun
  /// The step takes so much longer or, negative, less, and so long in all from now on.
  case retimed(StepReference, by: Seconds, takes: Seconds)
  /// The step takes less by all that was left of it, which is not as much as was asked for.
  case usedUp(StepReference, by: Seconds, takes: Seconds)
  case skipped(StepReference)
  case paused
  case resumed
  /// The cook, by index, does the step.
  case handed(StepReference, to: Int)
  /// These dishes are on the menu, by the names they have there.
  case added([String])
  /// What was left of the dish, by index, is left out.
  case dropped(dish: Int)
  case noted
  /// What was said is taken back.
  case undone(VerbOutcome)
  case aborted
}

extension VerbOutcome {
  /// The step of which it was said how long it takes; nil for none.
  var retimedStep: StepReference? {
    switch self {
    case .retimed(let step, _, _), .usedUp(let step, _, _): step
    default: nil
    }
  }
}
