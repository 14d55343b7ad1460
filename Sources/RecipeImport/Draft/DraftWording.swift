package import KitchenModel
import RecipeProse

/// Words from recipes as names and titles.
package enum DraftWording {
  /// The longest title of a step, in characters.
  static let longestTitle = 80

  /// A name made from a recipe's title, else from its file's name.
  ///
  /// `/` and `:`, which have a meaning in names, become hyphens; what does not belong in a name
  /// goes.
  package static func name(from title: String, file: String) -> Name {
    for candidate in [title, baseName(of: file), "Recipe"] {
      if let name = try? Name(cleaned(candidate)) { return name }
    }
    preconditionFailure("\"Recipe\" is a name")
  }

  /// A file's name without folder and ending.
  static func baseName(of file: String) -> String {
    let last = file.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return String(last) }
    return String(last[..<dot])
  }

  private static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(2000) {
      switch scalar {
      case "/", "\u{2215}": scalars.append("-")
      case ":": scalars.append(contentsOf: " -".unicodeScalars)
      case "\n", "\t", "\r": scalars.append(" ")
      default: if !scalar.isControl { scalars.append(scalar) }
      }
    }
    let line = HTMLText.collapsed(Array(String(scalars).utf8))
    return cut(line, to: Name.longest)
  }

  /// A step's title: its words on one line, cut after a word.
  static func title(from text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(600) where !scalar.isControl { scalars.append(scalar) }
    var title = cut(String(scalars), to: longestTitle)
    // One full stop at the end of a title is none.
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    title = String(Substring(title).trimmedOfSpaces)
    guard let first = title.first else { return "Step" }
    return first.isLetter ? first.uppercased() + title.dropFirst() : title
  }

  /// The first words of a title, which make its identifier.
  static func firstWords(of title: String) -> String {
    title.split(separator: " ").prefix(6).joined(separator: " ")
  }

  /// At most `count` characters and 16 times as many bytes, cut after a word where one ends late
  /// enough, with an ellipsis.
  private static func cut(_ text: String, to count: Int) -> String {
    var head = text.prefix(count)
    while head.utf8.count > 16 * count - 8 { head = head.dropLast() }
    if head.endIndex == text.endIndex { return String(head) }
    head = head.dropLast()
    if let space = head.lastIndex(of: " "), head.distance(from: space, to: head.endIndex) < 30 {
      head = head[..<space]
    }
    while let last = head.last, !last.isLetter, !last.isNumber, last != ")" { head.removeLast() }
    return head + "…"
  }

  /// A heading's words without the colon behind them.
  static func withoutColon(_ text: String) -> String {
    text.hasSuffix(":") ? String(text.dropLast().trimmedOfSpaces) : text
  }

  /// Whether a step is not work: a few words with a colon behind them (`For the dough:`), a word
  /// that stands over the steps, or no word at all.
  static func isHeading(_ text: String) -> Bool {
    guard let last = text.last, text.utf8.count <= 200 else { return false }
    let words = text.split(whereSeparator: \.isWhitespace)
    if last == ":" { return words.count <= 5 }
    let bare = text.lowercased().trimmingPunctuation
    return bare.isEmpty || words.count == 1 && headings.contains(String(bare))
  }

  private static let headings = Lexicon.textWords("headings")
}

extension String {
  /// Without anything but letters at its ends.
  var trimmingPunctuation: Substring {
    guard let first = firstIndex(where: \.isLetter), let last = lastIndex(where: \.isLetter) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}
