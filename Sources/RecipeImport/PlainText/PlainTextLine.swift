/// A line of a text that somebody typed, pasted or scanned, with the marks at its beginning taken
/// off and remembered.
package struct PlainTextLine: Hashable {
  /// The words, without bullet, number and Markdown's marks.
  package var text: String
  /// Whether a bullet or a box to tick stood before it.
  var hasBullet = false
  /// The number before it: `1.`, `2)`, `Step 3:`.
  var number: Int?
  /// The level of a Markdown heading; 0 for none.
  var level = 0
  /// Whether it is written to stand out: all bold, or all in capitals.
  var isEmphatic = false
  /// Whether an empty line stands before it.
  var followsBlank = false
  /// Whether it begins a message of a chat.
  var isMessage = false

  /// The words in lower case without anything but letters and digits.
  var words: [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { $0.contains("’") ? $0.split(separator: "’").joined(separator: "'") : String($0) }
  }

  /// Whether it ends as a sentence does.
  var endsSentence: Bool { text.last.map { ".!?".contains($0) } ?? false }

  /// Reads the marks at a line's ends.
  package init(_ written: String, followsBlank: Bool = false) {
    text = written
    self.followsBlank = followsBlank
    takeMarkdownHeading()
    takeEmphasis()
    takeBullet()
    takeNumber()
    text = Self.plain(text)
    isEmphatic = isEmphatic || Self.isInCapitals(text)
  }

  private mutating func takeMarkdownHeading() {
    let hashes = text.prefix { $0 == "#" }.count
    guard (1...6).contains(hashes), text.dropFirst(hashes).first == " " else { return }
    level = hashes
    text = String(text.dropFirst(hashes).drop { $0 == " " })
  }

  /// `**Method**` and `__Method__` as a whole.
  private mutating func takeEmphasis() {
    for mark in ["**", "__"] where text.count > 4 && text.hasPrefix(mark) {
      let rest = text.dropFirst(2)
      guard let end = rest.firstRange(of: mark)?.lowerBound else { continue }
      let tail = rest[end...].dropFirst(2)
      guard tail.isEmpty || tail == ":" else { continue }
      isEmphatic = true
      text = String(rest[..<end] + tail)
    }
  }

  private mutating func takeBullet() {
    var rest = text[...]
    for box in ["[ ] ", "[x] ", "[X] "] where rest.hasPrefix(box) {
      hasBullet = true
      rest = rest.dropFirst(4)
    }
    if let first = rest.first, Self.bullets.contains(first) {
      let isSpaced = rest.dropFirst().first?.isWhitespace == true
      guard isSpaced || !"-–—*+°»o".contains(first) else { return }
      hasBullet = true
      rest = rest.dropFirst().drop { $0.isWhitespace || Self.bullets.contains($0) && $0 != "o" }
      for box in ["[ ] ", "[x] ", "[X] "] where rest.hasPrefix(box) { rest = rest.dropFirst(4) }
    }
    text = String(rest)
  }

  private static let bullets = Set("-–—*+•·▪●○◦‣■□☐☑✓✔►▶➤→©¢®°»o▢◻◇◆⁃∙➔➜⬜")

  private mutating func takeNumber() {
    let bare = Self.withoutKeycap(text)
    if StepLabel.isAll(of: bare), let value = Self.firstNumber(in: bare), !bare.contains("/") {
      number = value
      text = ""
      return
    }
    // Letters are counted over all lines.
    if bare.first?.isLetter == true, bare.dropFirst().hasPrefix(") ") { return }
    let rest = StepLabel.removed(from: bare)
    guard rest != bare || bare != text, let value = Self.firstNumber(in: bare) else { return }
    number = value
    text = rest
  }

  /// `1️⃣` and `(1)` as `1.`
  private static func withoutKeycap(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars.prefix(5))
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    if digits.count == 1, scalars.dropFirst(1).contains("\u{20E3}") {
      let rest = text.dropFirst().drop { $0 == " " }
      return "\(digits[0]). \(rest)"
    }
    if scalars.first == "(", let close = text.firstIndex(of: ")"),
      let value = Int(text[..<close].dropFirst()), value < 100
    {
      return "\(value). \(text[close...].dropFirst().drop { $0 == " " })"
    }
    return text
  }

  private static func firstNumber(in text: String) -> Int? {
    let digits = text.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    return digits.count <= 3 ? Int(digits) : nil
  }

  /// Without Markdown's marks within, `[words](address)` as its words.
  private static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("**") || rest.hasPrefix("__") {
        rest = rest.dropFirst(2)
      } else if first == "`" || first == "*" && isMark(rest, after: result) {
        rest = rest.dropFirst()
      } else if first == "[", let close = rest.prefix(300).firstIndex(of: "]"),
        rest[close...].dropFirst().first == "(",
        let end = rest[close...].prefix(1000).firstIndex(of: ")")
      {
        result += rest[..<close].dropFirst()
        rest = rest[end...].dropFirst()
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return HTMLText.collapsed(Array(result.utf8))
  }

  /// Whether an asterisk begins or ends slanted words: not `2 * 3`.
  private static func isMark(_ rest: Substring, after before: String) -> Bool {
    rest.dropFirst().first?.isWhitespace == false || before.last?.isWhitespace == false
  }

  private static func isInCapitals(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return letters.count >= 3 && letters.allSatisfy(\.isUppercase)
  }
}
