package import KitchenModel
import KitchenStore

/// Stores a new dish.
package struct AddDish {
  private let name: String
  private let changes: DishChanges
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(name: String, changes: DishChanges, rehearsing: Rehearsing = .no) {
    self.name = name
    self.changes = changes
    self.rehearsing = rehearsing
  }

  /// Adds the dish.
  ///
  /// - Throws: ``Diagnostic``, also where the name is taken or the dish has no step.
  package func perform(in workspace: Workspace) throws -> Outcome<Dish> {
    var dish = Dish(name: try SouschefCore.name(name))
    try changes.apply(to: &dish)
    guard !dish.steps.isEmpty else {
      throw Diagnostic(
        .usage, "\(dish.name.text.quoted) has no steps.",
        hints: [.advice(.sayHowLong)])
    }
    try DishSoundness.check(dish)
    let store = try workspace.store(rehearsing)
    let remarks = DishSoundness.remarks(on: dish, in: try store.kitchen())
    try store.change(at: workspace.now, rehearsing) { try $0.add(dish) }
    return Outcome(dish, remarks: remarks)
  }
}
