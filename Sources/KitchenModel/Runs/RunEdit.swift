/// What a cook said of a run afterwards: appended to its edits, never overwritten.
package struct RunEdit: Sendable, Hashable {
  /// When it was said.
  package var madeAt: Instant
  /// What was said.
  package var kind: Kind

  /// Creates an edit.
  package init(madeAt: Instant, _ kind: Kind) {
    self.madeAt = madeAt
    self.kind = kind
  }

  /// The kinds of edit.
  package enum Kind: Sendable, Hashable {
    /// How good it was, from 1 to 5; the last one counts.
    case rated(Int)
    /// Something worth knowing.
    case noted(String)
    /// When a step really started and ended, from the run's start.
    case amended(StepReference, start: Seconds, end: Seconds)
  }
}
