import RecipeProse

/// Lines that only say when a note was written, or which page of a book it stands on.
enum PlainTextFurniture {
  /// Whether a line is nothing but that: `12 March 2024 at 18:22`, `Page 47`.
  static func contains(_ line: String) -> Bool {
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard (1...10).contains(words.count) else { return false }
    return isPage(words) || isDate(words, line)
  }

  private static func isPage(_ words: [String]) -> Bool {
    guard pages.contains(words[0]), words.count > 1 else { return false }
    return words.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) || ofs.contains($0) }
  }

  private static func isDate(_ words: [String], _ line: String) -> Bool {
    var numbers = 0
    var hasMonth = false
    for word in words {
      if word.allSatisfy(\.isNumber), word.count <= 4 {
        numbers += 1
      } else if isMonth(word) {
        hasMonth = true
      } else if !beside.contains(word), !isDay(word) {
        return false
      }
    }
    let hasYear = words.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
    let isWritten = line.contains(".") || line.contains("/") || line.contains("-")
    return hasMonth ? numbers >= 1 : numbers >= 3 && (hasYear || isWritten && line.contains(":"))
  }

  /// `march`, `mars`, `märz`, `dic`: by the letters that the languages read have in common.
  private static func isMonth(_ word: String) -> Bool {
    word.count >= 3 && word.count <= 10 && word.allSatisfy(\.isLetter)
      && months.contains(String(word.prefix(3))) && !words.contains(word)
  }

  private static func isDay(_ word: String) -> Bool {
    days.contains { word.hasPrefix($0) } && word.count <= 10
  }

  private static let months = Lexicon.textWords("months")
  /// Words of dishes that begin as a month does.
  private static let words = Lexicon.textWords("no-months")
  private static let days = Lexicon.textWords("days")
  private static let beside = Lexicon.textWords("beside-dates")
  private static let pages = Lexicon.textWords("pages")
  private static let ofs = Lexicon.textWords("page-ofs")
}
