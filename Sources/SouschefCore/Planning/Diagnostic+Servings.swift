import KitchenModel

extension Diagnostic {
  /// That a dish cannot be made for so many, since it does not say how many it serves.
  init(servingsUnknownOf dish: Name, for count: Int) {
    self.init(
      .couldNotBeDone,
      "\(dish.text.quoted) does not say how many it serves, so it cannot be made for \(count).",
      hints: [.advice(.sayServings(dish.text))])
  }
}
