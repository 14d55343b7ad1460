import RecipeProse

/// What is to be done, up to what ends a message.
extension PlainTextReader {
  mutating func readStep(_ line: PlainTextLine, _ next: PlainTextLine?) {
    if line.number == nil, isFarewell(line, isLast: next == nil) {
      isOver = line.followsBlank || next == nil || line.words.count <= 4
      return
    }
    if isSubheading(line) {
      steps.append(
        .init(text: DraftWording.withoutColon(line.text), isHeading: true, followsBlank: true))
      return
    }
    let sureness = PlainTextIngredient.sureness(line.text)
    if line.number == nil, sureness == .sure, line.words.count <= 10, !line.endsSentence,
      line.hasBullet || line.followsBlank || steps.last?.isHeading == true
        || page.ingredients.isEmpty
        || next.map({ PlainTextIngredient.sureness($0.text) }) == .sure
    {
      page.ingredients.append(line.text)
      if steps.isEmpty { part = .ingredients }
      return
    }
    addStep(line)
  }

  mutating func addStep(_ line: PlainTextLine) {
    steps.append(
      .init(
        text: line.text, number: line.number, hasBullet: line.hasBullet,
        followsBlank: line.followsBlank || line.isMessage))
  }

  private func isFarewell(_ line: PlainTextLine, isLast: Bool) -> Bool {
    // "Will you send me yours?"
    if line.text.hasSuffix("?"), line.words.first.map(CookingVerbs.beginsOrder) == false {
      return true
    }
    guard !steps.isEmpty, line.words.count <= 8 || line.text.contains("@") else { return false }
    let lower = line.text.lowercased()
    // "N.", "Karin"
    if isLast, line.followsBlank, line.words.count == 1,
      !CookingVerbs.beginsOrder(line.words[0]), line.text.first?.isUppercase == true
    {
      return true
    }
    // "(Aunt Mabel, 1957)"
    if isLast, line.text.hasPrefix("("), line.text.hasSuffix(")"), line.words.count <= 6,
      !line.words.contains(where: CookingVerbs.beginsOrder)
    {
      return true
    }
    // "Tastes great" ends a chat.
    if line.isMessage, isLast, line.words.count <= 3,
      !line.words.contains(where: CookingVerbs.beginsOrder)
    {
      return true
    }
    if line.words.count == 1, PlainTextWords.dones.contains(line.words[0]) { return true }
    // "Best" and "love" end a message, "lovely" does not.
    return PlainTextWords.farewells.beginning(of: lower) != nil
  }

  /// `… until tender. Makes 4 servings.`
  mutating func takeServingsOfSteps() {
    guard page.servings == nil, page.yield == nil else { return }
    for step in page.instructions.suffix(2) {
      guard let stop = step.text.dropLast().lastIndex(of: ".") else { continue }
      let last = String(step.text[stop...].dropFirst().trimmedOfSpaces)
      guard let figures = PlainTextFigures(last), figures.times.isEmpty else { continue }
      (page.servings, page.yield) = (figures.servings, figures.yield)
    }
  }
}
