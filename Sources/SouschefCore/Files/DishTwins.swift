import KitchenModel
import KitchenStore

/// Stored dishes that come from the same page as a recipe and are called something else: the cook has
/// renamed them, and a second one would be a double.
struct DishTwins {
  private let bySource: [String: Dish]

  /// Finds those of some recipes. Only an address tells one recipe: of a file with many, all have the name
  /// of the file for their source, and a page with several has one address for all.
  init(of content: ImportContent, in workspace: Workspace) throws {
    let recipes = content.recipes.map(\.draft.dish)
    let addresses = Dictionary(grouping: recipes.compactMap(\.source).filter(Self.isAddress)) { $0 }
      .filter { $0.value.count == 1 }
    guard !addresses.isEmpty else {
      bySource = [:]
      return
    }
    let names = Set(recipes.map(\.name))
    let stored = try workspace.storeForReading().dishes.all()
    let known = Set(stored.map(\.name))
    var twins: [String: [Dish]] = [:]
    for recipe in recipes where !known.contains(recipe.name) {
      guard let source = recipe.source, addresses[source] != nil else { continue }
      twins[source] = stored.filter { $0.source == source && !names.contains($0.name) }
    }
    bySource = twins.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// The dish that a recipe is stored as, by another name; nil where there is none.
  func twin(of dish: Dish) -> Dish? { dish.source.flatMap { bySource[$0] } }

  private static func isAddress(_ source: String) -> Bool { source.contains("://") }

  /// That a recipe is stored by another name, and not as it is now.
  static func refusal(of name: Name, like stored: Name, at file: String) -> Diagnostic {
    Diagnostic(
      .couldNotBeDone,
      "\(name.text.quoted) comes from the same page as \(stored.text.quoted), which is stored and "
        + "differs.", at: .init(file: file),
      hints: ["Replace \(stored.text.quoted) with --replace; it keeps its name."])
  }
}
