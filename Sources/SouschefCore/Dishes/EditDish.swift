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
  package func perform(in workspace: Workspace) throws -> Outcome<Dish> {
    let store = try workspace.storeOfExisting(rehearsing)
    let kitchen = try store.kitchen()
    let known = try store.dish(name)
    return try store.change(at: workspace.now, rehearsing) { change in
      // Read again inside the transaction: another process may have changed it since.
      var dish = try change.dish(named: known.name) ?? known
      try changes.apply(to: &dish)
      try DishSoundness.check(dish)
      guard try change.replace(dish) else {
        return Outcome(dish, remarks: [DishSoundness.unchanged(dish)])
      }
      return Outcome(dish, remarks: DishSoundness.remarks(on: dish, in: kitchen))
    }
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
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(name: String, text: String, rehearsing: Rehearsing = .no) {
    self.name = name
    self.text = text
    self.rehearsing = rehearsing
  }

  /// Replaces the dish; a changed name renames it, and what refers to it follows.
  ///
  /// - Throws: ``Diagnostic``, with the place in the text.
  package func perform(in workspace: Workspace) throws -> Outcome<Dish> {
    let edited = try KitchenDocument.readDish(text.utf8, named: "\(name).yaml")
    let store = try workspace.storeOfExisting(rehearsing)
    let kitchen = try store.kitchen()
    let old = try store.dish(name)
    return try store.change(at: workspace.now, rehearsing) { change in
      if edited.name.text != old.name.text { try change.renameDish(old.name, to: edited.name) }
      try change.replace(edited)
      return Outcome(edited, remarks: DishSoundness.remarks(on: edited, in: kitchen))
    }
  }
}
