/// What to do next about a ``Diagnostic``.
package enum Hint: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// A sentence that holds in front of any program.
  case text(String)
  /// Something to do with the program itself; each front end says how.
  case advice(Advice)

  /// Creates a sentence.
  package init(stringLiteral text: String) { self = .text(text) }
}

extension Hint: Codable {
  /// Reads a hint: a text, or an object with the advice.
  package init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .text(text)
    } else {
      self = .advice(try Advice(from: decoder))
    }
  }

  /// Writes the hint.
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .advice(let advice): try advice.encode(to: encoder)
    }
  }
}
