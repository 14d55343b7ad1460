package import KitchenModel

/// What another process asks of a live run.
package struct RunCommand: Sendable, Hashable {
  /// Its number, growing in the order of asking.
  package var id: Int
  /// What to do.
  package var verb: String
  /// What to do it with, as JSON.
  package var payload: String
  /// When it was asked.
  package var postedAt: Instant
}
