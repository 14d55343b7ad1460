import KitchenModel

/// What ingredients have in common: two lines that name one thing, and where shops have it.
extension IngredientReader {
  /// By what a thing is told apart from others: its name in lower case and in the singular.
  package func key(of name: String) -> String {
    var words = Name.key(of: name).split(whereSeparator: \.isWhitespace).map(String.init)
    let table = IngredientWords.all[language ?? "en"]
    if let one = table?.singulars[words.joined(separator: " ")] { return Name.key(of: one) }
    guard let last = words.popLast() else { return "" }
    words.append(table?.singulars[last].map { Name.key(of: $0) } ?? singular(last))
    return words.joined(separator: " ")
  }

  /// A word without the ending of the plural, where the language has a plain one.
  private func singular(_ word: String) -> String {
    guard ["en", "fr", "es", "pt", nil].contains(language), word.count > 3, word.hasSuffix("s"),
      !["ss", "us", "is"].contains(String(word.suffix(2)))
    else { return word }
    if language == "en" || language == nil {
      if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
      for ending in ["oes", "ches", "shes", "sses", "xes"] where word.hasSuffix(ending) {
        return String(word.dropLast(2))
      }
    }
    return String(word.dropLast())
  }

  /// Where shops have a thing; nil where nobody has said.
  package func aisle(of name: String) -> String? {
    let words = key(of: name).split(separator: " ").map(String.init)
    let tables = [IngredientWords.all[language ?? "en"], IngredientWords.all["en"]].compactMap {
      $0
    }
    // Whatever is in it, a tin stands among the tins.
    if let first = words.first, ["tinned", "canned", "jarred"].contains(first) {
      return "Tins and jars"
    }
    for table in tables {
      // "smoked salmon fillet": the longest end of the name that is known, then any word of it.
      for start in words.indices {
        if let aisle = table.aisles[words[start...].joined(separator: " ")] { return aisle }
      }
      for start in words.indices.reversed() {
        if let aisle = table.aisles[words[start]] { return aisle }
      }
    }
    return nil
  }
}
