/// For how long a new plan may be looked for while somebody waits for it.
///
/// The question is asked often; true ends a search with the best so far.
package struct ReplanPatience: Sendable {
  /// What is looked for, one after the other.
  package enum Stage: Int, Sendable, CaseIterable {
    /// The plan that serves soonest and leaves food standing least.
    case best
    /// One that serves sooner where a distance may be exceeded a little.
    case tolerance
    /// One that further surprises put off less.
    case foresight
  }

  /// After how many dead ends each search stops, so that the same question is answered the same way
  /// on every machine; nil for no limit.
  package var conflicts: Int?
  /// Whether a stage has had its time. A later stage's comes no sooner than an earlier one's.
  package var isOver: @Sendable (Stage) -> Bool

  /// Creates patience, by default without end.
  package init(
    conflicts: Int? = nil, isOver: @escaping @Sendable (Stage) -> Bool = { _ in false }
  ) {
    self.conflicts = conflicts
    self.isOver = isOver
  }
}
