package import KitchenModel
package import Rendering

/// Whoever watches a run: the terminal, in plain lines, JSON or a live view.
package protocol RunObserver: Sendable {
  /// Something has happened and is durable.
  func didRecord(_ event: RunEvent, of run: Int, cooking menu: Menu) throws
  /// These have happened while the process was stopped for `missed`; all of them are durable.
  func didMiss(missed events: [RunEvent], for missed: Seconds, of run: Int, cooking menu: Menu)
    throws
  /// Something to know that is not a fact of the run.
  func didRemark(_ remark: Diagnostic)
  /// Something that should have been done is still to be done.
  func didRemind(_ remark: Diagnostic)
  /// Where the run stands from now on.
  func didUpdate(_ state: LiveState)
  /// Whether ``didUpdate(_:)`` does anything; what it would show takes time to find out.
  var isWatching: Bool { get }
}

extension RunObserver {
  package func didMiss(
    missed events: [RunEvent], for missed: Seconds, of run: Int, cooking menu: Menu
  ) throws {
    for event in events { try didRecord(event, of: run, cooking: menu) }
  }

  package func didRemind(_ remark: Diagnostic) { didRemark(remark) }

  package func didUpdate(_ state: LiveState) {}

  package var isWatching: Bool { false }
}
