import KitchenFile
package import KitchenModel
import KitchenStore

/// Stores the dishes and meals of kitchen files, all or none.
package struct ImportKitchenFiles {
  private let sources: [SourceFile]
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
    sources: [SourceFile], onDifference: OnDifference = .refuse,
    kitchen: KitchenHandling = .leave, rehearsing: Rehearsing = .no
  ) {
    self.sources = sources
    self.onDifference = onDifference
    self.kitchen = kitchen
    self.rehearsing = rehearsing
  }

  /// Reads every file, then stores everything as one change.
  ///
  /// - Throws: ``Diagnostic``, with the place in the file; then nothing was stored.
  package func perform(in workspace: Workspace) throws -> Outcome<ImportReport> {
    var documents: [(file: SourceFile, content: KitchenDocument)] = []
    var remarks: [Diagnostic] = []
    for source in sources {
      let reading = try KitchenDocument.read(source.bytes, named: source.name)
      documents.append((source, reading.document))
      remarks += reading.remarks
    }
    let summary = "imported " + sources.map(\.name.quoted).joined(separator: ", ")
    let stored = try workspace.change(summary, rehearsing) { change in
      var report = ImportReport()
      var remarks: [Diagnostic] = []
      for (file, document) in documents {
        // Dishes of all files first: a meal may have a dish of another file.
        for dish in document.dishes { try put(dish, of: file, by: change, &report) }
      }
      for (file, document) in documents {
        for meal in document.meals { try put(meal, of: file, by: change, &report) }
        try take(document.kitchen, of: file, by: change, &report, &remarks)
      }
      return Outcome(report, remarks: remarks)
    }
    return Outcome(stored.value, remarks: remarks + stored.remarks)
  }

  private func put(
    _ dish: Dish, of file: SourceFile, by change: Change, _ report: inout ImportReport
  ) throws {
    if let stored = try change.dish(named: dish.name) {
      guard !stored.isTheSame(as: dish) else { return report.unchanged.append(dish.name.text) }
      guard onDifference == .replace else { throw Self.differs("dish", dish.name, file) }
      try change.replace(dish)
      report.replaced.append(dish.name.text)
    } else {
      try change.add(dish)
      report.added.append(dish.name.text)
    }
  }

  private func put(
    _ meal: Meal, of file: SourceFile, by change: Change, _ report: inout ImportReport
  ) throws {
    for dish in meal.dishes where try change.dish(named: dish) == nil {
      throw Diagnostic(
        .badContent,
        "The meal \(meal.name.text.quoted) names a dish \(dish.text.quoted) that is neither in the "
          + "file nor stored.",
        at: Diagnostic.Place(file: file.name),
        hints: ["Add the dish first; `souschef dish list` shows what there is."])
    }
    if let stored = try change.meal(named: meal.name) {
      guard stored != meal else { return report.unchanged.append(meal.name.text) }
      guard onDifference == .replace else { throw Self.differs("meal", meal.name, file) }
      try change.replace(meal)
      report.replaced.append(meal.name.text)
    } else {
      try change.add(meal)
      report.added.append(meal.name.text)
    }
  }

  private func take(
    _ found: Kitchen?, of file: SourceFile, by change: Change, _ report: inout ImportReport,
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
          .couldNotBeDone, "The kitchen in \(file.name.quoted) is not the stored one; it was left.",
          hints: ["Take it too with --kitchen."], severity: .remark))
    }
  }

  private static func differs(_ kind: String, _ name: Name, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .couldNotBeDone,
      "The \(kind) \(name.text.quoted) is stored already and differs from the one in "
        + "\(file.name.quoted).",
      hints: ["Replace what is stored with --replace; `souschef undo` takes that back."])
  }
}

extension Dish {
  /// Whether nothing at all differs, the spelling of the name included.
  func isTheSame(as other: Dish) -> Bool {
    self == other && name.text == other.name.text
  }
}
