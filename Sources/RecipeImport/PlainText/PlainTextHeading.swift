import RecipeProse

/// A line that stands over a part of a recipe.
struct PlainTextHeading {
  /// What it stands over.
  var part: PlainTextWords.Part
  /// What follows on the same line behind a colon; empty for nothing.
  var rest = ""
  /// How many it feeds, as in `Zutaten für 4 Personen`.
  var servings: Int?

  /// Reads a line; nil for one that is not a heading of a part.
  init?(_ line: PlainTextLine) {
    let words = line.words
    guard let first = words.first, words.count <= 60 else { return nil }
    // The longest run of words that is a heading counts: "ingredients list" before "ingredients".
    let lengths = (1...min(4, words.count)).reversed()
    guard
      let length = lengths.first(where: {
        PlainTextWords.part(words.prefix($0).joined(separator: " ")) != nil
      }), let part = PlainTextWords.part(words.prefix(length).joined(separator: " "))
    else { return nil }
    self.part = part
    if length == words.count { return }
    if let colon = line.text.firstIndex(of: ":") {
      let before = line.text[..<colon]
      let behind = String(line.text[colon...].dropFirst().trimmedOfSpaces)
      let beforeWords = PlainTextLine(String(before)).words
      if beforeWords.count == length {
        // "Preparation: 20 min" is a time.
        if DurationText.length(of: behind) != nil, behind.count < 30 { return nil }
        rest = behind
        return
      }
      if let count = Self.servings(String(before), after: length),
        behind.isEmpty || part == .ingredients
      {
        (servings, rest) = (count, behind)
        return
      }
    }
    // "Tips! Freeze what is left."
    if part == .notes, let mark = line.text.firstIndex(where: { "!-–—".contains($0) }),
      PlainTextLine(String(line.text[..<mark])).words.count == length
    {
      rest = String(line.text[mark...].dropFirst().trimmedOfSpaces)
      return
    }
    if let count = Self.servings(line.text, after: length), words.count <= length + 6 {
      servings = count
      return
    }
    // "Ingredients (printable version)"
    let isBracketed = line.text.hasSuffix(")") && line.text.contains("(")
    let bare = PlainTextLine(String(line.text.prefix { $0 != "(" })).words
    if isBracketed, bare.count == length { return }
    // "Method Recipe by Ana" under marks of a heading
    guard line.level > 0 || line.isEmphatic, first.count > 3, words.count <= length + 2 else {
      return nil
    }
  }

  /// The number in `für 4 Personen`, `(serves 4)` behind a heading's words.
  private static func servings(_ text: String, after words: Int) -> Int? {
    var rest = text[...]
    for _ in 0..<words {
      rest = rest.drop { !$0.isLetter }.drop { $0.isLetter || $0 == "'" || $0 == "’" }
    }
    let tail = rest.filter { $0 != "(" && $0 != ")" }
    guard tail.contains(where: \.isNumber), tail.count < 40 else { return nil }
    return Servings.read(tail)
  }
}
