package import KitchenModel

/// Understands the lines of a list of ingredients: one reader for scaling, lists and exports.
///
/// A line is understood as a whole or not at all: where a number in it is neither an amount nor
/// plainly something else, nothing is said of it.
package struct IngredientReader: Sendable {
  /// The language of the lines; nil where it is not known.
  let language: String?

  /// A reader for lines of a language, by its code.
  package init(language: String? = nil) { self.language = language }

  /// A reader for the lines of one list, in the language that most of their words are of; where those
  /// do not tell, that of the `prose` beside them.
  package init(lines: [String], prose: @autoclosure () -> String = "") {
    language = IngredientWords.language(of: lines) ?? Lexicon.language(of: prose())
  }

  /// A reader for the ingredients of a dish.
  package init(for dish: Dish) {
    self.init(lines: dish.ingredients, prose: dish.steps.map(\.title).joined(separator: ". "))
  }

  /// What a line says; nil where it is not understood.
  ///
  /// O(n) in the line's length.
  package func read(_ line: String) -> Ingredient? { reading(of: line)?.ingredient }

  func reading(of line: String) -> IngredientReading? {
    let (code, table) = words(for: line)
    var parser = IngredientParser(
      IngredientLexer(line, habit: .init(code)), words: table,
      others: IngredientWords.all.keys.sorted().filter { $0 != code }
        .compactMap { IngredientWords.all[$0] })
    return parser.reading(of: line)
  }

  /// The language of a line is the list's, unless it has no word of that and some of another.
  private func words(for line: String) -> (String?, IngredientWords) {
    let scores = IngredientWords.scores(of: line)
    let code: String? =
      if let language, scores[language] ?? 0 > 0 { language } else {
        IngredientWords.leader(scores) ?? language
      }
    let table = (code ?? "en").isEmpty ? nil : IngredientWords.all[code ?? "en"]
    return (code, table ?? IngredientWords.none)
  }
}

/// A line understood, with where its numbers stand.
struct IngredientReading {
  var ingredient: Ingredient
  /// The numbers that grow with the recipe, in order.
  var numbers: [ScaledNumber]

  /// A number that grows with the recipe.
  struct ScaledNumber {
    /// Its place, in characters of the line.
    var range: Range<Int>
    var written: WrittenNumber
    /// Whether whole numbers may become decimals.
    var isMetric: Bool
    /// What stands behind the number where the line leaves it out: `Pinch of salt` is one.
    var implied: String?
    /// The word behind it that follows its number: its place and its forms.
    var noun: Noun?
  }

  /// A word with a singular and a plural.
  struct Noun {
    var range: Range<Int>
    var one: String
    var many: String
  }
}
