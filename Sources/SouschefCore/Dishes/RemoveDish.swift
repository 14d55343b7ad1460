package import KitchenModel
import KitchenStore

/// Removes a dish. What was cooked stays in the history.
package struct RemoveDish {
  private let name: String
  private let meals: Meals
  private let rehearsing: Rehearsing

  /// What becomes of the meals that have the dish.
  package enum Meals: Sendable {
    /// The dish stays as long as there are any.
    case refuse
    /// It is taken out of them.
    case takeOut
  }

  /// Creates the request.
  package init(name: String, fromMeals meals: Meals = .refuse, rehearsing: Rehearsing = .no) {
    self.name = name
    self.meals = meals
    self.rehearsing = rehearsing
  }

  /// Removes the dish.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish or meals have it.
  package func perform(in workspace: Workspace) throws -> Outcome<Name> {
    let store = try workspace.storeOfExisting(rehearsing)
    let known = try store.dish(name).name
    let removed = try store.change(at: workspace.now, rehearsing) {
      try $0.removeDish(known, meals: meals == .refuse ? .refuse : .takeOut)
    }
    func remark(_ verb: String, _ meals: [Name]) -> Diagnostic? {
      guard !meals.isEmpty else { return nil }
      let names = meals.map(\.text.quoted).joined(separator: ", ")
      return Diagnostic(.couldNotBeDone, "\(verb): \(names).", severity: .remark)
    }
    return Outcome(
      known,
      remarks: [
        remark("Taken out of", removed.changedMeals),
        removed.changedDays.isEmpty
          ? nil
          : Diagnostic(
            .couldNotBeDone,
            "Taken out of the week: "
              + removed.changedDays.map(\.spokenText).joined(separator: ", ") + ".",
            severity: .remark),
        remark("Removed too, with no dish left in it", removed.removedMeals),
      ].compactMap { $0 })
  }
}
