package import KitchenModel
import KitchenStore

/// Looks whether anything has happened to what is cooking, at the cost of two small reads: for who
/// looks many times a second.
package struct GlanceAtRun {
  /// Creates the request.
  package init() {}

  /// What a look found; equal looks mean that nothing has happened.
  package struct Glance: Sendable, Hashable {
    /// The run under way; nil for none.
    package var run: Int?
    /// How it stands.
    package var status: Run.Status?
    /// How many events its log has.
    package var events: Int
  }

  /// Looks.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<Glance> {
    let store = try workspace.storeForReading()
    guard let head = try store.runs.newestOpen() else {
      return Outcome(Glance(run: nil, status: nil, events: 0))
    }
    return Outcome(Glance(run: head.run, status: head.status, events: head.events))
  }
}
