package import JSON
import KitchenFile
package import KitchenModel
import RecipeImport
import RecipeProse

/// What was read from files and is not stored yet.
package struct ImportContent: Sendable {
  /// The kitchen files in order.
  var kitchenFiles: [KitchenFileContent] = []
  /// The recipes in order, their names unique.
  package var recipes: [Recipe] = []

  init() {}

  /// Creates the content of one recipe alone.
  package init(of recipe: Recipe) { recipes = [recipe] }

  /// A kitchen file.
  struct KitchenFileContent: Sendable {
    /// As the cook named it.
    var file: String
    /// What it holds.
    var document: KitchenDocument
  }

  /// A recipe with the dish that it would become.
  package struct Recipe: Sendable {
    /// For the cook to confirm.
    package var draft: DishDraft
    /// The file it came from, as the cook named it.
    package var file: String
    /// Whether it may take the place of a stored dish that differs.
    package var mayReplace = false
    /// What was stored under its name when the cook said yes to it; nil where nobody was asked.
    package var seen: Seen?

    /// What a cook has seen of a stored dish.
    package enum Seen: Sendable, Hashable {
      /// There was none.
      case nothing
      /// It was as in this text.
      case dish(String)
    }
    /// The recipe as it was read.
    let reading: RecipeDraft

    init(_ reading: RecipeDraft, file: String) {
      self.reading = reading
      self.file = file
      let numbers = reading.origins.map {
        DishDraft.Number(.init($0.number), remarks: $0.remarks)
      }
      draft = DishDraft(
        dish: reading.dish, numbers: numbers, statedTotal: reading.stated.whole,
        warnings: reading.warnings)
    }

    /// The dish as its source tells it, as a kitchen file's text.
    var atSource: String { KitchenDocument.yaml(of: reading.dish) }

    /// The recipe as it was read, as JSON (`souschef.draft/1`); with the parse tree of Cooklang in
    /// the terms of its canonical test suite where that is wanted.
    package func json(_ detail: Detail) -> JSONValue {
      var reading = reading
      reading.dish.name = draft.dish.name
      return reading.json(includingTree: detail == .withTree)
    }
  }

  /// How much of a recipe is shown.
  package enum Detail: Sendable {
    case draft, withTree
  }
}

extension DishDraft.Origin {
  fileprivate init(_ origin: NumberOrigin) {
    switch origin {
    case .stated: self = .stated
    case .timer: self = .timer
    case .estimated: self = .estimated
    case .unknown: self = .unknown
    }
  }
}

extension ImportContent {
  /// The dishes that were read, in order.
  package var dishes: [Dish] {
    kitchenFiles.flatMap(\.document.dishes) + recipes.map(\.draft.dish)
  }
}
