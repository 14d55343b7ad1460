/// Digits five lines high, for reading from across the kitchen.
enum BigDigits {
  /// `text` in large characters; what is not a digit, a colon or a sign is left out.
  static func lines(for text: String) -> [String] {
    (0..<5).map { row in
      text.compactMap { shapes[$0]?[row] }.joined(separator: "  ")
    }
  }

  private static let shapes: [Character: [String]] = [
    "0": ["█████", "█   █", "█   █", "█   █", "█████"],
    "1": ["  █  ", " ██  ", "  █  ", "  █  ", " ███ "],
    "2": ["█████", "    █", "█████", "█    ", "█████"],
    "3": ["█████", "    █", " ████", "    █", "█████"],
    "4": ["█   █", "█   █", "█████", "    █", "    █"],
    "5": ["█████", "█    ", "█████", "    █", "█████"],
    "6": ["█████", "█    ", "█████", "█   █", "█████"],
    "7": ["█████", "    █", "   █ ", "  █  ", "  █  "],
    "8": ["█████", "█   █", "█████", "█   █", "█████"],
    "9": ["█████", "█   █", "█████", "    █", "█████"],
    ":": ["  ", "██", "  ", "██", "  "],
    "-": ["     ", "     ", "█████", "     ", "     "],
  ]
}
