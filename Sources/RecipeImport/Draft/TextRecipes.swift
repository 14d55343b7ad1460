/// Tells plain text from Cooklang, and reads it.
enum TextRecipes {
  /// Whether a text has Cooklang's markup in it.
  ///
  /// O(n).
  static func isCooklang(_ text: String) -> Bool {
    var words = 0
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix(">>"), line.contains(":") { return true }
      if line.hasPrefix("[-"), line.contains("-]") { return true }
      switch marks(in: line) {
      case .braces: return true
      case .words(let count): words += count
      case .none: break
      }
    }
    if words > 1 { return true }
    return text.hasPrefix("---") && beginsWithFrontMatter(text) && !hasHeadingOfIngredients(text)
  }

  private enum Marks {
    case none
    /// `@salt`, which also is how people are called.
    case words(Int)
    /// `@sea salt{}`, `~{5%minutes}`.
    case braces
  }

  private static func marks(in line: Substring) -> Marks {
    let bytes = Array(line.utf8)
    var words = 0
    for (index, byte) in bytes.enumerated() where Self.signs.contains(byte) {
      let before = index > 0 ? bytes[index - 1] : 0x20
      guard let next = index + 1 < bytes.count ? bytes[index + 1] : nil, next != 0x20,
        !isWord(before)
      else { continue }
      let rest = bytes[(index + 1)...].prefix(80)
      if let open = rest.firstIndex(of: UInt8(ascii: "{")),
        rest[open...].contains(UInt8(ascii: "}")),
        !rest[..<open].contains(where: Self.signs.contains)
      {
        return .braces
      }
      if byte == UInt8(ascii: "@"), isWord(next) { words += 1 }
    }
    return .words(words)
  }

  private static let signs: Set<UInt8> = [UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "~")]

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte >= 0x80
  }

  /// Whether a note in Markdown lists what goes in under a heading, as Cooklang never does.
  private static func hasHeadingOfIngredients(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      guard line.hasPrefix("#") || line.hasPrefix("**") else { return false }
      return PlainTextHeading(PlainTextLine(String(line)))?.part == .ingredients
    }
  }

  private static func beginsWithFrontMatter(_ text: String) -> Bool {
    let lines = text.split(maxSplits: 60, whereSeparator: \.isNewline)
    guard let first = lines.first, first.trimmedOfSpaces == "---" else { return false }
    let rest = lines.dropFirst()
    guard let close = rest.firstIndex(where: { $0.trimmedOfSpaces == "---" }) else { return false }
    return rest[..<close].contains { $0.contains(":") }
  }

  /// The recipes of a plain text.
  ///
  /// O(n).
  static func pages(_ text: String) -> [RecipePage] {
    let old = MealMasterReader.pages(text)
    return old.isEmpty ? [PlainTextReader.page(text)] : old
  }
}
