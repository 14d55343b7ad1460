package import KitchenModel
import KitchenStore

/// Gives a dish another name; meals and the `after` of other dishes follow.
package struct RenameDish {
  private let name: String
  private let newName: String
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(name: String, newName: String, rehearsing: Rehearsing = .no) {
    self.name = name
    self.newName = newName
    self.rehearsing = rehearsing
  }

  /// Renames the dish.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish or the new name is taken.
  package func perform(in workspace: Workspace) throws -> Outcome<(old: Name, new: Name)> {
    let new = try SouschefCore.name(newName)
    let store = try workspace.storeOfExisting(rehearsing)
    let old = try store.dish(name).name
    try store.change(at: workspace.now, rehearsing) { try $0.renameDish(old, to: new) }
    let wasCooked = try old != new && !store.history.steps(of: old, .any).isEmpty
    let remark = Diagnostic(
      .couldNotBeDone,
      "What was cooked as \(old.text.quoted) keeps that name in the history.", severity: .remark)
    return Outcome((old, new), remarks: wasCooked ? [remark] : [])
  }
}
