package import KitchenModel

/// Whoever watches a run: the terminal, in plain lines or JSON.
package protocol CookAudience: Sendable {
  /// Something has happened and is durable.
  func hear(_ event: RunEvent, of run: Int, cooking menu: Menu) throws
  /// Something to know that is no fact of the run.
  func hear(_ remark: Diagnostic)
}

/// What a cook at the terminal says.
package enum CookInput: Sendable, Hashable {
  /// The step at hand is done.
  case done
}
