package import KitchenModel
import KitchenStore

/// Changes which dishes a meal has, or its name.
package struct EditMeal {
  private let name: String
  private let dishes: [String]?
  private let adding: [String]
  private let removing: [String]
  private let newName: String?
  private let rehearsing: Rehearsing

  /// Creates the request; `dishes` replace those it had, then some are removed, then added.
  package init(
    name: String, dishes: [String]? = nil, adding: [String] = [], removing: [String] = [],
    newName: String? = nil, rehearsing: Rehearsing = .no
  ) {
    self.name = name
    self.dishes = dishes
    self.adding = adding
    self.removing = removing
    self.newName = newName
    self.rehearsing = rehearsing
  }

  /// Changes the meal.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such meal or no dish would be left.
  package func perform(in workspace: Workspace) throws -> Outcome<Edited<Meal>> {
    let store = try workspace.storeOfExisting(rehearsing)
    let known = try store.meal(name)
    let chosen = try dishes.map(store.dishes(ofMeal:))
    let added = try store.dishes(ofMeal: adding)
    let target = try newName.map { text throws(Diagnostic) in try SouschefCore.name(text) }
    return try store.change(at: workspace.now, rehearsing) { change in
      // Read again inside the transaction: another process may have changed it since.
      var meal = try change.meal(named: known.name) ?? known
      if let chosen { meal.dishes = chosen }
      for text in removing {
        let key = Name.key(of: text)
        guard let place = meal.dishes.lastIndex(where: { $0.key == key }) else {
          let dishes = meal.dishes.map(\.text)
          throw Diagnostic(
            .couldNotBeDone, "\(meal.name.text.quoted) has no \(text.quoted).",
            hints: [
              .text(NearMiss.question(of: dishes, for: text) ?? "It has \(dishes.listed()).")
            ])
        }
        meal.dishes.remove(at: place)
      }
      meal.dishes += added
      guard !meal.dishes.isEmpty else {
        throw Diagnostic(
          .couldNotBeDone, "No dish would be left in \(meal.name.text.quoted).",
          hints: [.advice(.removeMeal(meal.name.text))])
      }
      let isChanged = try change.replace(meal)
      if let target, target.text != meal.name.text {
        try change.renameMeal(meal.name, to: target)
        meal.name = target
        return Outcome(.changed(meal))
      }
      return Outcome(isChanged ? .changed(meal) : .unchanged(meal))
    }
  }
}
