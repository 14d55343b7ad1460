import JSON

/// The ingredients of a page, one a line.
enum IngredientLines {
  /// The lines of a list of ingredients, or of one text that holds them all.
  ///
  /// O(n).
  static func read(_ value: JSONValue?) -> [String] {
    let elements = value?.elements ?? []
    if elements.count == 1, let text = elements[0].string { return parts(of: text) }
    return elements.flatMap { element -> [String] in
      switch element {
      case .array(let inner): return inner.compactMap(line)
      case .string(let text) where text.contains(where: \.isNewline): return lines(of: text)
      default: return line(element).map { [$0] } ?? []
      }
    }
  }

  /// The lines of a text without the bullets before them.
  private static func lines(of text: String) -> [String] {
    HTMLText.lines(text).map(withoutBullet).filter { !$0.isEmpty }
  }

  /// The ingredients of the only text there is: its lines, or what bullets, semicolons or commas
  /// part on its one line.
  private static func parts(of text: String) -> [String] {
    let lines = lines(of: text)
    guard lines.count == 1 else { return lines }
    for mark: Character in ["•", "·", "▪", "●", ";", "|"] {
      let parts = trimmed(lines[0].split(separator: mark))
      if parts.count > 2 || parts.count == 2 && parts.allSatisfy(beginsWithAmount) { return parts }
    }
    let parts = trimmed(commaParts(of: lines[0]))
    let amounts = parts.count(where: beginsWithAmount)
    return parts.count > 2 && 3 * amounts >= 2 * parts.count ? parts : lines
  }

  /// The pieces between commas that a space follows and that stand in no bracket.
  private static func commaParts(of line: String) -> [Substring] {
    var depth = 0
    var parts: [Substring] = []
    var start = line.startIndex
    for index in line.indices {
      switch line[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth <= 0 && line[index...].dropFirst().first == " ":
        parts.append(line[start..<index])
        start = line.index(after: index)
      default: break
      }
    }
    return parts + [line[start...]]
  }

  private static func trimmed(_ parts: [Substring]) -> [String] {
    parts.map { withoutBullet(String($0.trimmedOfSpaces)) }.filter { !$0.isEmpty }
  }

  private static func beginsWithAmount(_ text: String) -> Bool {
    text.first?.isNumber == true
  }

  /// `- 300 g cheese` without its bullet.
  static func withoutBullet(_ line: String) -> String {
    guard let first = line.first, "-–—•·▪●*‣◦□☐".contains(first) else { return line }
    let rest = line.dropFirst().drop { $0 == " " }
    // "-20 g" is as odd as it was.
    return line.dropFirst().first?.isNumber == true && first != "•" ? line : String(rest)
  }

  private static func line(_ value: JSONValue) -> String? {
    guard case .object = value else { return RecipePage.line(value) }
    let parts = ["value", "amount", "unitText", "unitCode", "name", "text"].compactMap { key in
      RecipePage.line(value[key])
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
