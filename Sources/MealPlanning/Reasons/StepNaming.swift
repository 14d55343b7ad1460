import KitchenModel

/// What sentences call the steps of a menu.
struct StepNaming {
  private let menu: Menu
  private let repeated: Set<String>

  /// Learns which titles need their dish beside them.
  init(_ menu: Menu) {
    self.menu = menu
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for reference in menu.stepReferences where !seen.insert(menu[reference].title).inserted {
      repeated.insert(menu[reference].title)
    }
    self.repeated = repeated
  }

  /// `Bake (Gratin)`; the title alone where the dish is called like it, or is the only one.
  func name(_ reference: StepReference) -> String {
    let serving = menu.dishes[reference.dish]
    let step = menu[reference]
    if step.title == serving.dish.name.text {
      // A dish in short form gives its steps its own name.
      return repeated.contains(step.title) && serving.dish.steps.count > 1
        ? "\(serving.label) (\(step.id))" : serving.label
    }
    return menu.dishes.count == 1 && !repeated.contains(step.title)
      ? step.title : "\(step.title) (\(serving.label))"
  }

  /// `Bake`; the dish where the step is called like it.
  func title(_ reference: StepReference) -> String {
    let serving = menu.dishes[reference.dish]
    let title = menu[reference].title
    return title == serving.dish.name.text ? serving.label : title
  }
}
