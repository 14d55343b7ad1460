package import KitchenModel

/// Something for the cook to know that is no fact of the run.
package enum RunRemark: Sendable, Hashable {
  /// Switch it on now.
  case preheat(Preheat)
  /// Nobody's hands are needed until then.
  case free(until: Seconds)
  /// Hands are needed for the step so soon; nil: for serving.
  case soon(StepReference?, in: Seconds)
  /// The step is past its time by so much, and nobody has said that it is done.
  case stillOverdue(StepReference, by: Seconds)
  /// Everything is ready.
  case serve
  /// A limit that the plan from here on cannot keep.
  case limitBroken(BrokenLimit)
  /// A step started this much later than its limit after another allows.
  case startedTooLate(StepReference, after: StepReference, by: Seconds)
  /// A dish waited this much longer than its `holdMax` to be served.
  case heldTooLong(dish: Int, by: Seconds)
  /// These cannot start, whatever ends.
  case stuck([StepReference])
}
