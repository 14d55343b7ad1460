/// Letters before steps, as numbers elsewhere: `a) Boil the rice`, `B. Drain it`, `ii. Serve`.
enum PlainTextLetters {
  /// The fewest lines that are a count.
  private static let fewest = 2

  /// Takes the letters off lines that count from `a` or `i` on.
  ///
  /// O(n).
  static func take(from lines: inout [PlainTextLine]) {
    for labels in [letters, romans] {
      var found: [(line: Int, text: String)] = []
      for (index, line) in lines.enumerated() where line.number == nil {
        guard found.count < labels.count,
          let rest = rest(of: line.text, behind: labels[found.count])
        else { continue }
        found.append((index, rest))
      }
      guard found.count >= fewest else { continue }
      for (index, step) in found.enumerated() {
        lines[step.line].number = index + 1
        lines[step.line].text = step.text
      }
    }
  }

  private static func rest(of text: String, behind label: String) -> String? {
    let words = text.hasPrefix("(") ? text.dropFirst() : text[...]
    guard words.prefix(label.count).lowercased() == label else { return nil }
    let tail = words.dropFirst(label.count)
    guard let mark = tail.first, ".):/".contains(mark), tail.dropFirst().first == " " else {
      return nil
    }
    return String(tail.dropFirst().drop { $0 == " " })
  }

  private static let letters = "abcdefghijklmnop".map(String.init)
  private static let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
}
