/// Pronouns that Italian, Spanish and Portuguese write on to the end of a verb: `mescolatelo`,
/// `déjala`.
enum Clitics {
  private static let endings = [
    "selo", "sela", "telo", "los", "las", "les", "lo", "la", "le", "li", "ne", "se",
  ]
  private static let plain: [Character: Character] = [
    "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u",
  ]

  /// The words that a word may be without its pronoun, the likeliest first; none for a short word,
  /// or one without.
  ///
  /// O(1) for a word of bounded length.
  static func bases(of word: String) -> [String] {
    guard word.count >= 6, word.count <= 24 else { return [] }
    return endings.filter { word.hasSuffix($0) && word.count - $0.count >= 3 }.flatMap { ending in
      let stem = String(word.dropLast(ending.count))
      let bare = String(stem.map { plain[$0] ?? $0 })
      // "Mescolarlo" has lost the last letter of "mescolare".
      let whole = stem.hasSuffix("r") ? [stem + "e"] : []
      return [bare, stem] + whole
    }
  }
}
