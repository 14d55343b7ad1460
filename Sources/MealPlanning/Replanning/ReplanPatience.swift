/// For how long a new plan may be looked for while somebody waits for it.
///
/// The questions are asked often; returning true ends a search with the best so far.
package struct ReplanPatience: Sendable {
  /// After how many dead ends each search stops, so that the same question is answered the same way
  /// on every machine; nil for no limit.
  package var conflicts: Int?
  /// Whether the soonest and least held plan has been looked for long enough.
  package var isBestFoundLate: @Sendable () -> Bool
  /// Whether it is time to answer at all; true no sooner than ``isBestFoundLate``.
  package var isOver: @Sendable () -> Bool

  /// Creates patience, by default without end.
  package init(
    conflicts: Int? = nil, isBestFoundLate: @escaping @Sendable () -> Bool = { false },
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.conflicts = conflicts
    self.isBestFoundLate = isBestFoundLate
    self.isOver = isOver
  }
}
