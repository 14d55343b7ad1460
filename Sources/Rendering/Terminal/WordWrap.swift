/// Breaks sentences between words, and keeps a number with its unit.
package enum WordWrap {
  /// `text` in lines of at most `width` columns; lines after the first begin with `indent`. A word
  /// that is longer than a line is broken after a hyphen, or else cut with `…`.
  static func lines(_ text: String, width: Int, indent: String = "") -> [String] {
    let words = words(of: text).flatMap { word in
      let room = width - DisplayWidth.of(indent)
      return DisplayWidth.of(word) <= room ? [word] : pieces(of: word, width: room)
    }
    return filled(words, width: width, indent: indent)
      .map { DisplayWidth.truncated($0, to: width) }
  }

  /// The same, except that a word that is longer than a line keeps all its characters: a path or a
  /// command is to be copied.
  package static func uncut(_ text: String, width: Int, indent: String = "") -> [String] {
    filled(words(of: text), width: width, indent: indent)
  }

  /// The words between which a line may end: `1 h 05` and `25 min` are one each.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var last: Substring = ""
    for word in text.split(separator: " ") {
      if belongs(word, behind: last) {
        words[words.endIndex - 1] += " " + word
      } else {
        words.append(String(word))
      }
      last = word
    }
    return words
  }

  /// Whether a word is the unit of the number before it, or the rest of a length.
  private static func belongs(_ word: Substring, behind last: Substring) -> Bool {
    if last == "h" || last == "d" { return word.first?.isNumber == true }
    guard last.last?.isNumber == true else { return false }
    return units.contains(word.prefix { $0.isLetter })
      && word.dropFirst(word.prefix { $0.isLetter }.count).allSatisfy { !$0.isNumber }
  }

  private static let units: Set<Substring> = ["d", "h", "min", "s", "kg", "g", "l", "ml"]

  /// A word that is longer than a line: what a length is made of, or what stands between hyphens.
  private static func pieces(of word: String, width: Int) -> [String] {
    word.split(separator: " ").flatMap { word in
      var pieces = [""]
      for character in word {
        pieces[pieces.endIndex - 1].append(character)
        if character == "-" { pieces.append("") }
      }
      return DisplayWidth.of(String(word)) <= width
        ? [String(word)] : joined(pieces.filter { !$0.isEmpty }, width: width)
    }
  }

  /// Pieces of a word put together as far as they fit.
  private static func joined(_ pieces: [String], width: Int) -> [String] {
    pieces.reduce(into: []) { lines, piece in
      if let last = lines.last, DisplayWidth.of(last + piece) <= width {
        lines[lines.endIndex - 1] += piece
      } else {
        lines.append(piece)
      }
    }
  }

  /// The width that the longest word of some texts needs, so that none is broken; no more than a very
  /// long word is worth.
  static func leastWidth(of texts: [String]) -> Int {
    min(texts.flatMap(words).map { DisplayWidth.of($0) }.max() ?? 0, 20)
  }

  private static func filled(_ words: [String], width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      let start = lines.isEmpty ? "" : indent
      let extended = line.isEmpty ? start + word : line + " " + word
      if DisplayWidth.of(extended) <= width || line.isEmpty {
        line = extended
      } else {
        lines.append(line)
        line = indent + word
      }
    }
    lines.append(line)
    return lines
  }
}
