extension [String] {
  /// `a`, `a and b`, `a, b and c`; the middle of a list of more than eight is left out.
  package func listed(_ conjunction: String = "and") -> String {
    var shown = self
    if shown.count > 8 { shown = shown.prefix(3) + ["…"] + shown.suffix(4) }
    guard let last = shown.popLast(), !shown.isEmpty else { return first ?? "" }
    return "\(shown.joined(separator: ", ")) \(conjunction) \(last)"
  }
}

extension String {
  /// The text with its first letter in upper case.
  package var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
