import KitchenFile
package import KitchenModel
import KitchenStore

/// Stores what was read from files, all or none.
package struct ImportFiles {
  private let content: ImportContent
  private let onDifference: OnDifference
  private let kitchen: KitchenHandling
  private let rehearsing: Rehearsing

  /// What becomes of a dish or meal that is stored already and differs.
  package enum OnDifference: Sendable {
    case refuse, replace
  }

  /// What becomes of a file's kitchen.
  package enum KitchenHandling: Sendable {
    case take, leave
  }

  /// Creates the request.
  package init(
    _ content: ImportContent, onDifference: OnDifference = .refuse,
    kitchen: KitchenHandling = .leave, rehearsing: Rehearsing = .no
  ) {
    self.content = content
    self.onDifference = onDifference
    self.kitchen = kitchen
    self.rehearsing = rehearsing
  }

  /// Stores everything as one change.
  ///
  /// - Throws: ``Diagnostic``; then nothing was stored.
  package func perform(in workspace: Workspace) throws -> Outcome<ImportReport> {
    return try workspace.change(summary, rehearsing) { change in
      var report = ImportReport()
      var remarks: [Diagnostic] = []
      for source in content.kitchenFiles {
        // Dishes of all files first: a meal may have a dish of another file.
        for dish in source.document.dishes {
          try put(dish, of: source.file, onDifference, by: change, &report)
        }
      }
      for recipe in content.recipes {
        guard !recipe.draft.dish.steps.isEmpty else {
          remarks.append(Self.leftOut(recipe.draft.dish, recipe.file))
          continue
        }
        if let finding = recipe.draft.dish.findings().first {
          throw Diagnostic(.badContent, finding.fault, at: .init(file: recipe.file))
        }
        let rule = recipe.mayReplace ? .replace : onDifference
        try requireAsSeen(recipe, change)
        try put(recipe.draft.dish, of: recipe.file, rule, by: change, &report)
        try change.keepRecipe(recipe.atSource, of: recipe.draft.dish.name)
      }
      for source in content.kitchenFiles {
        for meal in source.document.meals { try put(meal, of: source.file, by: change, &report) }
        try take(source.document.kitchen, of: source.file, by: change, &report, &remarks)
      }
      try warnOfMissingEquipment(of: change, &report, &remarks)
      return Outcome(report, remarks: remarks)
    }
  }

  /// Says which equipment of the stored dishes the kitchen lacks: they could not be planned.
  private func warnOfMissingEquipment(
    of change: Change, _ report: inout ImportReport, _ remarks: inout [Diagnostic]
  ) throws {
    let dishes = content.kitchenFiles.flatMap(\.document.dishes) + content.recipes.map(\.draft.dish)
    let stored = Set(report.added + report.replaced)
    let missing = DishSoundness.missingEquipment(
      of: dishes.filter { stored.contains($0.name.text) }, in: try change.kitchen())
    report.missingEquipment = missing.map(\.name)
    for (name, dish) in missing {
      remarks.append(
        Diagnostic(
          .couldNotBeDone,
          "The kitchen has no \(name.quoted), which \(dish.name.text.quoted) needs.",
          hints: [.advice(.addEquipment([name]))], severity: .warning))
    }
  }

  private var summary: String {
    var files: [String] = []
    for file in content.kitchenFiles.map(\.file) + content.recipes.map(\.file)
    where !files.contains(file) {
      files.append(file)
    }
    let named = files.prefix(3).map(\.quotedPath).joined(separator: ", ")
    return "imported " + named + (files.count > 3 ? " and \(files.count - 3) more" : "")
  }

  /// Refuses to replace what has changed since the cook was asked.
  private func requireAsSeen(_ recipe: ImportContent.Recipe, _ change: Change) throws {
    guard let seen = recipe.seen, let stored = try change.dish(named: recipe.draft.dish.name),
      seen != .dish(KitchenDocument.yaml(of: stored))
    else { return }
    throw Diagnostic(
      .couldNotBeDone,
      "\(stored.name.text.quoted) was changed elsewhere while you were asked. Nothing was stored.",
      hints: ["Import it again to see the difference."])
  }

  private func put(
    _ dish: Dish, of file: String, _ onDifference: OnDifference, by change: Change,
    _ report: inout ImportReport
  ) throws {
    if let stored = try change.dish(named: dish.name) {
      guard !stored.isTheSame(as: dish) else { return report.unchanged.append(dish.name.text) }
      guard onDifference == .replace else { throw Self.differs(.dish, dish.name, file) }
      report.differences.append(
        .init(
          name: dish.name.text, stored: KitchenDocument.yaml(of: stored),
          read: KitchenDocument.yaml(of: dish)))
      try change.replace(dish)
      report.replaced.append(dish.name.text)
    } else {
      try change.add(dish)
      report.added.append(dish.name.text)
    }
  }

  private func put(
    _ meal: Meal, of file: String, by change: Change, _ report: inout ImportReport
  ) throws {
    for dish in meal.dishes where try change.dish(named: dish) == nil {
      throw Diagnostic(
        .badContent,
        "The meal \(meal.name.text.quoted) names a dish \(dish.text.quoted) that is neither in the "
          + "file nor stored.",
        at: Diagnostic.Place(file: file),
        hints: [.advice(.addDishFirst)])
    }
    if let stored = try change.meal(named: meal.name) {
      guard stored != meal else { return report.unchanged.append(meal.name.text) }
      guard onDifference == .replace else { throw Self.differs(.meal, meal.name, file) }
      try change.replace(meal)
      report.replaced.append(meal.name.text)
    } else {
      try change.add(meal)
      report.added.append(meal.name.text)
    }
  }

  private func take(
    _ found: Kitchen?, of file: String, by change: Change, _ report: inout ImportReport,
    _ remarks: inout [Diagnostic]
  ) throws {
    guard let found, try change.kitchen() != found else { return }
    switch kitchen {
    case .take:
      try KitchenSoundness.check(found)
      try change.set(found)
      report.tookKitchen = true
    case .leave:
      remarks.append(
        Diagnostic(
          .couldNotBeDone,
          "The kitchen in \(file.quotedPath) differs from the stored one and was left out.",
          hints: [.advice(.takeKitchen)], severity: .remark))
    }
  }

  /// What cannot be cooked is not stored: the cook may write its steps first.
  private static func leftOut(_ dish: Dish, _ file: String) -> Diagnostic {
    Diagnostic(
      .badContent, "\(dish.name.text.quoted) has no steps; it was left out.",
      at: .init(file: file),
      hints: ["Edit it before it is stored, or write its steps in the file."],
      severity: .warning)
  }

  private static func differs(
    _ kind: Advice.Listed, _ name: Name, _ file: String
  ) -> Diagnostic {
    Diagnostic(.differs(kind, name.text, file: file))
  }
}

extension Dish {
  /// Whether nothing at all differs, the spelling of the name included.
  func isTheSame(as other: Dish) -> Bool {
    self == other && name.text == other.name.text
  }
}
