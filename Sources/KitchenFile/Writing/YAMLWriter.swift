import KitchenModel

/// Writes values as YAML that every reader of YAML 1.1 and 1.2 takes the same way.
enum YAMLWriter {
  /// The text of a document with the keys of `entries`.
  static func text(_ entries: [Value.Entry]) -> String {
    var text = ""
    append(entries, indent: 0, to: &text)
    return text
  }

  /// Keys with values a line each, the first at the end of what is already on its line.
  private static func append(
    _ entries: [Value.Entry], indent: Int, to text: inout String
  ) {
    for (index, entry) in entries.enumerated() {
      if index > 0 { text += margin(indent) }
      text += "\(scalar(entry.key)):"
      append(entry.value, indent: indent, to: &text)
    }
  }

  /// A value behind a key or a dash, with its line's end.
  private static func append(_ value: Value, indent: Int, to text: inout String) {
    switch value {
    case .list(let items) where !items.isEmpty:
      text += "\n"
      for item in items {
        text += margin(indent + 2) + "-"
        if case .map(let entries) = item, !entries.isEmpty {
          text += " "
          append(entries, indent: indent + 4, to: &text)
        } else {
          append(item, indent: indent + 2, to: &text)
        }
      }
    case .map(let entries) where !entries.isEmpty:
      text += "\n" + margin(indent + 2)
      append(entries, indent: indent + 2, to: &text)
    case .text(let string) where isBlock(string):
      text += string.hasSuffix("\n") ? " |\n" : " |-\n"
      for line in string.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
        string.hasSuffix("\n") ? 1 : 0)
      {
        text += line.isEmpty ? "\n" : "\(margin(indent + 2))\(line)\n"
      }
    default:
      text += " \(inline(value))\n"
    }
  }

  private static func margin(_ indent: Int) -> String { String(repeating: " ", count: indent) }

  /// A value on one line.
  private static func inline(_ value: Value) -> String {
    switch value {
    case .text(let text): scalar(text)
    case .token(let text): text.first == "-" || text.contains(":") ? quoted(text) : text
    case .number(let number): String(number)
    case .truth(let truth): truth ? "true" : "false"
    case .null: "null"
    case .list(let items), .row(let items):
      "[\(items.map(inline).joined(separator: ", "))]"
    case .map(let entries), .group(let entries):
      "{\(entries.map { "\(scalar($0.key)): \(inline($0.value))" }.joined(separator: ", "))}"
    }
  }

  /// Text bare where nothing in it could mean something, else in quotation marks.
  private static func scalar(_ text: String) -> String { isBare(text) ? text : quoted(text) }

  /// Whether text is made of words of letters, digits and harmless marks, begins with a letter,
  /// and is not a word that YAML takes for something else.
  private static func isBare(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, isLetter(first), let last = scalars.last, last != " " else {
      return false
    }
    let marks = " -_./()'+*%&!;°½¼¾".unicodeScalars
    guard scalars.allSatisfy({ isLetter($0) || ("0"..."9").contains($0) || marks.contains($0) })
    else { return false }
    return !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(
      text.lowercased())
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// Whether text is best written as a block: several lines, none of which a block would change.
  private static func isBlock(_ text: String) -> Bool {
    guard text.unicodeScalars.contains("\n"), !text.hasSuffix("\n\n"), let first = text.first,
      !first.isWhitespace, text.unicodeScalars.allSatisfy({ $0 == "\n" || !mustEscape($0) })
    else { return false }
    return text.split(separator: "\n").allSatisfy { $0.last?.isWhitespace != true }
  }

  /// Text in double quotation marks, everything invisible escaped.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where mustEscape(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, width) =
          scalar.value < 0x100
          ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        result += "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a scalar is invisible, or may not stand in YAML as it is.
  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      scalar != "\u{200D}"  // joins emoji
    default: false
    }
  }
}
