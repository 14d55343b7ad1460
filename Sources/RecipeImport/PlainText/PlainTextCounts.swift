import RecipeProse

/// Numbers before steps that have no mark behind them: `1 Brown the chicken`, as scans have them.
enum PlainTextCounts {
  /// The fewest steps that are a count.
  private static let fewest = 3

  /// Takes the numbers off lines that count from one on and mostly begin with a verb.
  ///
  /// O(n).
  static func take(from lines: inout [PlainTextLine]) {
    var found: [(line: Int, text: String)] = []
    for (index, line) in lines.enumerated() {
      let next = "\(found.count + 1) "
      guard line.number == nil, line.text.hasPrefix(next) else { continue }
      let rest = line.text.dropFirst(next.count)
      guard rest.first?.isUppercase == true else { continue }
      found.append((index, String(rest)))
    }
    let orders = found.count { isOrder(PlainTextLine($0.text)) }
    guard found.count >= fewest, 3 * orders >= 2 * found.count else { return }
    for (index, step) in found.enumerated() {
      lines[step.line].number = index + 1
      lines[step.line].text = step.text
    }
  }

  private static func isOrder(_ line: PlainTextLine) -> Bool {
    guard let first = line.words.first else { return false }
    return CookingVerbs.classOf(first) != nil || Lexicon.of(nil).isVerb(first)
  }
}
