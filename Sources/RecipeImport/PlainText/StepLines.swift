import RecipeProse

/// Joins the lines of steps: what a narrow page or a mail program broke is one step again.
struct StepLines {
  /// A line, or a heading between them.
  struct Line {
    var text: String
    var number: Int?
    var isHeading = false
    var hasBullet = false
    var followsBlank = false
  }

  /// The pieces of the instructions. O(n).
  static func instructions(_ lines: [Line]) -> [RecipePage.Instruction] {
    let isNumbered = lines.count { $0.number != nil } > 1
    var pieces: [RecipePage.Instruction] = []
    for block in blocks(lines) {
      if block[0].isHeading {
        pieces.append(.init(.heading, block[0].text))
        continue
      }
      for text in joined(block, isNumbered) where !text.isEmpty {
        pieces.append(.init(.step, text, parts: NumberedSteps.parts(of: text)))
      }
    }
    return pieces
  }

  /// Lines between empty ones and headings.
  private static func blocks(_ lines: [Line]) -> [[Line]] {
    var blocks: [[Line]] = []
    for line in lines {
      let isOpen = blocks.last?.last.map { !$0.isHeading } ?? false
      // A number alone, or a sentence that is not over, goes on behind an empty line.
      let goesOn = blocks.last?.last.map { $0.text.isEmpty } ?? false
      if isOpen, !line.isHeading, !line.followsBlank || goesOn {
        blocks[blocks.count - 1].append(line)
      } else {
        blocks.append([line])
      }
    }
    return blocks
  }

  private static func joined(_ block: [Line], _ isNumbered: Bool) -> [String] {
    let widest = block.map(\.text.count).max() ?? 0
    let isProse = block.dropLast().contains { line in
      line.text.contains(". ") || line.text.contains(", ") || line.text.hasSuffix(",")
        || line.text.hasSuffix(".")
    }
    let isNote = isNote(block)
    let areOrders = areOrders(block)
    var texts: [String] = []
    for (index, line) in block.enumerated() {
      guard index > 0, let last = texts.last, line.number == nil, !line.hasBullet,
        !isNote || last.hasSuffix(",") || last.hasSuffix("-"),
        goesOn(last, block[index - 1].text, line.text, isNumbered, widest, isProse, areOrders)
      else {
        texts.append(line.text)
        continue
      }
      // "Step 1 - Mix" over "Mix the flour …" is its name.
      let isName =
        block[index - 1].number != nil && last == block[index - 1].text
        && last.split(separator: " ").count <= 3 && last.last?.isLetter == true
        && line.text.first?.isUppercase == true
      texts[texts.count - 1] = isName ? line.text : joined(last, line.text)
    }
    return texts
  }

  /// Whether somebody who writes no capitals noted a step on each line.
  private static func isNote(_ block: [Line]) -> Bool {
    let small = block.count { $0.text.first?.isLowercase == true && !$0.text.hasSuffix(".") }
    return small >= 3 && 4 * small >= 3 * block.count && block[0].text.first?.isLowercase == true
  }

  /// Whether each line begins with a capital and an order, so that none goes on with another.
  ///
  /// So are lines of which none ends or holds the end of a sentence: notes without full stops.
  private static func areOrders(_ block: [Line]) -> Bool {
    let areNotes =
      block.count >= 3
      && block.allSatisfy { $0.text.first.map { $0.isUppercase || $0.isNumber } == true }
      && block.dropLast().allSatisfy { line in
        !line.text.contains(". ") && line.text.last.map { $0.isLetter || $0 == ")" } == true
      }
    if areNotes { return true }
    return block.allSatisfy { line in
      line.text.first?.isUppercase == true
        && PlainTextLine(line.text).words.first.map(CookingVerbs.beginsOrder) == true
    }
  }

  /// Whether a line goes on with the one before.
  private static func goesOn(
    _ text: String, _ before: String, _ next: String, _ isNumbered: Bool, _ widest: Int,
    _ isProse: Bool, _ areOrders: Bool
  ) -> Bool {
    if text.isEmpty || isNumbered { return true }
    guard let last = before.last else { return true }
    if last == "-" || last == "," || last == "\u{AD}" { return true }
    if ".!?:;".contains(last) {
      // A full stop at the edge of a paragraph ends a sentence, not a step.
      return false
    }
    if next.first?.isLowercase == true {
      return (isProse || text.first?.isUppercase == true) && 2 * before.count >= widest
    }
    return isProse && !areOrders && widest >= 40 && 4 * before.count >= 3 * widest
  }

  /// Two lines as one, without the hyphen of a word that was broken.
  static func joined(_ text: String, _ next: String) -> String {
    if text.isEmpty { return next }
    if text.hasSuffix("-") || text.hasSuffix("\u{AD}"), let end = text.dropLast().last,
      end.isLetter, let start = next.first, start.isLetter, start.isLowercase == end.isLowercase
    {
      return text.dropLast() + next
    }
    return text + " " + next
  }
}
