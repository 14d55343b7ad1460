/// The time on the clock that a plan was asked for.
package enum TimeAsked: Sendable, Hashable {
  /// None: the plan floats, or starts now where clock limits play a part.
  case none
  /// The plan starts then.
  case start(Instant)
  /// Dinner is served then; the plan starts as late as it can.
  case serve(Instant)

  /// Which time it is, as a plan says it.
  package var planAnchor: Plan.Anchor? {
    switch self {
    case .none: nil
    case .start: .start
    case .serve: .serve
    }
  }
}
