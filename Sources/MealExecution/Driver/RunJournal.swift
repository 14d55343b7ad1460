/// Where a run's log goes.
package protocol RunJournal: Sendable {
  /// Appends to the log, all or nothing; on return it is durable.
  ///
  /// The driver calls it outside its own cancellation: what has happened is written down even where
  /// the run is being stopped.
  func append(_ entries: [RunEntry]) async throws
}
