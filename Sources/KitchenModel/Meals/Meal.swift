/// A named set of dishes served together.
package struct Meal: Sendable, Hashable {
  /// Its name, unique among dishes and meals without regard to case and Unicode form.
  package var name: Name
  /// The names of its dishes in listed order, at least one; a dish may come twice.
  package var dishes: [Name]

  /// Creates a meal.
  package init(name: Name, dishes: [Name]) {
    self.name = name
    self.dishes = dishes
  }
}
