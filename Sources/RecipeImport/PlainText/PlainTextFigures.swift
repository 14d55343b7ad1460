import JSON
import KitchenModel
import RecipeProse

/// What a line in the head of a recipe tells: `Serves 4 | Prep 10 min | Cook 1 h`.
struct PlainTextFigures {
  /// The lengths with what they are.
  private(set) var times: [PlainTextWords.Figure: Seconds] = [:]
  /// How many it feeds.
  private(set) var servings: Int?
  /// How much it makes, as the line says.
  private(set) var yield: String?
  /// Whether some words said what a length is in more than one word, or with a mark behind them.
  private(set) var isExplicit = false

  /// Whether a length without a label counts only beside a yield.
  private var needsYield = false
  private let tokens: [ProseToken]
  private let lengths: [Int: LengthGrammar.Found]
  private var place = 0

  /// Reads a line; nil where it tells anything else as well.
  init?(_ text: String) {
    tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(200)))
    guard text.unicodeScalars.count <= 160, tokens.contains(where: { $0.number != nil }) else {
      return nil
    }
    let found = LengthGrammar.lengths(in: tokens)
    lengths = Dictionary(found.map { ($0.tokens.lowerBound, $0) }) { first, _ in first }
    while place < tokens.count {
      guard takeFigure() || takeFiller() else { return nil }
    }
    // "30 min + 4 h rest"
    if let total = times[.total], let rest = times[.rest],
      text.contains("+") || text.contains(" plus ")
    {
      times[.total] = total + rest
    }
    guard !times.isEmpty || servings != nil || yield != nil else { return nil }
    if needsYield, servings == nil, yield == nil { return nil }
    if yield == nil, servings != nil { yield = text }
  }

  /// What a line tells beside other things with labels of their own: `Course: Main  Servings: 4`;
  /// nil where it tells no figure, or something without a label.
  init?(among text: String) {
    guard text.count <= 160, text.count(where: { $0 == ":" }) > 1 else { return nil }
    let words = text.split(whereSeparator: { " |·•".contains($0) })
    let labels = words.indices.filter { words[$0].hasSuffix(":") }
    guard labels.first.map({ $0 <= 2 }) == true else { return nil }
    let parts = labels.enumerated().compactMap { index, label -> PlainTextFigures? in
      let end = index + 1 < labels.count ? labels[index + 1] : words.endIndex
      // The words of the next label stand at the end.
      for end in (max(label + 2, end - 2)...max(label + 2, end)).reversed() where end <= words.count
      {
        for start in [label - 1, label] where start >= 0 {
          let piece = words[start..<end].filter { $0 != "-" && $0 != "–" }
          if let figures = PlainTextFigures(piece.joined(separator: " ")) { return figures }
        }
      }
      return nil
    }
    guard var whole = parts.first else { return nil }
    for part in parts.dropFirst() {
      whole.times.merge(part.times) { first, _ in first }
      whole.servings = whole.servings ?? part.servings
      whole.yield = whole.yield ?? part.yield
      whole.isExplicit = whole.isExplicit || part.isExplicit
    }
    self = whole
  }

  private mutating func takeFiller() -> Bool {
    if let word = tokens[place].word {
      guard Self.fillers.contains(word) else { return false }
    } else if tokens[place].number != nil {
      return false
    }
    place += 1
    return true
  }

  /// `Prep time: 10 min`, `10 min prep`, `Serves 4`, `4 Portionen`.
  private mutating func takeFigure() -> Bool {
    if let (figure, end) = label(at: place) {
      var next = end
      var hasMark = false
      while next < tokens.count, let mark = tokens[next].mark,
        ":-=.(|".unicodeScalars.contains(mark)
      {
        hasMark = true
        next += 1
      }
      while next < tokens.count, let word = tokens[next].word, Self.vague.contains(word) {
        next += 1
        if tokens[safe: next]?.mark == "." { next += 1 }
      }
      if figure == .yield { return takeYield(at: next, from: place) }
      guard let length = lengths[next] else { return false }
      isExplicit = isExplicit || hasMark || end - place > 1 || figure != .cook
      keep(length, as: figure)
      place = length.tokens.upperBound
      return true
    }
    if let length = lengths[place] {
      var next = length.tokens.upperBound
      while next < tokens.count,
        tokens[next].mark == "." || tokens[next].word.map(Self.ofs.contains) == true
      {
        next += 1
      }
      guard let (figure, end) = label(at: next), figure != .yield else {
        // "For 4, 40 minutes"
        let end = length.tokens.upperBound
        // "35 min | 2 servings"
        if servings == nil, yield == nil, times.isEmpty, let mark = tokens[safe: end]?.mark,
          "|/·•".unicodeScalars.contains(mark)
        {
          needsYield = true
          keep(length, as: .total)
          place = end
          return true
        }
        let isLast = tokens[end...].allSatisfy { $0.mark != nil } || tokens[end].mark == "+"
        guard servings != nil || yield != nil, times.isEmpty, isLast else {
          return false
        }
        keep(length, as: .total)
        place = end
        return true
      }
      keep(length, as: figure)
      place = end
      return true
    }
    return takeCount()
  }

  private mutating func keep(_ length: LengthGrammar.Found, as figure: PlainTextWords.Figure) {
    guard length.high <= Double(PageDuration.longest.count), length.high > 0 else { return }
    times[figure] = Seconds(Int(length.high.rounded()))
  }

  /// `4`, `4-6 people`, `about 20 cookies` behind a word for a yield.
  private mutating func takeYield(at start: Int, from label: Int) -> Bool {
    var next = start
    guard next < tokens.count, lengths[next] == nil else { return false }
    guard number(next) != nil else { return false }
    let first = next
    next += 1
    while next < tokens.count, isRange(next), next + 1 < tokens.count, number(next + 1) != nil {
      next += 2
    }
    // What is counted: up to three words.
    var words = 0
    while next < tokens.count, words < 3, tokens[next].word != nil,
      self.label(at: next).map({ $0.0 == .yield }) ?? true,
      tokens[next].word.map(Self.fillers.contains) != true
    {
      next += 1
      words += 1
    }
    let text = Self.text(tokens[label..<next])
    yield = yield ?? text
    servings = servings ?? Servings.read(Self.text(tokens[first..<next]))
    place = next
    return true
  }

  /// `4 servings`, `6 Personen`.
  private mutating func takeCount() -> Bool {
    guard number(place) != nil else { return false }
    var next = place + 1
    while next + 1 < tokens.count, isRange(next), number(next + 1) != nil { next += 2 }
    while next < tokens.count, tokens[next].mark == "(" || tokens[next].word == "hungry" {
      next += 1
    }
    guard next < tokens.count, tokens[next].word != nil else { return false }
    let end = next + 1
    guard let count = Servings.read(Self.text(tokens[place..<end])) else {
      // "12 bitar, 35 min"
      if yield == nil, servings == nil, tokens[next].word.map(Self.pieces.contains) == true {
        yield = Self.text(tokens[place..<end])
        place = end
        return true
      }
      // "Makes 1 loaf, 10 slices"
      guard yield != nil, end == tokens.count else { return false }
      place = end
      return true
    }
    servings = servings ?? count
    place = end
    return true
  }

  private func number(_ index: Int) -> Double? {
    guard let token = tokens[safe: index] else { return nil }
    return token.number
      ?? token.word.flatMap { TimeWords.numbers[$0] }.flatMap { $0 >= 2 ? $0 : nil }
  }

  private func isRange(_ index: Int) -> Bool {
    tokens[index].mark == "-" || tokens[index].mark == "/"
      || tokens[index].word.map(TimeWords.rangeWords.contains) == true
  }

  private func label(at index: Int) -> (PlainTextWords.Figure, end: Int)? {
    for count in [4, 3, 2, 1] {
      var words: [String] = []
      var next = index
      while words.count < count, next < tokens.count {
        if let word = tokens[next].word {
          words.append(word)
        } else if words.isEmpty || tokens[next].mark != "-" && tokens[next].mark != "/" {
          break
        }
        next += 1
      }
      guard words.count == count, let last = tokens[safe: next - 1], last.word != nil else {
        continue
      }
      if let figure = PlainTextWords.figure(words.joined(separator: " ")) { return (figure, next) }
    }
    return nil
  }

  private static func text(_ tokens: ArraySlice<ProseToken>) -> String {
    tokens.map { token in
      switch token.kind {
      case .word(let word): word
      case .number(let number): JSONValue.number(number).compactText
      case .mark(let mark): String(Character(mark))
      }
    }.joined(separator: " ")
  }

  private static let fillers = Lexicon.textWords("figure-fillers")
  /// What there are some of, whoever eats them.
  private static let pieces = Lexicon.textWords("pieces")
  private static let ofs = Lexicon.textWords("figure-ofs")
  private static let vague = Lexicon.textWords("figure-vague")
}
