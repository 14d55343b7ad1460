/// Reads the components out of a paragraph.
///
/// O(n): a name is searched no further than the next mark, an amount no further than the next
/// brace, and a parenthesis that is missing once is not searched again.
struct CooklangStepReader {
  private typealias Item = CooklangRecipe.Item

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var text = String.UnicodeScalarView()
  private var items: [CooklangRecipe.Item] = []
  /// Whether no parenthesis is closed any more.
  private var hasNoMoreNotes = false
  /// The line of the paragraph, counted from 0, with the first brace that is never closed.
  private(set) var unclosedBraceLine: Int?

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The paragraph's items; texts are trimmed at its two ends.
  mutating func read() -> [CooklangRecipe.Item] {
    while position < scalars.count {
      let scalar = scalars[position]
      switch scalar {
      case "\\": readEscape()
      case "@", "#", "~":
        if !readComponent(scalar) {
          text.append(scalar)
          position += 1
        }
      case "\n":
        text.append(" ")
        position += 1
      default:
        text.append(scalar)
        position += 1
      }
    }
    finishText()
    trimEnds()
    return items
  }

  // MARK: Text

  private mutating func readEscape() {
    position += 1
    guard position < scalars.count, scalars[position] != "\n" else { return }
    if !Self.isPunctuation(scalars[position]), !"@#~=>".unicodeScalars.contains(scalars[position]) {
      text.append("\\")
    }
    text.append(scalars[position])
    position += 1
  }

  private mutating func finishText() {
    if !text.isEmpty { items.append(.text(String(text))) }
    text = String.UnicodeScalarView()
  }

  private mutating func trimEnds() {
    if case .text(let first)? = items.first {
      let rest = first.unicodeScalars.drop { $0.properties.isWhitespace }
      items[0] = .text(String(rest))
      if rest.isEmpty { items.removeFirst() }
    }
    if case .text(let last)? = items.last {
      var rest = last.unicodeScalars[...]
      while let end = rest.last, end.properties.isWhitespace { rest.removeLast() }
      items[items.count - 1] = .text(String(rest))
      if rest.isEmpty { items.removeLast() }
    }
  }

  // MARK: Components

  /// Reads the component at the mark; false, with nothing read, where there is none.
  private mutating func readComponent(_ mark: Unicode.Scalar) -> Bool {
    var component = CooklangComponent(name: "")
    var start = position + 1
    if mark != "~" {
      start = readModifiers(mark, from: start, into: &component)
    } else if start < scalars.count, scalars[start] == mark {
      // `~~{5%minutes}`: a slip of the finger.
      start += 1
    }
    guard start < scalars.count, !scalars[start].properties.isWhitespace else { return false }
    var end: Int
    if let brace = brace(from: start, mark: mark), let close = closingBrace(of: brace) {
      component.name = string(start..<brace)
      component.amount = CooklangAmount(parsing: Substring(string((brace + 1)..<close)))
      end = close + 1
    } else {
      end = wordEnd(from: start, mark: mark)
      guard end > start else { return false }
      component.name = string(start..<end)
    }
    if mark != "~", end < scalars.count, scalars[end] == "(",
      let close = closingParenthesis(from: end + 1)
    {
      let note = string((end + 1)..<close)
      component.note = note.isEmpty ? nil : note
      end = close + 1
    }
    splitAlias(of: &component)
    finishText()
    items.append(item(mark, component))
    position = end
    return true
  }

  private func item(_ mark: Unicode.Scalar, _ component: CooklangComponent) -> CooklangRecipe.Item {
    switch mark {
    case "@": .ingredient(component)
    case "#": .cookware(component)
    default: .timer(CooklangTimer(name: component.name, amount: component.amount))
    }
  }

  /// Reads the signs after a mark, each once; returns where the name begins.
  private func readModifiers(
    _ mark: Unicode.Scalar, from start: Int, into component: inout CooklangComponent
  ) -> Int {
    var position = start
    while position < scalars.count,
      let modifier = CooklangComponent.Modifier(rawValue: String(scalars[position])),
      mark == "@" || modifier != .recipe,
      component.modifiers.insert(modifier).inserted
    {
      position += 1
      if modifier == .reference, position < scalars.count, scalars[position] == "(",
        let (preparation, end) = preparation(from: position + 1)
      {
        component.preparation = preparation
        position = end
      }
    }
    return position
  }

  /// `~1)`, `2)`, `=2)`, `=~2)`: which preparation is meant, and where it ends.
  private func preparation(from start: Int) -> (CooklangComponent.Preparation, end: Int)? {
    var position = start
    func take(_ scalar: Unicode.Scalar) -> Bool {
      guard position < scalars.count, scalars[position] == scalar else { return false }
      position += 1
      return true
    }
    let isSection = take("=")
    let isBack = take("~")
    var number = 0
    let digits = position
    while position < scalars.count, position - digits < 4,
      let digit = scalars[position].properties.numericType == .decimal
        ? Character(scalars[position]).wholeNumberValue : nil
    {
      number = number * 10 + digit
      position += 1
    }
    guard position > digits, take(")") else { return nil }
    switch (isSection, isBack) {
    case (false, false): return (.step(number), position)
    case (false, true): return (.stepsBack(number), position)
    case (true, false): return (.section(number), position)
    case (true, true): return (.sectionsBack(number), position)
    }
  }

  private func splitAlias(of component: inout CooklangComponent) {
    let parts = component.name.split(separator: "|", maxSplits: 1).map {
      String($0.trimmedOfSpaces)
    }
    if parts.count == 2 {
      component.name = parts[0]
      component.alias = parts[1].isEmpty ? nil : parts[1]
    }
  }

  // MARK: Searching

  /// The brace that ends a name of several words: it stands before any other mark.
  private func brace(from start: Int, mark: Unicode.Scalar) -> Int? {
    var position = start
    while position < scalars.count {
      switch scalars[position] {
      case "{": return position > start || mark == "~" ? position : nil
      case "@", "#", "~": return nil
      default: position += 1
      }
    }
    return nil
  }

  /// The end of an amount; none where the next one begins before it.
  private mutating func closingBrace(of brace: Int) -> Int? {
    let end = scalars[(brace + 1)...].firstIndex { $0 == "}" || $0 == "{" }
    if let end, scalars[end] == "}" { return end }
    unclosedBraceLine = unclosedBraceLine ?? scalars[..<brace].count { $0 == "\n" }
    return nil
  }

  private mutating func closingParenthesis(from start: Int) -> Int? {
    guard !hasNoMoreNotes else { return nil }
    let close = scalars[start...].firstIndex(of: ")")
    hasNoMoreNotes = close == nil
    return close
  }

  /// Where a name of one word ends: at white space or punctuation; a path goes on to white space.
  private func wordEnd(from start: Int, mark: Unicode.Scalar) -> Int {
    let isPath =
      mark == "@"
      && (scalars[start...].starts(with: "./".unicodeScalars)
        || scalars[start...].starts(with: "../".unicodeScalars))
    var end = start
    while end < scalars.count, !scalars[end].properties.isWhitespace,
      isPath || !Self.isPunctuation(scalars[end])
    {
      end += 1
    }
    while isPath, end > start, ".,;:!?)".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    return end
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return HTMLText.collapsed(Array(String(view).utf8))
  }
}
