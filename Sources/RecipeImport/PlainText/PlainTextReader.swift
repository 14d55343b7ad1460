import KitchenModel
import RecipeProse

/// Reads a recipe out of text that somebody typed, pasted or scanned, line by line: each is a
/// title, a figure (`Serves 4`), a heading, an ingredient, something to do, or nothing of the
/// recipe.
///
/// English, German, French, Spanish, Italian, Dutch, Portuguese and Swedish. O(n).
struct PlainTextReader {
  enum Part: Hashable {
    case head, ingredients, steps, notes, other
  }

  var page = RecipePage()
  var part = Part.head
  var steps: [StepLines.Line] = []
  var notes: [String] = []
  /// Whether a heading stood over the part that is read.
  var hasHeading = false
  /// Where the first ingredients stand; the lines before them are not steps.
  var firstIngredient = 0
  /// Whether any of the title stands in a sentence.
  var titleOfSentence: String?
  /// What a mail is about; nil for other texts.
  var subject: String?
  var restTime: Seconds?
  /// The line that the title was taken from, where the line before was it.
  var titleLine: PlainTextLine?
  /// Whether a bullet stood before the last ingredient.
  private var lastHadBullet = false
  /// The number before the last ingredient, where a heading stood over a counted list.
  private var lastNumber: Int?
  /// The places of lines that are ingredients by the lines around them.
  private var listed: Set<Int> = []
  /// Whether what follows is not of the recipe.
  var isOver = false

  /// The recipe of a text.
  static func page(_ text: String) -> RecipePage {
    let lines = PlainTextLines(text)
    var reader = PlainTextReader()
    reader.subject = lines.subject
    reader.read(lines.lines)
    return reader.finished(subject: lines.subject)
  }

