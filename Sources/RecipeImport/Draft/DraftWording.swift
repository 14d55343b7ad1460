package import KitchenModel

/// Words from recipes as names and titles.
package enum DraftWording {
  /// The longest title of a step, in characters.
  static let longestTitle = 80

  /// A name made from a recipe's title, else from its file's name.
  ///
  /// `/` and `:`, which have a meaning in names, become hyphens; what does not belong in a name goes.
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

  /// A step's text without the number before it: `1. `, `2) `, `3 - `, `Step 4: `.
  static func withoutNumber(_ text: String) -> String {
    var rest = text[...]
    if rest.lowercased().hasPrefix("step "), rest.dropFirst(5).first?.isNumber == true {
      rest = rest.dropFirst(5)
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 2 else { return text }
    rest = rest.dropFirst(digits.count)
    if let next = rest.dropFirst().first, rest.first == " ", "-–—".contains(next) {
      rest = rest.dropFirst()
    }
    guard let mark = rest.first, ".):-–—".contains(mark), rest.dropFirst().first == " " else {
      return text
    }
    rest = rest.dropFirst(2)
    // "2 – 3 eggs" has no number before it.
    return rest.first?.isNumber == true ? text : String(rest)
  }

  /// The steps without their numbers: those before a mark, and those that every step begins with.
  static func withoutNumbers(_ steps: [String]) -> [String] {
    let isNumbered =
      steps.count > 1 && steps.enumerated().allSatisfy { $1.hasPrefix("\($0 + 1) ") }
    return steps.map { step in
      let bare = withoutNumber(step)
      guard isNumbered, bare == step, let space = step.firstIndex(of: " ") else { return bare }
      return String(step[step.index(after: space)...])
    }
  }

  /// Whether a step is no work: a few words with a colon behind them (`For the dough:`), a word that
  /// stands over the steps, or no word at all.
  static func isHeading(_ text: String) -> Bool {
    guard let last = text.last, text.utf8.count <= 200 else { return false }
    let words = text.split(whereSeparator: \.isWhitespace)
    if last == ":" { return words.count <= 5 }
    let bare = text.lowercased().trimmingPunctuation
    return bare.isEmpty || words.count == 1 && headings.contains(String(bare))
  }

  private static let headings: Set<String> = [
    "preparation", "instructions", "directions", "method", "procedure", "steps", "note", "notes",
    "tip", "tips", "storage", "variations", "zubereitung", "préparation", "preparación",
    "preparazione", "bereiding", "preparo", "tillagning", "fremgangsmåte",
  ]

  /// How many people a yield feeds: a number alone or with people or portions; nil for other things.
  package static func servings(_ yield: String?) -> Int? {
    guard let yield else { return nil }
    let tokens = ProseLexer.tokens(of: Array(yield.unicodeScalars.prefix(200)))
    let words = tokens.compactMap(\.word)
    let people = [
      "serv", "person", "people", "portion", "pessoa", "portie", "porcion", "raciones", "comensal",
      "porzion", "porsi", "porç", "couvert", "guest",
    ]
    let who = tokens.lastIndex { token in
      token.word.map { word in people.contains { word.hasPrefix($0) } } == true
    }
    guard words.isEmpty || who != nil else { return nil }
    // "1 loaf (12 servings)" feeds twelve, "serves 4 to 6 people" four.
    var numbers = tokens[..<(who ?? tokens.count)].indices.filter { tokens[$0].number != nil }
    if let who, tokens[safe: who + 1]?.number != nil { numbers = [who + 1] }
    if numbers.isEmpty { numbers = tokens.indices.filter { tokens[$0].number != nil } }
    guard var place = numbers.last else { return nil }
    while let before = numbers.dropLast().last, place - before <= 2 {
      numbers.removeLast()
      place = before
    }
    guard let number = tokens[place].number, number >= 1, number <= 1000 else { return nil }
    return Int(number)
  }
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
