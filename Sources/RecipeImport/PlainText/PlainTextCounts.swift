import RecipeProse

/// Numbers before steps that have no mark behind them: `1 Brown the chicken`, as scans have them.
enum PlainTextCounts {
  /// The fewest steps that are a count.
  private static let fewest = 3

  /// Takes the numbers off lines that count from one on and mostly begin with a verb.
  ///
  /// O(n).
  static func take(from lines: inout [PlainTextLine]) {
    takeBeforeAmounts(from: &lines)
    PlainTextLetters.take(from: &lines)
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

  /// `1. 3 avocados`, `2. 1 lime`: the numbers of a list before the amounts.
  private static func takeBeforeAmounts(from lines: inout [PlainTextLine]) {
    var found: [(line: Int, rest: String?)] = []
    for (index, line) in lines.enumerated() {
      let next = found.count + 1
      if line.number == next, found.last.map({ $0.line == index - 1 }) == true {
        found.append((index, nil))
      } else if line.number == nil,
        line.text.hasPrefix("\(next). ") || line.text.hasPrefix("\(next)) ")
      {
        let rest = line.text.drop { $0.isNumber }.dropFirst(2)
        guard rest.first?.isNumber == true else { continue }
        found.append((index, String(rest)))
      }
    }
    guard found.count >= fewest else { return }
    for (index, row) in found.enumerated() {
      guard let rest = row.rest else { continue }
      lines[row.line].number = index + 1
      lines[row.line].text = rest
    }
  }

  private static func isOrder(_ line: PlainTextLine) -> Bool {
    line.words.first.map(CookingVerbs.beginsOrder) == true
  }
}
