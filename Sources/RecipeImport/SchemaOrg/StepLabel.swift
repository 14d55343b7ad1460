import RecipeProse

/// The number that a step is given: `1.`, `2)`, `Step 3:`, `Schritt 4`, `Step 5 of 8`.
enum StepLabel {
  /// Whether a text is such a number and nothing more.
  ///
  /// O(1): a label is short.
  static func isAll(of text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    var words = words(of: text)
    guard let first = words.first else { return false }
    let hasWord = Self.words.contains(first)
    if hasWord { words.removeFirst() }
    guard let number = words.first else { return false }
    guard isNumber(number) || hasWord && spelled.contains(number) else { return false }
    // "Step 2 of 5", "3/5"
    return words.dropFirst().allSatisfy { isNumber($0) || joiners.contains($0) }
      && words.count <= 3
  }

  /// A step's text without the number before it: `1. `, `2) `, `3 - `, `Step 4: `.
  static func removed(from text: String) -> String {
    var rest = text[...]
    if let space = rest.firstIndex(of: " "),
      words.contains(rest[..<space].lowercased()),
      rest[space...].dropFirst().first?.isNumber == true
    {
      rest = rest[space...].dropFirst()
    }
    // "a) Boil the rice."
    if rest.first?.isLetter == true, rest.dropFirst().hasPrefix(") ") {
      return String(rest.dropFirst(3))
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 2 else { return text }
    rest = rest.dropFirst(digits.count)
    // "1º Ferva a água", "1.º"
    let ordinal = rest.first == "." ? rest.dropFirst() : rest
    if let sign = ordinal.first, "ºª°".contains(sign), ordinal.dropFirst().first == " ",
      ordinal.dropFirst(2).first?.isLetter == true
    {
      let step = ordinal.dropFirst(2)
      // "1º passo: Ferva a água"
      if let space = step.firstIndex(of: " "), step[..<space].hasSuffix(":"),
        words.contains(step[..<space].dropLast().lowercased())
      {
        return String(step[space...].dropFirst())
      }
      return String(step)
    }
    if let next = rest.dropFirst().first, rest.first == " ", "-–—:".contains(next) {
      rest = rest.dropFirst()
    }
    // "1.- Pelar las patatas"
    if rest.hasPrefix(".-") || rest.hasPrefix(".–") || rest.hasPrefix(")-") {
      rest = rest.dropFirst()
    }
    guard let mark = rest.first, ".):/-–—".contains(mark), rest.dropFirst().first == " " else {
      return text
    }
    rest = rest.dropFirst(2)
    // "2 – 3 eggs" has no number before it.
    return rest.first?.isNumber == true ? text : String(rest)
  }

  /// For each of some pieces, whether it is a title over those behind it, not a step: `Step 2: The
  /// sauce`, a few words with a number and no full stop before a piece without a number, or `Make
  /// the sauce` or `Glaze`, without a full stop where others have one.
  static func titles(among pieces: [String]) -> [Bool] {
    let ended = pieces.count { $0.last.map(".!?)".contains) == true }
    let made = pieces.count { isMaking($0) || isBareName($0) }
    let counted = countedTitles(among: pieces)
    return pieces.indices.map { index in
      if counted.contains(index) { return true }
      if ended * 4 >= (pieces.count - made) * 3, ended > made, index + 1 < pieces.count,
        isMaking(pieces[index])
          || isBareName(pieces[index]) && !isBareName(pieces[index + 1])
      {
        return true
      }
      guard index + 1 < pieces.count, hasWord(pieces[index]), !hasWord(pieces[index + 1]) else {
        return false
      }
      let bare = removed(from: pieces[index])
      return bare != pieces[index] && bare.split(separator: " ").count <= 8
        && bare.last.map { !".!?".contains($0) } == true
    }
  }

  /// The places of `1 Cook the rice`, `2 Fry the leeks` among pieces that are not counted.
  private static func countedTitles(among pieces: [String]) -> Set<Int> {
    var found: Set<Int> = []
    for (index, piece) in pieces.enumerated() where piece.hasPrefix("\(found.count + 1) ") {
      let words = piece.split(separator: " ").dropFirst()
      guard index + 1 < pieces.count, (1...8).contains(words.count),
        words.first?.first?.isUppercase == true, piece.last?.isLetter == true
      else { return [] }
      found.insert(index)
    }
    let isEach = found.allSatisfy { !found.contains($0 + 1) }
    return found.count >= 2 && isEach && found.contains(0) ? found : []
  }

  /// `Make the batter`, without a full stop where the other pieces have one.
  private static func isMaking(_ text: String) -> Bool {
    let words = words(of: text)
    guard let first = words.first, (2...6).contains(words.count), makers.contains(first) else {
      return false
    }
    return text.last.map { $0.isLetter || $0 == ":" } == true
      && text.unicodeScalars.allSatisfy { !("0"..."9").contains($0) }
  }

  /// `Topping`, `Cinnamon glaze`: a few words that order nothing.
  private static func isBareName(_ text: String) -> Bool {
    let words = words(of: text)
    guard let first = words.first, (1...4).contains(words.count) else { return false }
    let isPart = words.count == 1 && (makers.contains(first) || first.hasSuffix("ing"))
    // "Leek topping" names a thing, "Zwiebeln schneiden" orders.
    let orders = words.contains { CookingVerbs.beginsOrder($0) && !$0.hasSuffix("ing") }
    return (isPart || !orders)
      && text.first?.isUppercase == true && text.last?.isLetter == true
      && text.unicodeScalars.allSatisfy { !("0"..."9").contains($0) && $0 != "," }
  }

  private static let makers = Lexicon.textWords("makers")

  private static func hasWord(_ text: String) -> Bool {
    words(of: String(text.prefix(20))).first.map(words.contains) == true
  }

  /// The steps without their numbers: those before a mark, and those that every step begins with.
  static func removed(fromAll steps: [String]) -> [String] {
    let isNumbered =
      steps.count > 1 && steps.enumerated().allSatisfy { $1.hasPrefix("\($0 + 1) ") }
    return steps.map { step in
      let bare = removed(from: step)
      guard isNumbered, bare == step, let space = step.firstIndex(of: " ") else { return bare }
      return String(step[step.index(after: space)...])
    }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.count <= 3 && word.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static let words = Lexicon.textWords("step-words")
  private static let spelled = Lexicon.textWords("spelled")
  private static let joiners = Lexicon.textWords("page-ofs")
}
