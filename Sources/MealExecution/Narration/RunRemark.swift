package import KitchenModel

/// Something for the cook to know that is not a fact of the run.
package enum RunRemark: Sendable, Hashable {
  /// Switch it on now, or turn it down.
  case preheat(Preheat, isCooling: Bool)
  /// Nobody's hands are needed until then; what comes then, where cooks answer for it.
  case free(until: Seconds, act: Act? = nil)
  /// Hands are needed for the step so soon; nil: for serving.
  case soon(StepReference?, act: Act? = nil, in: Seconds)
  /// The act should have been done so long ago, and nobody has said that it is.
  case overdue(Act, by: Seconds)
  /// A limit that the plan from here on cannot keep.
  case limitBroken(BrokenLimit)
  /// A step started this much later than its limit after another allows.
  case startedTooLate(StepReference, after: StepReference, by: Seconds)
  /// A dish waited this much longer than its `holdMax` to be served.
  case heldTooLong(dish: Int, by: Seconds)
  /// These cannot start, whatever ends.
  case stuck([StepReference])
}
