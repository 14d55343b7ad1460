import KitchenModel
import RecipeProse

/// Reads a recipe out of text that somebody typed, pasted or scanned, line by line: each is a title,
/// a figure (`Serves 4`), a heading, an ingredient, something to do, or nothing of the recipe.
///
/// English, German, French, Spanish, Italian, Dutch, Portuguese and Swedish. O(n).
struct PlainTextReader {
  private enum Part: Hashable {
    case head, ingredients, steps, notes, other
  }

  private var page = RecipePage()
  private var part = Part.head
  private var steps: [StepLines.Line] = []
  private var notes: [String] = []
  /// Whether a heading stood over the part that is read.
  private var hasHeading = false
  /// Where the first ingredients stand; the lines before them are no steps.
  private var firstIngredient = 0
  /// Whether any of the title stands in a sentence.
  private var titleOfSentence: String?
  private var restTime: Seconds?
  /// The line that the title was taken from, where the line before was it.
  private var titleLine: PlainTextLine?
  /// Whether a bullet stood before the last ingredient.
  private var lastHadBullet = false
  private var isOver = false

  /// The recipe of a text.
  static func page(_ text: String) -> RecipePage {
    let lines = PlainTextLines(text)
    var reader = PlainTextReader()
    reader.read(lines.lines)
    return reader.finished(subject: lines.subject)
  }

  private mutating func read(_ lines: [PlainTextLine]) {
    firstIngredient =
      lines.firstIndex { PlainTextHeading($0)?.part == .ingredients }
      ?? lines.firstIndex { isSurelyIngredient($0) } ?? 0
    for (index, line) in lines.enumerated() where !isOver {
      read(line, at: index, next: index + 1 < lines.count ? lines[index + 1] : nil)
    }
  }

  private func isSurelyIngredient(_ line: PlainTextLine) -> Bool {
    guard PlainTextFigures(line.text) == nil else { return false }
    return line.number == nil && PlainTextIngredient.sureness(line.text) == .sure
      || PlainTextIngredient.list(line.text) != nil
  }

  private mutating func read(_ line: PlainTextLine, at index: Int, next: PlainTextLine?) {
    if line.number == nil, let heading = PlainTextHeading(line), !isAlone(heading, line, next) {
      return begin(heading)
    }
    if part != .notes, part != .other, takeFigures(line) { return }
    switch part {
    case .head: readHead(line, at: index, next)
    case .ingredients: readIngredient(line, next)
    case .steps: readStep(line, next)
    case .notes: notes.append(line.text)
    case .other: break
    }
  }

  /// Whether the words of a heading are an ingredient or a title where they stand: `Recipe`.
  private func isAlone(
    _ heading: PlainTextHeading, _ line: PlainTextLine, _ next: PlainTextLine?
  ) -> Bool {
    guard heading.part == .steps, page.title.isEmpty, part == .head, page.ingredients.isEmpty,
      next != nil
    else { return false }
    return PlainTextWords.labels.contains(line.words.first ?? "")
  }

  private mutating func begin(_ heading: PlainTextHeading) {
    if let servings = heading.servings, page.servings == nil { page.servings = servings }
    hasHeading = true
    switch heading.part {
    case .ingredients:
      part = .ingredients
      if !heading.rest.isEmpty { page.ingredients += Self.parts(of: heading.rest) }
    case .steps:
      part = .steps
      if !heading.rest.isEmpty { addStep(PlainTextLine(heading.rest)) }
    case .notes:
      part = .notes
      if !heading.rest.isEmpty { notes.append(heading.rest) }
    case .other: part = .other
    }
  }

  private static func parts(of text: String) -> [String] {
    PlainTextIngredient.list(text) ?? text.split(separator: ",").map { String($0.trimmedOfSpaces) }
  }

  // MARK: The head

  private mutating func takeFigures(_ line: PlainTextLine) -> Bool {
    guard line.number == nil, let figures = PlainTextFigures(line.text) else { return false }
    // "Cook 15 minutes" among the steps is one.
    let isAmongSteps = part == .steps || part == .head && (!steps.isEmpty || firstIngredient == 0)
    if isAmongSteps, !figures.isExplicit, figures.servings == nil { return false }
    if part == .steps, figures.servings == nil, !line.text.contains(":") { return false }
    page.prepTime = page.prepTime ?? figures.times[.prep]
    page.cookTime = page.cookTime ?? figures.times[.cook]
    page.totalTime = page.totalTime ?? figures.times[.total]
    restTime = restTime ?? figures.times[.rest]
    page.servings = page.servings ?? figures.servings
    page.yield = page.yield ?? figures.yield
    return true
  }

