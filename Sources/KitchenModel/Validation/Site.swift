/// A place in a kitchen, its dishes and meals, by indices.
package enum Site: Sendable, Hashable {
  /// The cooks as a whole.
  case cooks
  /// A named cook, by index in ``Kitchen/Cooks/names``.
  case cook(Int)
  /// A sort of equipment, by index in ``Kitchen/equipment``.
  case equipment(Int)
  /// An absence, by index in ``Kitchen/away``.
  case absence(Int)
  /// A dish.
  case dish(Int)
  /// A step.
  case step(StepReference)
  /// A way of a step, by index in ``Step/ways``.
  case way(StepReference, Int)
  /// Who must do a way of a step.
  case cookOfWay(StepReference, Int)
  /// A use of equipment, by index in ``Way/uses``.
  case use(StepReference, way: Int, Int)
  /// A dependency, by index in ``Step/after``.
  case dependency(StepReference, Int)
  /// A meal.
  case meal(Int)
  /// A dish of a meal, by index in ``Meal/dishes``.
  case mealDish(meal: Int, Int)
}

/// A fault with where it is.
package struct Finding: Sendable, Hashable {
  /// Where it is.
  package var site: Site
  /// What is wrong.
  package var fault: ModelFault

  /// Creates a finding.
  package init(_ site: Site, _ fault: ModelFault) {
    self.site = site
    self.fault = fault
  }
}
