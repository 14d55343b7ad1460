import KitchenModel

/// Writes values as JSON, two spaces a level.
enum JSONWriter {
  /// The text of a document with the keys of `entries`.
  static func text(_ entries: [Value.Entry]) -> String {
    text(.map(entries), margin: "") + "\n"
  }

  private static func text(_ value: Value, margin: String) -> String {
    let inner = margin + "  "
    switch value {
    case .text(let text), .token(let text): return quoted(text)
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .null: return "null"
    case .row(let items):
      return "[\(items.map { text($0, margin: "") }.joined(separator: ", "))]"
    case .group(let entries):
      let pairs = entries.map { "\(quoted($0.key)): \(text($0.value, margin: ""))" }
      return "{\(pairs.joined(separator: ", "))}"
    case .list(let items):
      let lines = items.map { inner + text($0, margin: inner) }
      return lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n\(margin)]"
    case .map(let entries):
      let lines = entries.map { "\(inner)\(quoted($0.key)): \(text($0.value, margin: inner))" }
      return lines.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n\(margin)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.isUnseen:
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16, uppercase: true)
          result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
