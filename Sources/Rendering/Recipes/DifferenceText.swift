package import KitchenModel

/// What differs between two versions of a dish, a line that went or came each.
package enum DifferenceText {
  /// The lines that went, marked `-`, and came, marked `+`, with the others between them.
  ///
  /// O((n + m)·d) in the lines and their differences: Myers, "An O(ND) difference algorithm".
  package static func text(of difference: ImportReport.Difference, width: Int = 80) -> StyledText {
    let old = lines(difference.stored)
    let new = lines(difference.read)
    let change = new.difference(from: old)
    let removed = Set(change.removals.map(offset))
    let added = Set(change.insertions.map(offset))
    var text = StyledText()
    text.append("\(TerminalText.sanitized(difference.name)) differs:", .heading)
    var place = 0
    for (index, line) in old.enumerated() {
      if removed.contains(index) {
        text.append("- " + line, .alarming)
        continue
      }
      place = append(new, from: place, added, to: &text)
      text.append("  " + line)
      place += 1
    }
    _ = append(new, from: place, added, to: &text)
    return text.fitted(to: width)
  }

  private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { TerminalText.sanitized(String($0)) }
  }

  private static func append(
    _ lines: [String], from place: Int, _ added: Set<Int>, to text: inout StyledText
  ) -> Int {
    var place = place
    while added.contains(place) {
      text.append("+ " + lines[place], .waiting)
      place += 1
    }
    return place
  }
}
