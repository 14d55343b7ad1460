/// Tells what is to be done from what only stands among it: headings, numbers, advertisements,
/// addresses, tips.
package enum Gate {
  /// What a piece of the instructions is.
  package enum Piece: Sendable, Hashable {
    /// Something to do.
    case work(String)
    /// Words over what follows.
    case heading(String)
    /// Something to know.
    case note(String)
    /// Nothing of the recipe.
    case nothing
  }

  /// The most words of a heading without a colon.
  private static let mostWords = 6

  /// What a piece is, with the words that are left of it.
  ///
  /// O(n).
  package static func piece(_ text: String, _ lexicon: Lexicon) -> Piece {
    if let heading = heading(text) { return heading.isEmpty ? .nothing : .heading(heading) }
    if isNote(text, lexicon) { return .note(text) }
    let (words, hadAddress) = withoutAddresses(text)
    let tokens = ProseLexer.tokens(of: Array(words.unicodeScalars))
    let count = tokens.count { $0.mark == nil }
    if count == 0 { return .nothing }
    if LengthGrammar.lengths(in: tokens).isEmpty {
      if hadAddress, count <= mostWords { return .note(text) }
      if isNoise(tokens, lexicon), count <= 14 { return .nothing }
      if isYield(tokens, lexicon), count <= 8 { return .nothing }
    }
    return .work(words)
  }

  /// The words of a heading: `## Filling`, `**Assembly**`, `[Topping]`, `SAUCE`; empty for one of
  /// nothing but a number; nil for other text.
  private static func heading(_ text: String) -> String? {
    var rest = text[...]
    var isMarked = false
    if rest.hasPrefix("#") {
      let bare = rest.drop { $0 == "#" }
      guard bare.first == " " || bare.isEmpty else { return nil }
      (rest, isMarked) = (bare.drop { $0 == " " }, true)
    }
    for (open, close) in [("**", "**"), ("__", "__"), ("[", "]"), ("<", ">")]
    where rest.count > open.count + close.count && rest.hasPrefix(open) {
      let end = rest.hasSuffix(close + ":") ? rest.dropLast() : rest
      guard end.hasSuffix(close) else { continue }
      let inner = end.dropFirst(open.count).dropLast(close.count)
      guard !inner.contains(Character(String(open.prefix(1)))) else { continue }
      (rest, isMarked) = (inner, true)
    }
    let words = rest.split(whereSeparator: \.isWhitespace)
    let letters = rest.filter(\.isLetter)
    let isInCapitals =
      letters.count >= 3 && letters.allSatisfy(\.isUppercase) && words.count <= mostWords
      && !hasLength(String(rest)) && !rest.hasSuffix(".")
    guard isMarked && words.count <= 12 && !hasLength(String(rest)) || isInCapitals else {
      return nil
    }
    return rest.trimmingEnds
  }

  private static func hasLength(_ text: String) -> Bool {
    !LengthGrammar.lengths(in: ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(300))))
      .isEmpty
  }

  /// Text without the addresses of pages, whose marks are those of sentences, and without the
  /// sentences that only send to them.
  package static func withoutAddresses(_ text: String) -> (text: String, hadAny: Bool) {
    guard text.contains("://") || text.contains("www.") else { return (text, false) }
    var words: [Substring] = []
    var start = 0
    var hasAddress = false
    func finish() {
      defer { (start, hasAddress) = (words.count, false) }
      guard hasAddress else { return }
      let sentence = words[start...].joined(separator: " ")
      let tells = sentence.split(separator: " ").count > mostWords || hasLength(sentence)
      if !tells { words.removeSubrange(start...) }
    }
    for word in text.split(separator: " ") {
      if word.contains("://") || word.hasPrefix("www.") || word.hasPrefix("(www.") {
        hasAddress = true
        continue
      }
      words.append(word)
      if word.last.map({ ".!?".contains($0) }) == true { finish() }
    }
    finish()
    return (words.joined(separator: " "), true)
  }

  /// `Serves 12`, `Makes about 24 cookies`: what a recipe's head says.
  static func isYield(_ tokens: [ProseToken], _ lexicon: Lexicon) -> Bool {
    guard let first = tokens.first?.word, lexicon.has(first, .yield) else { return false }
    return tokens.contains { $0.number != nil }
  }

  /// `Freeze option: freeze it in portions.`: all of it is a note.
  private static func isNote(_ text: String, _ lexicon: Lexicon) -> Bool {
    guard let colon = text.prefix(40).firstIndex(of: ":"), text[colon...].dropFirst().first == " "
    else { return false }
    let label = text[..<colon]
    return label.split(separator: " ").count <= 5 && isHeadingOfNotes(String(label), lexicon)
  }

  /// Whether what stands under a heading is to be known, not done: `Notes`, `Storage:`.
  package static func isHeadingOfNotes(_ text: String, _ lexicon: Lexicon) -> Bool {
    let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(80)))
    guard let first = tokens.firstIndex(where: { $0.mark == nil }) else { return false }
    // "Notes", "Kelly's notes"
    let ends = [tokens[first], tokens.count <= 8 ? tokens.last { $0.mark == nil } : nil]
    if ends.contains(where: { $0?.word.map { lexicon.has($0, in: "note-headings") } == true }) {
      return true
    }
    return lexicon.matches(in: tokens[...]).contains {
      $0.entry.kind == .advice && $0.tokens.lowerBound == first && $0.tokens.count > 1
    }
  }

  private static func isNoise(_ tokens: [ProseToken], _ lexicon: Lexicon) -> Bool {
    let matches = lexicon.matches(in: tokens[...])
    guard let first = matches.first(where: { $0.entry.kind == .noise }) else { return false }
    // "Pile it into bowls. Enjoy!" has something to do.
    let place = first.tokens.lowerBound
    if tokens[..<place].indices.contains(where: {
      $0 > 0 && DurationClassifier.endsSentence($0, in: tokens)
    }) {
      return false
    }
    // "Enjoy" behind an order ends the order.
    return first.tokens.lowerBound <= 2 || first.tokens.count > 1
      || matches.allSatisfy {
        !$0.entry.kind.isHeat && !$0.entry.kind.isRest && $0.entry.kind != .join
      }
  }

  /// Whether a sentence that states no length tells something to know, not to do: `The tops should
  /// look pale`, `You can also use milk`.
  static func isAdvice(_ sentence: ArraySlice<ProseToken>, _ lexicon: Lexicon) -> Bool {
    let matches = lexicon.matches(in: sentence)
    guard let start = sentence.indices.first(where: { sentence[$0].word != nil }),
      let first = sentence[start].word
    else { return false }
    if matches.contains(where: { $0.entry.kind == .noise && $0.tokens.lowerBound <= start + 1 }) {
      return true
    }
    if lexicon.has(first, .yield), sentence.contains(where: { $0.number != nil }) { return true }
    // "Freeze for longer storage", "To store, …"
    if matches.contains(where: {
      $0.entry.kind == .advice && $0.tokens.lowerBound == start && $0.tokens.count > 1
    }) {
      return true
    }
    // "Tip: …" is one, "Tip the rice in" is an order.
    if sentence[sentence.index(after: start)...].first?.mark == ":", lexicon.has(first, .advice) {
      return true
    }
    let tells = lexicon.has(first, in: "tellers")
    // An order begins with its verb.
    if CookingVerbs.classOf(first) != nil && !tells { return false }
    if matches.contains(where: { match in
      match.entry.kind == .advice && match.tokens.lowerBound <= start + 5
    }) {
      return !matches.contains { $0.entry.kind == .join && $0.tokens.lowerBound == start }
    }
    // "Das Fleisch, das mariniert ist, anbraten" orders with its last word, "The oven is hot: bake it"
    // behind its colon, and "This, then, goes in" all the same.
    guard !endsWithOrder(sentence, lexicon), !ordersBehindMark(sentence),
      !sentence.contains(where: { $0.word == "then" })
    else { return false }
    if tells { return hasBeing(sentence[start...], lexicon) }
    // "Tortillas are made of maize"
    if let second = sentence[(start + 1)...].first?.word, lexicon.has(second, in: "plain-beings"),
      !CookingVerbs.beginsOrder(first), !lexicon.has(first, .when)
    {
      return true
    }
    // "At this point, the cheese is ready", "Depending on your pan, you may need two batches"
    guard let comma = sentence.lastIndex(where: { $0.mark == "," }), comma > start,
      !CookingVerbs.beginsOrder(first),
      let subject = sentence[(comma + 1)...].first?.word, lexicon.has(subject, in: "tellers")
    else { return false }
    return hasBeing(sentence[(comma + 1)...], lexicon)
  }

  /// Whether some words have a verb that says how things are.
  private static func hasBeing(_ words: ArraySlice<ProseToken>, _ lexicon: Lexicon) -> Bool {
    words.contains { $0.word.map { lexicon.has($0, in: "beings") } == true }
  }

  /// Whether an order begins behind a comma, a colon or a semicolon.
  private static func ordersBehindMark(_ sentence: ArraySlice<ProseToken>) -> Bool {
    sentence.indices.contains { place in
      isOrderMark(sentence[place].mark) && isOrder(sentence[(place + 1)...].first?.word)
    }
  }

  private static func isOrderMark(_ mark: Unicode.Scalar?) -> Bool {
    mark == "," || mark == ":" || mark == ";"
  }

  private static func isOrder(_ word: String?) -> Bool {
    word.map(CookingVerbs.beginsOrder) == true
  }

  /// Whether the last word is an infinitive that orders, as in German and Dutch.
  private static func endsWithOrder(_ sentence: ArraySlice<ProseToken>, _ lexicon: Lexicon) -> Bool
  {
    guard let last = sentence.last(where: { $0.mark == nil })?.word, last.hasSuffix("en") else {
      return false
    }
    return CookingVerbs.classOf(last) != nil || lexicon.entries(of: last).contains { $0.isVerb }
  }
}

extension StringProtocol {
  /// Without white space, colons and marks of emphasis at its ends.
  fileprivate var trimmingEnds: String {
    var rest = self[startIndex...]
    func isEnd(_ character: Character?) -> Bool {
      character.map { $0.isWhitespace || ":*_#[]".contains($0) } ?? false
    }
    while isEnd(rest.first) { rest.removeFirst() }
    while isEnd(rest.last) { rest.removeLast() }
    return String(rest)
  }
}
