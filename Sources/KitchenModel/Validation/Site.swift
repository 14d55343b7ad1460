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

extension Site {
  /// The same place among dishes with other indices; nil where its dish is not one of them.
  ///
  /// - Parameter number: The other index of a dish.
  package func renumbered(_ number: (Int) -> Int?) -> Site? {
    func moved(_ reference: StepReference) -> StepReference? {
      number(reference.dish).map { StepReference(dish: $0, step: reference.step) }
    }
    switch self {
    case .dish(let dish): return number(dish).map(Site.dish)
    case .step(let step): return moved(step).map(Site.step)
    case .way(let step, let way): return moved(step).map { .way($0, way) }
    case .cookOfWay(let step, let way): return moved(step).map { .cookOfWay($0, way) }
    case .use(let step, let way, let use): return moved(step).map { .use($0, way: way, use) }
    case .dependency(let step, let place): return moved(step).map { .dependency($0, place) }
    case .cooks, .cook, .equipment, .absence, .meal, .mealDish: return self
    }
  }
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
