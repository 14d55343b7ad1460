import JSON

/// Writes values as JSON, two spaces a level.
enum JSONWriter {
  /// The text of a document with the keys of `entries`.
  static func text(_ entries: [Value.Entry]) -> String {
    text(.map(entries), margin: "") + "\n"
  }

  private static func text(_ value: Value, margin: String) -> String {
    let inner = margin + "  "
    switch value {
    case .text(let text), .token(let text): return JSONText.literal(text)
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .null: return "null"
    case .row(let items):
      return "[\(items.map { text($0, margin: "") }.joined(separator: ", "))]"
    case .group(let entries):
      let pairs = entries.map { "\(JSONText.literal($0.key)): \(text($0.value, margin: ""))" }
      return "{\(pairs.joined(separator: ", "))}"
    case .list(let items):
      let lines = items.map { inner + text($0, margin: inner) }
      return lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n\(margin)]"
    case .map(let entries):
      let lines = entries.map {
        "\(inner)\(JSONText.literal($0.key)): \(text($0.value, margin: inner))"
      }
      return lines.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n\(margin)}"
    }
  }
}