  private mutating func readHead(_ line: PlainTextLine, at index: Int, _ next: PlainTextLine?) {
    if takeTitle(line, next) { return }
    if isChatter(line) { return }
    if PlainTextLine(line.text).words.isEmpty { return }
    if line.number == nil, let list = PlainTextIngredient.list(line.text) {
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
    // What stands before the ingredients tells of the dish.
    if index < firstIngredient, line.number == nil {
      if line.words.count > 8 { notes.append(line.text) }
      return
    }
    part = .steps
    readStep(line, next)
  }

  /// `# Soup`, `Title: Soup`, or a short line that is neither a sentence nor anything else.
  private mutating func takeTitle(_ line: PlainTextLine, _ next: PlainTextLine?) -> Bool {
    if let colon = line.text.firstIndex(of: ":") {
      let key = line.text[..<colon].lowercased()
      if PlainTextWords.labels.contains(key) {
        let value = line.text[colon...].dropFirst().trimmedOfSpaces
        if !value.isEmpty { page.title = Self.title(String(value)) }
        return true
      }
    }
    guard line.number == nil else { return false }
    if goesOnWithTitle(line) {
      page.title += " " + Self.title(line.text)
      titleLine = nil
      return true
    }
    titleLine = nil
    guard page.title.isEmpty else { return false }
    if line.level == 1 {
      page.title = Self.title(line.text)
      return true
    }
    let words = line.words
    guard !isChatter(line), words.count <= 10, !words.isEmpty, line.text.count <= 80,
      !line.text.hasSuffix("."), !line.text.hasSuffix("!"), !line.text.hasSuffix("?"),
      !line.hasBullet,
      PlainTextIngredient.sureness(line.text) != .sure,
      DurationText.mentions(in: line.text).isEmpty
    else { return false }
    // A title stands alone, or names no work.
    if firstIngredient == 0, next?.followsBlank == false,
      words.count > 3, CookingVerbs.classOf(words[0]) != nil
    {
      return false
    }
    // "Carbonara: 200 g spaghetti, …" is a whole recipe.
    if let colon = line.text.firstIndex(of: ":"),
      colon < line.text.index(before: line.text.endIndex)
    {
      return false
    }
    page.title = Self.title(line.text)
    titleLine = line
    return true
  }

  /// Whether a line is the rest of a title that had no room on its line: `BEEF STEW WITH`.
  private func goesOnWithTitle(_ line: PlainTextLine) -> Bool {
    guard let title = titleLine, !line.followsBlank, line.words.count <= 6, !line.hasBullet else {
      return false
    }
    let isOpen = title.words.last.map(Self.smallWords.contains) == true
    return isOpen || title.isEmphatic && line.isEmphatic && title.level == 0
  }

  private static let smallWords: Set<String> = [
    "with", "and", "of", "in", "on", "the", "a", "mit", "und", "in", "auf", "von", "et", "à", "aux",
    "au", "de", "du", "con", "y", "al", "del", "e", "di", "alla", "met", "en", "van", "com", "do",
    "da", "med", "och", "i", "på",
  ]

  private static func title(_ text: String) -> String {
    var rest = text[...]
    for label in ["recipe for ", "recipe: ", "rezept für ", "rezept: ", "recette de "]
    where rest.lowercased().hasPrefix(label) {
      rest = rest.dropFirst(label.count)
    }
    while let last = rest.last, last == ":" || last == " " || last == "*" || last == "=" {
      rest.removeLast()
    }
    for ending in [" recipe", " rezept", " recept"] where rest.lowercased().hasSuffix(ending) {
      rest = rest.dropLast(ending.count)
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

  /// `Carbonara: 200 g spaghetti, 2 eggs. Boil the pasta …`: all in one line.
  private mutating func readWhole(_ line: PlainTextLine) -> Bool {
    guard let colon = line.text.firstIndex(of: ":"),
      PlainTextLine(String(line.text[..<colon])).words.count <= 6
    else { return false }
    let rest = line.text[colon...].dropFirst().trimmedOfSpaces
    let stop = rest.firstRange(of: ". ")?.lowerBound ?? rest.endIndex
    guard let list = PlainTextIngredient.list(String(rest[..<stop])) else { return false }
    if page.title.isEmpty { page.title = Self.title(String(line.text[..<colon])) }
    page.ingredients += list
    let tail = rest[stop...].dropFirst().trimmedOfSpaces
    part = .steps
    if !tail.isEmpty { addStep(PlainTextLine(String(tail))) }
    return true
  }

  /// Whether a line greets, announces or is a page's furniture; notes the dish it speaks of.
  private mutating func isChatter(_ line: PlainTextLine) -> Bool {
    let lower = line.text.lowercased()
    let first = line.words.first ?? ""
    let isChatter =
      PlainTextWords.greetings.contains(first)
      || PlainTextWords.announcements.contains { lower.hasPrefix($0) }
    if titleOfSentence == nil { titleOfSentence = Self.dish(in: line.text, isChatter) }
    return isChatter
  }

  /// `potato soup` in `Here's the recipe for the potato soup:` and `Here is my potato soup recipe`.
  private static func dish(in text: String, _ isChatter: Bool) -> String? {
    let lower = text.lowercased()
    var name: Substring?
    if let phrase = PlainTextWords.recipesFor.first(where: { lower.contains($0) }),
      let range = lower.firstRange(of: phrase)
    {
      name = text.dropFirst(lower.distance(from: lower.startIndex, to: range.upperBound))
    } else if isChatter, let range = lower.firstRange(of: " recipe") {
      let before = text.prefix(lower.distance(from: lower.startIndex, to: range.lowerBound))
      name = before.split { ",.:!".contains($0) }.last
    }
    guard let name else { return nil }
    var words = name.prefix { !".:!?,;(".contains($0) }.split(separator: " ")
    if let article = words.lastIndex(where: { PlainTextWords.articles.contains($0.lowercased()) }),
      article + 1 < words.count
    {
      words.removeFirst(article + 1)
    }
    if let stop = words.firstIndex(where: {
      ["you", "that", "from", "i", "we", "von", "que", "die"].contains($0.lowercased())
    }),
      stop > 0
    {
      words.removeLast(words.count - stop)
    }
    guard (1...7).contains(words.count) else { return nil }
    return words.joined(separator: " ").capitalisedFirst
  }

  // MARK: Ingredients

  private mutating func readIngredient(_ line: PlainTextLine, _ next: PlainTextLine?) {
    let sureness = PlainTextIngredient.sureness(line.text)
    if line.number != nil, sureness != .sure, !line.text.isEmpty || !page.ingredients.isEmpty {
      part = .steps
      return addStep(line)
    }
    if isSubheading(line), sureness != .sure { return }
    if sureness == .sure {
      lastHadBullet = line.hasBullet
      return page.ingredients.append(line.text)
    }
    if lastHadBullet, !line.hasBullet, !line.followsBlank, line.text.first?.isLowercase == true,
      let last = page.ingredients.last
    {
      page.ingredients[page.ingredients.count - 1] = last + " " + line.text
      return
    }
    lastHadBullet = line.hasBullet
    if tellsOfWork(line) {
      part = .steps
      return readStep(line, next)
    }
    if sureness == .maybe || hasHeading && line.words.count <= 12 {
      // A narrow page broke the line before.
      if !line.hasBullet, !line.followsBlank,
        line.text.first?.isLowercase == true || line.text.first == "(",
        let last = page.ingredients.last,
        sureness != .maybe || line.text.first == "(" || last.hasSuffix(",")
      {
        page.ingredients[page.ingredients.count - 1] = last + " " + line.text
        return
      }
      if !hasHeading, line.followsBlank,
        next.map({ PlainTextIngredient.sureness($0.text) }) != .sure
      {
        part = .steps
        return readStep(line, next)
      }
      return page.ingredients.append(line.text)
    }
    part = .steps
    readStep(line, next)
  }

  /// Whether a line among the ingredients is something to do.
  private func tellsOfWork(_ line: PlainTextLine) -> Bool {
    let words = line.words
    guard let first = words.first else { return false }
    let mentions = DurationText.mentions(in: line.text)
    if !mentions.isEmpty, words.count >= 3 { return true }
    let isSentence = line.endsSentence && words.count >= 4
    let isOrder = CookingVerbs.classOf(first) != nil && words.count >= 3 && !line.hasBullet
    if line.followsBlank, isSentence || words.count > 9 || isOrder { return true }
    return isSentence && words.count >= 6 || isOrder || words.count > 14
  }

  /// `For the sauce:`, `SAUCE`, `## Sauce`.
  private func isSubheading(_ line: PlainTextLine) -> Bool {
    guard line.number == nil, line.words.count <= 6, !line.words.isEmpty else { return false }
    if line.text.hasSuffix(":") { return true }
    return !line.hasBullet && (line.level > 0 || line.isEmphatic)
  }

  // MARK: Steps

  private mutating func readStep(_ line: PlainTextLine, _ next: PlainTextLine?) {
    if line.number == nil, isFarewell(line) {
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

  private mutating func addStep(_ line: PlainTextLine) {
    steps.append(
      .init(
        text: line.text, number: line.number, hasBullet: line.hasBullet,
        followsBlank: line.followsBlank))
  }

  private func isFarewell(_ line: PlainTextLine) -> Bool {
    guard !steps.isEmpty, line.words.count <= 8 else { return false }
    let lower = line.text.lowercased()
    return PlainTextWords.farewells.contains { farewell in
      guard lower.hasPrefix(farewell) else { return false }
      // "Best" and "love" end a message, "lovely" does not.
      return lower.dropFirst(farewell.count).first?.isLetter != true || farewell.hasSuffix(".")
    }
  }

  // MARK: The whole

  private mutating func finished(subject: String?) -> RecipePage {
    if page.title.isEmpty { page.title = subject.map(Self.title) ?? titleOfSentence ?? "" }
    page.instructions = StepLines.instructions(steps)
    if page.totalTime == nil, let rest = restTime {
      page.totalTime = (page.prepTime ?? .zero) + (page.cookTime ?? .zero) + rest
    }
    page.notes = notes
    return page
  }
}

extension StringProtocol {
  /// With a capital at its beginning and none behind it.
  fileprivate var capitalisedFirst: String {
    let letters = filter(\.isLetter)
    let isCapital = letters.count > 1 && letters.allSatisfy(\.isUppercase)
    let rest = isCapital ? dropFirst().lowercased() : String(dropFirst())
    return prefix(1).uppercased() + rest
  }
}
