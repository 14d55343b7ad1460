extension [String] {
  /// `a`, `a and b`, `a, b and c`; the middle of a list of more than `most` is left out.
  package func listed(_ conjunction: String = "and", most: Int = 8) -> String {
    var shown = self
    if shown.count > most { shown = shown.prefix(3) + ["…"] + shown.suffix(4) }
    guard let last = shown.popLast(), !shown.isEmpty else { return first ?? "" }
    return "\(shown.joined(separator: ", ")) \(conjunction) \(last)"
  }

  /// The cooks of a kitchen by their names: `The cooks are Ana and Ben.`
  package var listedAsCooks: String {
    count == 1 ? "The only cook is \(listed())." : "The cooks are \(listed())."
  }

  /// What a value must be that is none of these choices: `must be hot or any (got "warm").`
  package func demanded(got text: String) -> String {
    "must be \(listed("or", most: .max)) (got \(text.quoted))."
  }
}

extension String {
  /// The text with its first letter in upper case.
  package var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
