import RecipeProse

/// A recipe as somebody tells it: `For the risotto you need 300 g of rice, an onion and stock. First
/// you fry the onion …`.
extension PlainTextReader {
  /// Takes what a line says that is needed, and what is told behind it; false where it says no such
  /// thing.
  mutating func takeSpoken(_ line: PlainTextLine) -> Bool {
    let lower = line.text.lowercased()
    guard let range = PlainTextWords.needs.range(in: lower) else { return false }
    func place(_ index: String.Index) -> String.Index {
      line.text.index(
        line.text.startIndex, offsetBy: lower.distance(from: lower.startIndex, to: index),
        limitedBy: line.text.endIndex) ?? line.text.endIndex
    }
    let before = line.text[..<place(range.lowerBound)]
    let behind = line.text[place(range.upperBound)...]
    let stop = behind.firstRange(of: ". ")?.lowerBound ?? behind.endIndex
    let parts = Self.things(in: behind[..<stop])
    let sure = parts.count { PlainTextIngredient.sureness($0) == .sure }
    let likely = parts.count { PlainTextIngredient.sureness($0) != .no }
    guard parts.count > 1, 2 * sure >= parts.count || sure > 0 && likely == parts.count else {
      return false
    }
    if page.title.isEmpty, let title = Self.name(in: before) { page.title = title }
    page.ingredients += parts
    part = .steps
    let tail = behind[stop...].dropFirst().trimmedOfSpaces
    if !tail.isEmpty { addStep(PlainTextLine(String(tail))) }
    return true
  }

  /// `300 g of rice`, `an onion` and `a litre of stock`.
  private static func things(in text: Substring) -> [String] {
    var text = text.trimmedOfSpaces
    if text.last == "." { text = text.dropLast() }
    var parts = text.split(separator: ",").map { String($0.trimmedOfSpaces) }
    if let last = parts.last,
      let range = PlainTextWords.ands.lazy.compactMap({ last.firstRange(of: $0) }).first
    {
      parts.removeLast()
      parts += [String(last[..<range.lowerBound]), String(last[range.upperBound...])]
    }
    return parts.filter { !$0.isEmpty }
  }

  /// `Mushroom risotto` of `So for the mushroom risotto`.
  private static func name(in text: Substring) -> String? {
    let words = text.split(separator: " ")
    guard
      let start = words.firstIndex(where: { PlainTextWords.forWords.contains($0.lowercased()) })
    else { return nil }
    let name = words[(start + 1)...].drop { PlainTextWords.articles.contains($0.lowercased()) }
    guard (1...7).contains(name.count) else { return nil }
    return name.joined(separator: " ").capitalisedFirst
  }
}
