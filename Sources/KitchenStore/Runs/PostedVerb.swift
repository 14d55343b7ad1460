package import KitchenModel

/// What another process asks of a live run.
package struct PostedVerb: Sendable, Hashable {
  /// Its number, growing in the order of asking.
  package var id: Int
  /// What to do; nil where this version does not know the verb, or it lacks a detail.
  package var verb: RunVerb?
  /// When it was asked.
  package var postedAt: Instant

  /// Creates what is asked.
  package init(id: Int, verb: RunVerb?, postedAt: Instant) {
    self.id = id
    self.verb = verb
    self.postedAt = postedAt
  }
}
