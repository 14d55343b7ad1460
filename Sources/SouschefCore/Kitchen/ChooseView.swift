package import KitchenModel
import KitchenStore

/// Chooses for good how live runs are shown.
package struct ChooseView {
  private let view: ViewStyle

  /// Creates the request.
  package init(_ view: ViewStyle) { self.view = view }

  /// Stores the choice.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<ViewStyle> {
    try workspace.store(.no).preferences.set(view)
    return Outcome(view)
  }
}

/// How live runs are shown by the cook's choice.
package struct ShowView {
  /// Creates the request.
  package init() {}

  /// The choice; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<ViewStyle?> {
    Outcome(try workspace.storeForReading().preferences.view())
  }
}
