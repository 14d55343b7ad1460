import RecipeProse

/// Lines that are ingredients because of the lines around them.
enum PlainTextBlocks {
  /// The fewest bullets that are a list by themselves.
  private static let fewestBullets = 3

  /// The places of such lines: what stands between two quantities without an empty line, and lists
  /// of a few words with bullets before anything is to be done.
  ///
  /// O(n).
  static func ingredients(in lines: [PlainTextLine]) -> Set<Int> {
    var found: Set<Int> = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, !lines[end].followsBlank { end += 1 }
      found.formUnion(ingredients(of: start..<end, in: lines))
      start = end
    }
    return found
  }

  private static func ingredients(
    of block: Range<Int>, in lines: [PlainTextLine]
  ) -> [Int] {
    if block.contains(where: { PlainTextHeading(lines[$0]) != nil }) { return [] }
    let bulleted = block.filter { lines[$0].hasBullet }
    if bulleted.count >= fewestBullets, bulleted.count + 1 >= block.count,
      bulleted.allSatisfy({ isShort(lines[$0]) })
    {
      return bulleted
    }
    let sure = block.filter {
      lines[$0].number == nil && PlainTextFigures(lines[$0].text) == nil
        && PlainTextIngredient.sureness(lines[$0].text) == .sure
    }
    guard sure.count >= 2, let first = sure.first, let last = sure.last,
      5 * sure.count >= 2 * (last - first + 1)
    else { return [] }
    let between = (first...last).filter { !sure.contains($0) && !goesOn($0, in: lines) }
    return between.allSatisfy { isShort(lines[$0]) } ? between : []
  }

  /// Whether a line is the rest of a bulleted line before it.
  private static func goesOn(_ index: Int, in lines: [PlainTextLine]) -> Bool {
    !lines[index].hasBullet && lines[index].text.first?.isLowercase == true
      && (lines[index - 1].hasBullet || isQuality(lines[index]))
  }

  /// Whether a line says nothing but what something is like: `chopped`, `cut into large pieces`.
  static func isQuality(_ line: PlainTextLine) -> Bool {
    let lexicon = Lexicon.of(nil)
    return !line.words.isEmpty && line.words.allSatisfy { lexicon.has($0, .quality) }
  }

  /// Whether a line is a few words and no order.
  private static func isShort(_ line: PlainTextLine) -> Bool {
    let words = line.words
    guard let first = words.first, line.number == nil, words.count <= 12,
      !line.text.hasSuffix(":"), line.level == 0
    else { return false }
    if line.endsSentence, words.count >= 4 { return false }
    return words.count == 1
      || CookingVerbs.classOf(first) == nil
        && words.last.flatMap(CookingVerbs.classOf) == nil
  }
}
