package import KitchenModel
import KitchenStore

/// Shows the stored kitchen.
package struct ShowKitchen {
  /// Creates the request.
  package init() {}

  /// The kitchen.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<Kitchen> {
    Outcome(try workspace.storeForReading().kitchen())
  }
}