  private mutating func read(_ lines: [PlainTextLine]) {
    firstIngredient =
      lines.firstIndex { PlainTextHeading($0)?.part == .ingredients }
      ?? lines.firstIndex { isSurelyIngredient($0) } ?? 0
    listed = PlainTextBlocks.ingredients(in: lines)
    firstIngredient = min(firstIngredient, listed.min() ?? firstIngredient)
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
    if listed.contains(index), part == .head || part == .ingredients || steps.isEmpty {
      if part == .head { hasHeading = false }
      part = .ingredients
      lastHadBullet = line.hasBullet
      return page.ingredients.append(line.text)
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

  // MARK: Ingredients

  mutating func readIngredient(_ line: PlainTextLine, _ next: PlainTextLine?) {
    let sureness = PlainTextIngredient.sureness(line.text)
    if sureness != .sure, isTitleBelow(line, next) {
      page.title = Self.title(line.text)
      return
    }
    if isBroken(before: line), let last = page.ingredients.last {
      page.ingredients[page.ingredients.count - 1] = StepLines.joined(last, line.text)
      return
    }
    let isCounted = line.number != nil && line.number == lastNumber.map { $0 + 1 }
    if hasHeading, line.number == 1 || isCounted, sureness != .no, !line.text.isEmpty {
      lastNumber = line.number
      return page.ingredients.append(line.text)
    }
    if line.number != nil, sureness != .sure, !line.text.isEmpty || !page.ingredients.isEmpty {
      part = .steps
      return addStep(line)
    }
    if isSubheading(line) || isPart(line, next), sureness != .sure { return }
    if sureness == .sure {
      lastHadBullet = line.hasBullet
      return page.ingredients.append(line.text)
    }
    let goesOn =
      lastHadBullet && !line.hasBullet && !line.followsBlank
      && line.text.first?.isLowercase == true
    if goesOn || isRest(line), let last = page.ingredients.last {
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

  /// Whether a line between the ingredients and the heading of the steps is the dish's name, which
  /// stood nowhere before.
  private func isTitleBelow(_ line: PlainTextLine, _ next: PlainTextLine?) -> Bool {
    page.title.isEmpty && line.followsBlank && line.number == nil && !line.hasBullet
      && line.words.count <= 8 && !line.endsSentence && !page.ingredients.isEmpty
      && next.flatMap { PlainTextHeading($0)?.part } == .steps
  }

  /// Whether a line among the ingredients is something to do.
  private func tellsOfWork(_ line: PlainTextLine) -> Bool {
    let words = line.words
    guard let first = words.first else { return false }
    let mentions = DurationText.mentions(in: line.text)
    if !mentions.isEmpty, words.count >= 3 { return true }
    let isSentence = line.endsSentence && words.count >= 4
    let isOrder =
      CookingVerbs.classOf(first) != nil && words.count >= 3 && !line.hasBullet
      && !PlainTextWords.littles.contains(first)
    if line.followsBlank, isSentence || words.count > 9 || isOrder { return true }
    return isSentence && words.count >= 6 || isOrder || words.count > 14
  }

  /// `For the sauce:`, `SAUCE`, `## Sauce`.
  func isSubheading(_ line: PlainTextLine) -> Bool {
    guard line.number == nil, line.words.count <= 6, !line.words.isEmpty else { return false }
    if line.text.hasSuffix(":") { return true }
    return !line.hasBullet && (line.level > 0 || line.isEmphatic)
  }

  /// `For the drizzle` over ingredients, or `Topping` behind an empty line.
  private func isPart(_ line: PlainTextLine, _ next: PlainTextLine?) -> Bool {
    guard let first = line.words.first, line.words.count <= 5, let next else { return false }
    if PlainTextWords.forWords.contains(first) {
      return PlainTextIngredient.sureness(next.text) != .no
    }
    return line.followsBlank && !next.followsBlank && line.words.count <= 3 && !line.hasBullet
      && line.text.first?.isUppercase == true && !line.text.contains(where: \.isNumber)
      && !line.text.contains(",") && !isStaple(line)
      && PlainTextIngredient.sureness(next.text) == .sure
  }

  /// Whether a line names what most dishes have.
  private func isStaple(_ line: PlainTextLine) -> Bool {
    let lexicon = Lexicon.of(nil)
    return line.words.contains {
      PlainTextWords.littles.contains($0) || lexicon.has($0, .staple) || lexicon.has($0, .food)
    }
  }

  /// Whether the last ingredient stops within a word or a phrase: `2 pota-`, `2 lb beef, cut in`.
  private func isBroken(before line: PlainTextLine) -> Bool {
    guard let last = page.ingredients.last, !line.hasBullet, !line.followsBlank,
      line.number == nil
    else { return false }
    if last.hasSuffix("-"), line.text.first?.isLowercase == true { return true }
    return last.split(separator: " ").last.map { PlainTextWords.openEnds.contains(String($0)) }
      == true
  }

  /// Whether a line is the rest of the ingredient before it: `chopped`, `cut into large pieces`.
  private func isRest(_ line: PlainTextLine) -> Bool {
    !line.hasBullet && !line.followsBlank && !page.ingredients.isEmpty
      && line.text.first?.isLowercase == true && PlainTextBlocks.isQuality(line)
  }

  // MARK: The whole

  private mutating func finished(subject: String?) -> RecipePage {
    if page.title.isEmpty { page.title = subject.map(Self.title) ?? titleOfSentence ?? "" }
    page.instructions = StepLines.instructions(steps)
    takeServingsOfSteps()
    if page.totalTime == nil, let rest = restTime {
      page.totalTime = (page.prepTime ?? .zero) + (page.cookTime ?? .zero) + rest
    }
    page.notes = notes
    return page
  }
}

extension StringProtocol {
  /// With a capital at its beginning and none behind it.
  var capitalisedFirst: String {
    let letters = filter(\.isLetter)
    let isCapital = letters.count > 1 && letters.allSatisfy(\.isUppercase)
    let rest = isCapital ? dropFirst().lowercased() : String(dropFirst())
    return prefix(1).uppercased() + rest
  }
}
