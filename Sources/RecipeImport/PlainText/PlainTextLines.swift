import RecipeProse

/// The lines of a text without what mail and chat programs put around them.
///
/// O(n).
struct PlainTextLines {
  /// The lines that say something.
  private(set) var lines: [PlainTextLine] = []
  /// What a mail is about; nil for other texts.
  private(set) var subject: String?
  /// Whether the line before was one of a mail's header.
  private var isInHeader = false

  /// Whether what follows is the mail that was answered with a recipe.
  private var isOver = false

  /// The fewest lines of a mail that may hold a recipe of its own.
  private static let fewestOfRecipe = 8
  /// The most lines that are read: a recipe has fewer.
  private static let most = 10_000

  /// Takes a text apart.
  init(_ text: String) {
    let read = PlainTextRows(
      Array(
        text.split(
          maxSplits: Self.most, omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).prefix(Self.most)))
    let raw = read.rows
    subject = read.title
    var isBlank = true
    for (index, line) in raw.enumerated() where !isOver {
      let next = index + 1 < raw.count ? raw[index + 1] : ""
      guard let words = words(of: line, next: next) else { continue }
      if words.isEmpty {
        // A line of equals signs or hyphens stands under a heading.
        if let last = lines.indices.last, !isBlank, let level = Self.underline(line) {
          lines[last].level = level
        }
        isBlank = true
        continue
      }
      var found = PlainTextLine(words, followsBlank: isBlank)
      found.isMessage = read.areMessages || ChatStamp(Self.visible(line)) != nil
      lines.append(found)
      isBlank = false
    }
    PlainTextCounts.take(from: &lines)
  }

