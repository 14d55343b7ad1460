import KitchenFile
import KitchenModel
import KitchenStore
import RecipeImport

/// Writes what is stored as files for others, or for this program elsewhere.
package struct ExportFiles {
  private let names: [String]
  private let format: Format

  /// The formats.
  package enum Format: String, Sendable, CaseIterable {
    /// A kitchen file.
    case yaml
    /// A kitchen file as JSON.
    case json
    /// A Cooklang recipe a dish.
    case cook
  }

  /// What was written.
  package struct File: Sendable, Hashable {
    /// A name for it, with its ending.
    package var name: String
    /// Its text.
    package var text: String
  }

  /// Creates the request; without names everything is written, with the kitchen.
  package init(names: [String] = [], format: Format = .yaml) {
    self.names = names
    self.format = format
  }

  /// The files: one for all, or one a dish where the format holds only one.
  ///
  /// - Throws: ``Diagnostic``, also where a name is not known.
  package func perform(in workspace: Workspace) throws -> Outcome<[File]> {
    let document = try chosen(in: workspace)
    switch format {
    case .yaml: return Outcome([File(name: "kitchen.yaml", text: document.yaml)])
    case .json: return Outcome([File(name: "kitchen.json", text: document.json)])
    case .cook: return recipes(of: document)
    }
  }

  private func recipes(of document: KitchenDocument) -> Outcome<[File]> {
    var outcome = Outcome<[File]>([])
    for dish in document.dishes {
      outcome.value.append(
        File(name: "\(dish.name.text).cook", text: CooklangText.text(of: dish)))
      let losses = CooklangText.losses(of: dish)
      guard !losses.isEmpty else { continue }
      outcome.remarks.append(
        Diagnostic(
          .couldNotBeDone,
          "Cooklang does not give back all of \(dish.name.text.quoted): "
            + "\(losses.joined(separator: ", ")).",
          hints: [.advice(.exportKitchenFile)], severity: .remark))
    }
    if !document.meals.isEmpty {
      let list = document.meals.map(\.name.text.quoted).joined(separator: ", ")
      outcome.remarks.append(
        Diagnostic(
          .couldNotBeDone, "Cooklang has no meals: \(list).",
          hints: [.advice(.exportKitchenFile)], severity: .remark))
    }
    return outcome
  }

  private func chosen(in workspace: Workspace) throws -> KitchenDocument {
    let store = try workspace.storeForReading()
    let dishes = try store.dishes.all()
    let meals = try store.meals.all()
    guard !names.isEmpty else {
      return KitchenDocument(kitchen: try store.kitchen(), dishes: dishes, meals: meals)
    }
    var chosenDishes: Set<Name> = []
    var chosenMeals: Set<Name> = []
    for text in names {
      let known = meals.map(\.name) + dishes.map(\.name)
      let name = try Naming.find(text, .mealOrDish, among: known, .uniquePrefix) { $0.text }
      if let meal = meals.first(where: { $0.name == name }) {
        chosenMeals.insert(name)
        chosenDishes.formUnion(meal.dishes)
      } else {
        chosenDishes.insert(name)
      }
    }
    return KitchenDocument(
      dishes: dishes.filter { chosenDishes.contains($0.name) },
      meals: meals.filter { chosenMeals.contains($0.name) })
  }
}
