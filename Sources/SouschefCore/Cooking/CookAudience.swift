package import KitchenModel
package import Rendering

/// Whoever watches a run: the terminal, in plain lines, JSON or a live view.
package protocol CookAudience: Sendable {
  /// Something has happened and is durable.
  func hear(_ event: RunEvent, of run: Int, cooking menu: Menu) throws
  /// These have happened while the process was stopped for `missed`; all of them are durable.
  func hear(missed events: [RunEvent], for missed: Seconds, of run: Int, cooking menu: Menu) throws
  /// Something to know that is no fact of the run.
  func hear(_ remark: Diagnostic)
  /// Where the run stands from now on.
  func see(_ state: LiveState)
  /// Whether ``see(_:)`` does anything; what it would show takes time to find out.
  var isWatching: Bool { get }
}

extension CookAudience {
  package func hear(
    missed events: [RunEvent], for missed: Seconds, of run: Int, cooking menu: Menu
  ) throws {
    for event in events { try hear(event, of: run, cooking: menu) }
  }

  package func see(_ state: LiveState) {}

  package var isWatching: Bool { false }
}
