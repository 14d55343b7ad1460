package import KitchenModel
import KitchenStore

/// What to buy for the days to come, or for some dishes.
package struct ShowShoppingList {
  private let need: Need
  private let pantry: Pantry

  /// For what is bought.
  package enum Need: Sendable {
    /// Dishes and meals by name, for so many people; `Pasta:2` is twice the recipe whatever they are.
    case dishes([String], servings: Int? = nil)
    /// The week's entries of so many days that are not cooked.
    case days(from: String?, Int)
  }

  /// What becomes of things that are always there.
  package enum Pantry: Sendable {
    case leaveOut, list
  }

  /// Creates the request.
  package init(_ need: Need, pantry: Pantry = .leaveOut) {
    self.need = need
    self.pantry = pantry
  }

  /// How long a tick counts.
  static let tickLength = Seconds(7 * 86_400)

  /// The list.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<ShoppingList> {
    let store = try workspace.storeForReading()
    let dishes = try store.dishes.all()
    var sum = ShoppingSum()
    var remarks: [Diagnostic] = []
    switch need {
    case .dishes(let names, let count):
      let servings = try count.map(RequestField.servings.people)
      var asked: [Dish] = []
      let meals = try store.meals.all()
      for text in names {
        let (name, scale) = try MenuResolution.scaledName(text)
        let all = meals.map(\.name.text) + dishes.map(\.name.text)
        let found = try Naming.find(name, .mealOrDish, among: all, .uniquePrefix) { $0 }
        let chosen =
          meals.first { $0.name.text == found }?.dishes
          ?? dishes.filter { $0.name.text == found }.map(\.name)
        for name in chosen {
          guard let dish = dishes.first(where: { $0.name == name }) else { continue }
          let portion = try servings.flatMap { count throws(Diagnostic) in
            try MenuResolution.scale(of: dish, for: count)
          }
          asked.append(dish)
          sum.add(dish, times: (scale ?? portion)?.fraction ?? Self.once)
        }
      }
      remarks = MenuResolution.unscaled(asked, for: servings)
    case .days(let from, let count):
      let window = try WeekWindow(from: from, days: count, in: workspace)
      let entries = try store.week.entries(from: window.first, until: window.end)
      let states = try store.week.runs(of: entries)
      let byName = Dictionary(dishes.map { ($0.name, $0) }) { first, _ in first }
      for entry in entries where entry.leftoversOf == nil {
        if entry.runID.flatMap({ states[$0] })?.isCooked == true { continue }
        for portion in entry.dishes {
          guard let dish = byName[portion.dish] else { continue }
          sum.add(dish, times: dish.scale(for: portion.servings)?.fraction ?? Self.once)
        }
      }
    }
    let known = Dictionary(try store.week.shopItems().map { (ShopThing.key(of: $0.name), $0) }) {
      first, _ in first
    }
    var list = sum.list(known, ticksFrom: workspace.now - Self.tickLength)
    if pantry == .leaveOut { list.items.removeAll(where: \.isInPantry) }
    return Outcome(list, remarks: remarks)
  }

  private static let once = Fraction(1) ?? .zero
}
