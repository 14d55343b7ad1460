package import KitchenModel
import KitchenStore

/// Removes a meal. Its dishes stay.
package struct RemoveMeal {
  private let name: String
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(name: String, rehearsing: Rehearsing = .no) {
    self.name = name
    self.rehearsing = rehearsing
  }

  /// Removes the meal.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such meal.
  package func perform(in workspace: Workspace) throws -> Outcome<Name> {
    let store = try workspace.storeOfExisting(rehearsing)
    let meal = try store.meal(name)
    try store.change(at: workspace.now, rehearsing) { try $0.removeMeal(meal.name) }
    return Outcome(meal.name)
  }
}
