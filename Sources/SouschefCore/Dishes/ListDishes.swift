package import KitchenModel
import KitchenStore

/// Lists the stored dishes, by name.
package struct ListDishes {
  private let tag: String?

  /// Creates the request; nil for all dishes.
  package init(tag: String? = nil) { self.tag = tag }

  /// The dishes.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[Dish]> {
    Outcome(try workspace.storeForReading().dishes.all(tag: tag))
  }
}
