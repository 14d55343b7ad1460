import KitchenModel
import RecipeProse

/// What stands before the first heading: the title, figures, chatter, a whole list on a line.
extension PlainTextReader {
  // MARK: The head

  mutating func takeFigures(_ line: PlainTextLine) -> Bool {
    guard line.number == nil,
      let figures = PlainTextFigures(line.text)
        ?? (steps.isEmpty ? PlainTextFigures(among: line.text) : nil)
    else { return false }
    // "Cook 15 minutes" among the steps is one.
    let isAmongSteps = part == .steps || part == .head && (!steps.isEmpty || firstIngredient == 0)
    if isAmongSteps, !figures.isExplicit, figures.servings == nil { return false }
    let isHead = steps.isEmpty && figures.isExplicit
    if part == .steps, figures.servings == nil, !line.text.contains(":"), !isHead { return false }
    page.prepTime = page.prepTime ?? figures.times[.prep]
    page.cookTime = page.cookTime ?? figures.times[.cook]
    page.totalTime = page.totalTime ?? figures.times[.total]
    restTime = restTime ?? figures.times[.rest]
    page.servings = page.servings ?? figures.servings
    page.yield = page.yield ?? figures.yield
    return true
  }

  mutating func readHead(_ line: PlainTextLine, at index: Int, _ next: PlainTextLine?) {
    let line = withoutAgreement(line)
    if takeTitle(line, next) || takeSpoken(line) { return }
    if isChatter(line) { return }
    if PlainTextLine(line.text).words.isEmpty { return }
    if line.number == nil, !beginsWithYield(line), let list = PlainTextIngredient.list(line.text) {
      page.ingredients += list
      part = .ingredients
      hasHeading = false
      return
    }
    if readWhole(line) { return }
    if line.number == nil, PlainTextIngredient.sureness(line.text) == .sure {
      part = .ingredients
      hasHeading = false
      return readIngredient(line, next)
    }
    if !page.title.isEmpty, line.number == nil, line.endsSentence, isTimedOrder(line) {
      part = .steps
      return readStep(line, next)
    }
    // What stands before the ingredients tells of the dish.
    if index < firstIngredient, line.number == nil {
      if line.words.count > 8 { notes.append(line.text) }
      return
    }
    part = .steps
    readStep(line, next)
  }

  /// `Red dal` of `sure! Red dal`.
  private func withoutAgreement(_ line: PlainTextLine) -> PlainTextLine {
    guard let mark = line.text.firstIndex(where: { "!,.".contains($0) }),
      PlainTextWords.agreements.contains(line.text[..<mark].lowercased())
    else { return line }
    let rest = line.text[mark...].drop { "!,. ".contains($0) }.trimmedOfSpaces
    guard !rest.isEmpty else { return line }
    var line = line
    line.text = String(rest)
    return line
  }

  /// `Dal` of `Dal, feeds 4`, `Dal (4 servings)` and `Dal for 4`, whose yield is kept.
  private mutating func withoutYield(_ title: String) -> String {
    guard let (name, figures) = Self.parted(title) else {
      // "Turkish eggs (2)"
      guard title.hasSuffix(")"), let open = title.lastIndex(of: "("), open > title.startIndex,
        let count = Int(title[open...].filter { !"()x×".contains($0) }), (1...20).contains(count)
      else { return title }
      page.servings = page.servings ?? count
      return String(title[..<open].trimmedOfSpaces)
    }
    page.servings = page.servings ?? figures.servings
    page.yield = page.yield ?? figures.yield
    page.totalTime = page.totalTime ?? figures.times[.total]
    page.prepTime = page.prepTime ?? figures.times[.prep]
    page.cookTime = page.cookTime ?? figures.times[.cook]
    return Self.title(name)
  }

  /// The name and the figures of `Dal (4 servings)` and `Dal - serves 4 - time 40 min`; nil for a
  /// name alone.
  private static func parted(_ title: String) -> (name: String, figures: PlainTextFigures)? {
    if let (name, count) = multiplied(title) {
      return PlainTextFigures("serves \(count)").map { (Self.title(name), $0) }
    }
    for start in title.indices.dropFirst() where "(,–|:. ".contains(title[start]) {
      let tail = title[start...].filter { !"(),–|".contains($0) }
      guard let figures = PlainTextFigures(tail), figures.times.isEmpty || figures.servings != nil
      else { continue }
      return (String(title[..<start].trimmedOfSpaces), figures)
    }
    return nil
  }

  /// The name and the number of `RISOTTO x 4` and `Dal x6`; nil for other titles.
  private static func multiplied(_ title: String) -> (name: String, count: Int)? {
    let digits = title.reversed().prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let count = Int(String(digits.reversed())) else {
      return nil
    }
    let rest = title.dropLast(digits.count).trimmedOfSpaces
    guard let sign = rest.last, "x×X".contains(sign), rest.dropLast().last == " " else {
      return nil
    }
    return (String(rest.dropLast().trimmedOfSpaces), count)
  }

  /// `Bring the water to a boil and simmer for 5 minutes.`
  private func isTimedOrder(_ line: PlainTextLine) -> Bool {
    guard let first = line.words.first, CookingVerbs.beginsOrder(first) else { return false }
    return DurationText.mentions(in: line.text).contains(where: \.counts)
  }

