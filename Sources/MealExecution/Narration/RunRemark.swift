package import KitchenModel

/// Something for the cook to know that is no fact of the run.
package enum RunRemark: Sendable, Hashable {
  /// Switch it on now.
  case preheat(Preheat)
  /// A step started this much later than its limit after another allows.
  case startedTooLate(StepReference, after: StepReference, by: Seconds)
  /// A dish waited this much longer than its `holdMax` to be served.
  case heldTooLong(dish: Int, by: Seconds)
  /// These cannot start, whatever ends.
  case stuck([StepReference])
}
