/// The rows of a text as they are to be read: without the front matter of a note, without the name
/// before each message of a chat, with the cells of a table joined and two columns one under the other.
struct PlainTextRows {
  /// The rows, in order; empty ones among them.
  private(set) var rows: [Substring]
  /// The title in the front matter; nil where there is none.
  private(set) var title: String?
  /// Whether a name stood before most rows: each is a message.
  private(set) var areMessages = false

  /// The most lines of front matter.
  private static let longestFrontMatter = 60
  /// The fewest messages of one person that make a chat.
  private static let fewestMessages = 3

  /// Reads the rows of some lines.
  ///
  /// O(n).
  init(_ lines: [Substring]) {
    rows = lines
    takeFrontMatter()
    takeRunningHead()
    takeNames()
    rows = rows.indices.flatMap { parts(of: $0) }
  }

  private mutating func takeFrontMatter() {
    guard let first = rows.firstIndex(where: { !$0.trimmedOfSpaces.isEmpty }),
      rows[first].trimmedOfSpaces == "---"
    else { return }
    let rest = rows[(first + 1)...].prefix(Self.longestFrontMatter)
    guard let close = rest.firstIndex(where: { $0.trimmedOfSpaces == "---" }),
      rest[..<close].contains(where: { $0.contains(":") })
    else { return }
    for line in rest[..<close] where line.lowercased().hasPrefix("title:") {
      let value = line.dropFirst("title:".count).trimmedOfSpaces
      title = String(value.drop { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" })
    }
    rows.removeSubrange(...close)
  }

  /// `58   WINTER SOUPS`, `WINTER SOUPS   58`: what stands over a book's page.
  private mutating func takeRunningHead() {
    guard let first = rows.firstIndex(where: { !$0.trimmedOfSpaces.isEmpty }) else { return }
    let row = rows[first].trimmedOfSpaces
    guard let gap = row.firstRange(of: "  ") else { return }
    let left = row[..<gap.lowerBound]
    let right = row[gap.upperBound...].trimmedOfSpaces
    guard let pair = [(left, right), (right, left)].first(where: { $0.0.allSatisfy(\.isNumber) }),
      !pair.0.isEmpty, pair.0.count <= 3, pair.1.allSatisfy({ !$0.isNumber })
    else { return }
    rows.remove(at: first)
  }

  /// `Ana: boil the rice`, where most lines begin with a name that often does.
  private mutating func takeNames() {
    let names = rows.map(Self.name)
    let counts = Dictionary(names.compactMap { name in name.map { ($0, 1) } }, uniquingKeysWith: +)
    let frequent = Set(counts.filter { $0.value >= Self.fewestMessages }.keys)
    let full = rows.count { !$0.trimmedOfSpaces.isEmpty }
    guard 2 * names.count(where: { $0.map(frequent.contains) == true }) >= full else { return }
    areMessages = !frequent.isEmpty
    for (index, name) in names.enumerated() {
      // Who answers now and then writes messages too.
      guard let name,
        frequent.contains(name) || areMessages && name.split(separator: " ").count == 1
      else { continue }
      rows[index] = rows[index].dropFirst(name.count + 1).trimmedOfSpaces
    }
  }

  private static func name(_ row: Substring) -> Substring? {
    let name = row.prefix(24).prefix { $0 != ":" }
    guard row.dropFirst(name.count).first == ":", row.dropFirst(name.count + 1).first == " ",
      name.first?.isUppercase == true, name.allSatisfy({ $0.isLetter || $0 == " " }),
      name.split(separator: " ").count <= 2,
      PlainTextWords.part(name.lowercased()) == nil,
      !PlainTextWords.labels.contains(name.lowercased())
    else { return nil }
    return name
  }

  // MARK: Tables and columns

  private func parts(of index: Int) -> [Substring] {
    let row = rows[index]
    if isRowOfTable(index) {
      // The names of the columns have no amounts.
      let isHead = !isRowOfTable(index - 1) && !row.contains(where: \.isNumber)
      return isHead
        ? []
        : [
          Substring(
            row.split(separator: "|").map(\.trimmedOfSpaces)
              .filter { !$0.isEmpty }.joined(separator: " "))
        ]
    }
    let boxed = row.split { Self.boxes.contains($0) }
    if boxed.count > 1, row.trimmedOfSpaces.first.map(Self.boxes.contains) == true {
      return boxed.map { "- " + $0.trimmedOfSpaces }.map { $0[...] }
    }
    let columns = Self.columns(row)
    // "pinch salt      nutmeg" among rows of two amounts
    if columns.count == 1, index > 0, Self.columns(rows[index - 1]).count == 2,
      let gap = row.drop(while: \.isWhitespace).firstRange(of: "    ")
    {
      let pair = [row[..<gap.lowerBound].trimmedOfSpaces, row[gap.upperBound...].trimmedOfSpaces]
      if pair.allSatisfy({ (1...4).contains($0.split(separator: " ").count) }) { return pair }
    }
    return columns
  }

  /// Boxes to tick, of which several may stand on a line.
  private static let boxes: Set<Character> = ["□", "☐", "▢", "◻", "⬜"]

  /// Whether a line is of a table without marks at its ends: `500 g | beef`, among others.
  private func isRowOfTable(_ index: Int) -> Bool {
    func hasCells(_ index: Int) -> Bool {
      rows.indices.contains(index) && rows[index].first != "|"
        && (1...3).contains(rows[index].count { $0 == "|" })
        && PlainTextFigures(String(rows[index])) == nil
    }
    return hasCells(index) && (hasCells(index - 1) || hasCells(index + 1))
  }

  /// `1 c. sugar        2 eggs` as two lines; others as they are.
  private static func columns(_ row: Substring) -> [Substring] {
    guard let gap = row.drop(while: \.isWhitespace).firstRange(of: "    ") else { return [row] }
    let first = row[..<gap.lowerBound].trimmedOfSpaces
    let second = row[gap.upperBound...].trimmedOfSpaces
    guard !first.isEmpty, !second.isEmpty else { return [row] }
    let areAmounts =
      PlainTextIngredient.sureness(String(first)) == .sure
      && PlainTextIngredient.sureness(String(second)) == .sure
    let areFigures =
      PlainTextFigures(String(second)) != nil || PlainTextFigures(String(first)) != nil
    return areAmounts || areFigures ? [first, second] : [row]
  }
}