  /// `# Soup`, `Title: Soup`, or a short line that is neither a sentence nor anything else.
  private mutating func takeTitle(_ line: PlainTextLine, _ next: PlainTextLine?) -> Bool {
    if let colon = line.text.firstIndex(of: ":") {
      let key = Substring(line.text[..<colon].lowercased()).trimmedOfSpaces
      if PlainTextWords.labels.contains(String(key)) {
        let value = line.text[colon...].dropFirst().trimmedOfSpaces
        if !value.isEmpty { page.title = withoutYield(Self.title(String(value))) }
        return true
      }
    }
    guard line.number == nil else { return false }
    if goesOnWithTitle(line) {
      let whole = titleLine.map { StepLines.joined($0.text, line.text) } ?? line.text
      page.title = withoutYield(Self.title(whole))
      titleLine = nil
      return true
    }
    titleLine = nil
    guard page.title.isEmpty else { return false }
    if line.level == 1 {
      page.title = withoutYield(Self.title(line.text))
      return true
    }
    // "Dal - serves 4 - time 40 min"
    let hasLength = line.text.contains(where: \.isNumber)
    let name = (hasLength ? Self.parted(line.text)?.name : nil) ?? line.text
    let words = PlainTextLine(name).words
    guard !isChatter(line), words.count <= 10, !words.isEmpty, line.text.count <= 80,
      !name.hasSuffix("."), !line.text.hasSuffix("?"),
      !line.text.hasSuffix("!") || isCriedOut(line, next),
      !line.hasBullet,
      name != line.text || PlainTextIngredient.sureness(line.text) != .sure,
      // "Overnight oats"
      !hasLength || DurationText.mentions(in: name).isEmpty
    else { return false }
    // "Dough:" over ingredients is a part of what was named before.
    if line.text.hasSuffix(":"), titleOfSentence != nil || subject != nil,
      next.map({ PlainTextIngredient.sureness($0.text) }) == .sure
    {
      return false
    }
    // A title stands alone, or names no work.
    if firstIngredient == 0, next?.followsBlank == false,
      words.count > 3, CookingVerbs.classOf(words[0]) != nil
    {
      return false
    }
    // "Carbonara: 200 g spaghetti, …" is a whole recipe, "Step by step: bread" is none.
    if let colon = line.text.firstIndex(of: ":"),
      colon < line.text.index(before: line.text.endIndex),
      hasLength || line.endsSentence || line.text[colon...].contains(",")
    {
      return false
    }
    page.title = withoutYield(Self.title(line.text))
    while page.title.hasSuffix("!") { page.title.removeLast() }
    // "Leek soup | The Leek Page"
    if let bar = page.title.firstRange(of: " | ") {
      page.title = String(page.title[..<bar.lowerBound])
    }
    titleLine = line
    return true
  }

  /// `Grandma's pancakes!` right over the ingredients.
  private func isCriedOut(_ line: PlainTextLine, _ next: PlainTextLine?) -> Bool {
    line.words.count >= 2 && line.words.count <= 6
      && next.map({ PlainTextIngredient.sureness($0.text) }) == .sure
  }

  /// Whether a line is the rest of a title that had no room on its line: `BEEF STEW WITH`.
  private func goesOnWithTitle(_ line: PlainTextLine) -> Bool {
    guard let title = titleLine, !line.followsBlank, line.words.count <= 6, !line.hasBullet else {
      return false
    }
    let isOpen =
      title.words.last.map(Self.smallWords.contains) == true
      || title.text.hasSuffix("-") && line.text.first?.isLowercase == true
    return isOpen || title.isEmphatic && line.isEmphatic && title.level == 0
  }

  private static let smallWords = Lexicon.textWords("small-words")
  /// What titles begin and end with beside the dish's name.
  private static let titleLabels = PhraseList("title-labels", .words)
  private static let titleEnds = Lexicon.textWords("title-ends").sorted()

  static func title(_ text: String) -> String {
    var rest = text[...]
    if let label = titleLabels.beginning(of: rest.lowercased()), rest.count > label.count {
      rest = rest.dropFirst(label.count).drop { $0 == " " }
    }
    while let last = rest.last, last == ":" || last == " " || last == "*" || last == "=" {
      rest.removeLast()
    }
    for ending in titleEnds where rest.lowercased().hasSuffix(" " + ending) {
      rest = rest.dropLast(ending.count + 1)
    }
    let title = String(rest)
    let letters = title.filter(\.isLetter)
    guard letters.count > 3, letters.allSatisfy(\.isUppercase) else { return title }
    // Capitals alone are how old programs and cookbooks write titles.
    return title.split(separator: " ").enumerated().map { index, word in
      index == 0 || !smallWords.contains(word.lowercased())
        ? word.capitalisedFirst : word.lowercased()
    }.joined(separator: " ")
  }

  /// `For 4: 300 g pasta, …`
  private func beginsWithYield(_ line: PlainTextLine) -> Bool {
    line.text.firstIndex(of: ":").map { PlainTextFigures(String(line.text[..<$0])) != nil } == true
  }

  /// `Carbonara: 200 g spaghetti, 2 eggs. Boil the pasta …`: all in one line.
  private mutating func readWhole(_ line: PlainTextLine) -> Bool {
    guard let colon = line.text.firstIndex(of: ":"),
      PlainTextLine(String(line.text[..<colon])).words.count <= 6
    else { return false }
    let rest = line.text[colon...].dropFirst().trimmedOfSpaces
    let stop = rest.firstRange(of: ". ")?.lowerBound ?? rest.endIndex
    guard let list = PlainTextIngredient.list(String(rest[..<stop])) else { return false }
    // "For 4: 300 g pasta, …"
    if let figures = PlainTextFigures(String(line.text[..<colon])) {
      page.servings = page.servings ?? figures.servings
      page.yield = page.yield ?? figures.yield
      page.ingredients += list
      part = .ingredients
      hasHeading = false
      return true
    }
    if page.title.isEmpty { page.title = Self.title(String(line.text[..<colon])) }
    page.ingredients += list
    let tail = rest[stop...].dropFirst().trimmedOfSpaces
    part = .steps
    if !tail.isEmpty { addStep(PlainTextLine(String(tail))) }
    return true
  }
}
