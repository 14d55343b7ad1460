import KitchenFile
package import KitchenModel
import KitchenStore

/// Changes a dish by what options say.
package struct EditDish {
  private let name: String
  private let changes: DishChanges
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(name: String, changes: DishChanges, rehearsing: Rehearsing = .no) {
    self.name = name
    self.changes = changes
    self.rehearsing = rehearsing
  }

  /// Changes the dish.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish.
  package func perform(in workspace: Workspace) throws -> Outcome<Edited<Dish>> {
    let store = try workspace.storeOfExisting(rehearsing)
    let kitchen = try store.kitchen()
    let known = try store.dish(name)
    return try store.change(at: workspace.now, rehearsing) { change in
      // Read again inside the transaction: another process may have changed it since.
      var dish = try change.dish(named: known.name) ?? known
      let former = dish
      try changes.apply(to: &dish)
      try DishSoundness.check(dish)
      guard try change.replace(dish) else {
        return Outcome(.unchanged(dish))
      }
      let remarks = DishSoundness.remarks(on: dish, in: kitchen)
      return Outcome(.changed(dish), remarks: Self.lost(of: former, in: dish, changes) + remarks)
    }
  }

  /// That a dish has fewer steps than before, where it may be that one was to be changed.
  private static func lost(
    of former: Dish, in dish: Dish, _ changes: DishChanges
  ) -> [Diagnostic] {
    guard !changes.steps.isEmpty, dish.steps.count < former.steps.count else { return [] }
    return [
      Diagnostic(
        .usage, "All \(former.steps.count) steps were replaced by \(dish.steps.count).",
        hints: [.advice(.changeOneStep)], severity: .warning)
    ]
  }
}

/// The text of a dish for the cook's editor.
package struct EditedDishText {
  private let name: String

  /// Creates the request.
  package init(name: String) { self.name = name }

  /// The dish as YAML.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish.
  package func perform(in workspace: Workspace) throws -> Outcome<String> {
    Outcome(KitchenDocument.yaml(of: try workspace.storeForReading().dish(name)))
  }
}

/// Puts what came back from the cook's editor in the place of a dish.
package struct ReplaceDish {
  private let name: String
  private let text: String
  private let opened: String
  private let rehearsing: Rehearsing

  /// Creates the request.
  ///
  /// - Parameter opened: The dish as ``EditedDishText`` gave it to the editor.
  package init(name: String, text: String, opened: String, rehearsing: Rehearsing = .no) {
    self.name = name
    self.text = text
    self.opened = opened
    self.rehearsing = rehearsing
  }

  /// What came of it.
  package enum Result: Sendable {
    /// The dish is as the text says.
    case replaced(Edited<Dish>)
    /// Nothing was done: somebody else has changed the dish since it was opened.
    case hasChanged(ImportReport.Difference)
  }

  /// Replaces the dish; a changed name renames it, and what refers to it follows.
  ///
  /// - Throws: ``Diagnostic``, with the place in the text.
  package func perform(in workspace: Workspace) throws -> Outcome<Result> {
    let edited = try KitchenDocument.readDish(text.utf8, named: "\(name).yaml")
    let store = try workspace.storeOfExisting(rehearsing)
    let kitchen = try store.kitchen()
    let old = try store.dish(name)
    return try store.change(at: workspace.now, rehearsing) { change in
      if let difference = try change.dish(named: old.name).difference(of: old, from: opened) {
        return Outcome(.hasChanged(difference))
      }
      let isRenamed = edited.name.text != old.name.text
      if isRenamed { try change.renameDish(old.name, to: edited.name) }
      guard try change.replace(edited) || isRenamed else {
        return Outcome(.replaced(.unchanged(edited)))
      }
      return Outcome(
        .replaced(.changed(edited)), remarks: DishSoundness.remarks(on: edited, in: kitchen))
    }
  }
}

extension Dish? {
  /// What differs between the text of `old` that was opened and what is stored by now; nil where nothing
  /// does.
  func difference(of old: Dish, from opened: String) -> ImportReport.Difference? {
    let now = KitchenDocument.yaml(of: self ?? old)
    return now == opened ? nil : .init(name: old.name.text, stored: opened, read: now)
  }
}