  /// What a line says; empty for a blank, nil for a line that a program wrote.
  private mutating func words(of line: Substring, next: Substring) -> String? {
    var rest = Self.visible(line)
    while rest.hasPrefix(">") { rest = String(rest.dropFirst().trimmedOfSpaces) }
    if let stamp = ChatStamp(rest) { rest = Self.visible(stamp.message[...]) }
    if let header = Self.mailHeader(rest, isInHeader: isInHeader) {
      if let found = header.subject, subject == nil { subject = found }
      isInHeader = true
      return nil
    }
    isInHeader = false
    if Self.isAttribution(rest) {
      isOver = lines.count >= Self.fewestOfRecipe
      return nil
    }
    if PlainTextFurniture.contains(rest) { return nil }
    if !rest.contains(where: { $0.isLetter || $0.isNumber }) { return "" }
    if rest.hasPrefix("|"), rest.hasSuffix("|") {
      // The names of a table's columns stand over a rule.
      if Self.isRule(next) { return nil }
      rest = rest.split(separator: "|").map { String($0.trimmedOfSpaces) }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    rest = Self.withoutScannerErrors(rest)
    // "<Media omitted>"
    if rest.hasPrefix("<"), rest.hasSuffix(">"), !rest.contains("@") { return nil }
    if rest.hasPrefix("![") || Self.isOfPage(rest) { return nil }
    // A scanner takes a one for a letter.
    if rest.hasPrefix("l ") || rest.hasPrefix("I "),
      rest.dropFirst(2).split(separator: " ").first.map({
        PlainTextWords.measures.contains($0.lowercased())
      }) == true
    {
      return "1" + rest.dropFirst()
    }
    return rest
  }

  /// `1½ hours` and `2 lbs.` of `l ½ hours` and `2 Ibs.`
  private static func withoutScannerErrors(_ line: String) -> String {
    guard line.contains("l") || line.contains("I") else { return line }
    var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (index, word) in words.enumerated() {
      if word.hasPrefix("Ib"), index > 0, words[index - 1].last?.isNumber == true,
        ["b", "bs", "b.", "bs.", "b.,"].contains(word.dropFirst())
      {
        words[index] = "l" + word.dropFirst()
      } else if word.hasPrefix("l/") || word.hasPrefix("I/"),
        word.dropFirst(2).first?.isNumber == true
      {
        words[index] = "1" + word.dropFirst()
      } else if word == "l" || word == "I", index + 1 < words.count,
        let next = words[index + 1].unicodeScalars.first, next.properties.numericType == .numeric,
        !next.isASCII || words[index + 1].contains("/")
      {
        words[index] = "1"
      }
    }
    return words.joined(separator: " ")
  }

  /// `★★★★☆ 4.8 from 212 votes`, `#pasta #dinner`, `US Customary - Metric`, `Follow @ana`.
  private static func isOfPage(_ line: String) -> Bool {
    if let first = line.first, "★☆⭐".contains(first) { return true }
    let words = line.split(separator: " ")
    if words.count(where: { $0.hasPrefix("#") && $0.count > 1 }) * 2 > words.count,
      words.first?.allSatisfy({ $0 == "#" }) == false
    {
      return true
    }
    let lower = line.lowercased()
    if lower.hasPrefix("follow @") || lower.hasPrefix("tag @") { return true }
    return PlainTextWords.widgets.contains(lower)
  }

  private static func isRule(_ line: Substring) -> Bool {
    line.contains("-") && line.allSatisfy { "|-: \t".contains($0) }
  }

  private static func underline(_ line: Substring) -> Int? {
    let rule = line.trimmedOfSpaces
    guard rule.count >= 3 else { return nil }
    return rule.allSatisfy { $0 == "=" } ? 1 : rule.allSatisfy { $0 == "-" } ? 2 : nil
  }

  /// A line on one line, without signs that have no width and without pictures at its beginning.
  private static func visible(_ line: Substring) -> String {
    let text = HTMLText.collapsed(Array(line.utf8.map { $0 == 0x09 ? 0x20 : $0 }))
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first,
      first.properties.isEmojiPresentation || first.properties.isVariationSelector
        || ("\u{25AA}"..."\u{25FE}").contains(first) || first == "\u{200D}" || first == "\u{200E}"
        || first == "\u{2764}" || first == " "
    {
      scalars.removeFirst()
    }
    while let last = scalars.last,
      last.properties.isEmojiPresentation || last.properties.isVariationSelector
        || last == "\u{200D}" || last == "\u{2764}" || last == " "
    {
      scalars.removeLast()
    }
    return String(Substring(scalars))
  }

  // MARK: Mail

  /// `Subject: …` and the lines around it.
  private static func mailHeader(
    _ line: String, isInHeader: Bool
  ) -> (subject: String?, Void)? {
    guard let colon = line.firstIndex(of: ":"), line.distance(from: line.startIndex, to: colon) < 16
    else { return nil }
    let key = line[..<colon].lowercased().trimmingPunctuation
    var value = Substring(line[colon...].dropFirst()).trimmedOfSpaces
    if subjectKeys.contains(String(key)) {
      while let colon = value.firstIndex(of: ":"),
        replyMarks.contains(value[..<colon].lowercased())
      {
        value = value[colon...].dropFirst().trimmedOfSpaces
      }
      return (String(value), ())
    }
    let hasAddress = value.contains("@") || isInHeader
    if hasAddress, addressKeys.contains(String(key)) { return (nil, ()) }
    let isDate = dateKeys.contains(String(key))
    return isDate && value.contains(where: \.isNumber) ? (nil, ()) : nil
  }

  /// `On Monday, 3 May 2021 Ana wrote:`, `-----Original Message-----`.
  private static func isAttribution(_ line: String) -> Bool {
    if line.hasPrefix("-----"), line.hasSuffix("-----"), line.contains(" ") { return true }
    guard line.hasSuffix(":"), line.contains(where: \.isNumber) else { return false }
    return writes.range(in: line.lowercased()) != nil
  }

  private static let subjectKeys = Lexicon.textWords("subject-keys")
  private static let replyMarks = Lexicon.textWords("reply-marks")
  private static let addressKeys = Lexicon.textWords("address-keys")
  private static let dateKeys = Lexicon.textWords("date-keys")
  private static let writes = PhraseList("writes", .words)
}

/// What a chat program puts before a message: `[12.03.21, 18:44] Ana: `, `12/03/2021, 18:44 - Ana: `.
struct ChatStamp {
  /// What was written.
  let message: String

  /// Reads a line; nil for one without a stamp.
  init?(_ line: String) {
    var rest = line[...]
    let hasBracket = rest.hasPrefix("[")
    if hasBracket { rest = rest.dropFirst() }
    guard rest.first?.isNumber == true else { return nil }
    let stamp = rest.prefix {
      $0.isNumber || ":./-, ".contains($0) || "APMapm\u{202F}".contains($0)
        // "18/11/2023 à 10:12", "alle 10:12", "um 10:12"
        || hasBracket && "àsuletkl".contains($0)
    }
    guard stamp.contains(":"), stamp.filter(\.isNumber).count >= 3, stamp.count <= 28 else {
      return nil
    }
    rest = rest.dropFirst(stamp.count)
    if hasBracket {
      guard rest.first == "]" else { return nil }
      rest = rest.dropFirst()
    } else if stamp.filter(\.isNumber).count < 7 {
      return nil
    }
    guard let colon = rest.firstIndex(of: ":"),
      rest.distance(from: rest.startIndex, to: colon) <= 40
    else { return nil }
    message = String(rest[colon...].dropFirst().trimmedOfSpaces)
  }
}
