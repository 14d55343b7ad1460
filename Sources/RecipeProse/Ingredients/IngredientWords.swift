import KitchenModel

/// The words of ingredient lines, from the part `ingredients` of the tables in `Lexica/`: adding a word
/// is adding a row.
struct IngredientWords: Sendable {
  /// What a row says; the names are those of the tables.
  enum Kind: String {
    /// A unit of weight or volume.
    case unit
    /// The same, told by its case: `T` and `t`.
    case letter
    /// A unit that nobody weighs: a pinch.
    case vagueUnit = "vague-unit"
    /// A part of a plant: a clove.
    case part
    /// A shape that something comes in: a slice.
    case piece
    /// What something is bought in: a tin.
    case container
    /// A number in words.
    case number
    /// A unit that multiplies.
    case dozen
    /// No number, though it stands for one: some.
    case vague
    /// It says how exact a number is.
    case about
    /// How large each is.
    case size
    /// Between a unit and its name.
    case of
    /// Between the ends of a range.
    case range
    /// Between two amounts.
    case joint
    case each
    /// What was done to it before it is measured.
    case prep
    case adverb
    /// What it is like; it stays with the name.
    case quality
    /// As much as one likes.
    case taste
    /// It begins what is said beside the name.
    case trailing
    /// What stands before a number that is a name: `type 00`.
    case type
    /// A part of what is named: juice of.
    case from
    /// What a thing is for, before a colon: optional.
    case label
    /// A name that begins like a container: pot roast.
    case compound
    /// A unit of length, by which some things are measured: an inch of ginger.
    case length
    /// A unit of something else than how much: an inch.
    case measured
    /// A noun in singular and plural.
    case counted
    /// Where shops have a thing.
    case aisle
    /// A word that tells the language.
    case word
  }

  /// A unit with its forms.
  struct Unit: Sendable, Hashable {
    let one: String
    let many: String
    let measure: Measure
    let kind: Kind

    /// Whether it measures, so that an amount beside it can be the same again.
    var isMeasured: Bool { kind == .unit || kind == .letter }
  }

  private struct UnitRow: Sendable { let words: [String], unit: Unit }
  private struct NumberRow: Sendable { let words: [String], value: Fraction }

  /// By their first word, the longest first.
  private var units: [String: [UnitRow]] = [:]
  private var letters: [String: Unit] = [:]
  private var numbers: [String: [NumberRow]] = [:]
  private var phrases: [Kind: [String: [[String]]]] = [:]
  /// The plural of a noun, and its singular.
  private(set) var plurals: [String: String] = [:]
  private(set) var singulars: [String: String] = [:]
  /// Where shops have a thing, by its name in lower case.
  private(set) var aisles: [String: String] = [:]
  /// Every word there is, to tell the language by.
  private var known: Set<String> = []

  // MARK: Languages

  /// The tables by the code of their language.
  static let all: [String: IngredientWords] = Dictionary(
    LexiconSections.all("ingredients").map { ($0.language, IngredientWords($0.table)) }
  ) { first, _ in first }

  /// How many words of a text each language knows.
  static func scores(of text: String) -> [String: Int] {
    let words = IngredientLexer(text, habit: .unknown).tokens.filter { $0.isWord }.map(\.key)
    return all.mapValues { table in
      words.count { $0.count > 1 && table.known.contains($0) }
    }
  }

  /// The language that most words of some lines are of; nil where none is, or several are.
  static func language(of lines: [String]) -> String? {
    leader(
      lines.reduce(into: [:]) { sum, line in
        sum.merge(scores(of: line)) { $0 + $1 }
      })
  }

  /// The one language with the highest score; nil where there is none.
  static func leader(_ scores: [String: Int]) -> String? {
    let best = scores.values.max() ?? 0
    let leaders = scores.filter { $0.value == best }
    return best > 0 && leaders.count == 1 ? leaders.keys.first : nil
  }

  // MARK: Tables

  /// Reads a table: rows of kind, forms, value.
  private init(_ table: Substring) {
    for line in table.rows {
      let cells = line.cells
      guard cells.count >= 2, let kind = Kind(rawValue: String(cells[0])) else { continue }
      read(
        kind, cells[1].alternatives.map(String.init), cells.count > 2 ? String(cells[2]) : "")
    }
    units = units.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    numbers = numbers.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    phrases = phrases.mapValues { $0.mapValues { $0.sorted { $0.count > $1.count } } }
  }

  private mutating func read(_ kind: Kind, _ forms: [String], _ value: String) {
    switch kind {
    case .counted:
      guard forms.count == 2 else { return }
      plurals[forms[0].lowercased()] = forms[1]
      singulars[forms[1].lowercased()] = forms[0]
    case .aisle:
      for form in forms {
        aisles[form] = value
        known.insert(form)
      }
    case .letter:
      letters[forms[0]] = Unit(
        one: forms[0], many: forms[0], measure: Measure(value), kind: .letter)
    case .unit, .vagueUnit, .part, .piece, .container, .length:
      let unit = Unit(
        one: forms[0], many: forms.count > 1 ? forms[1] : forms[0], measure: Measure(value),
        kind: kind)
      for form in forms {
        let words = Self.words(of: form)
        guard let first = words.first else { continue }
        units[first, default: []].append(UnitRow(words: words, unit: unit))
        known.formUnion(words)
      }
    case .number, .dozen:
      guard let value = Fraction(value) else { return }
      for form in forms {
        let words = Self.words(of: form)
        guard let first = words.first else { continue }
        if kind == .number {
          numbers[first, default: []].append(NumberRow(words: words, value: value))
        } else {
          phrases[kind, default: [:]][first, default: []].append(words)
        }
        known.formUnion(words)
      }
    default:
      for form in forms {
        let words = Self.words(of: form)
        guard let first = words.first else { continue }
        phrases[kind, default: [:]][first, default: []].append(words)
        if kind != .adverb { known.formUnion(words) }
      }
    }
  }

  /// A form as the lexer takes it apart, without what a phrase is found without.
  private static func words(of form: String) -> [String] {
    if let words = form.plainWords { return words }
    let tokens = IngredientLexer(form, habit: .unknown).tokens
    let spoken = tokens.filter { !$0.isSilent && $0.key != "'" }
    return (spoken.isEmpty ? tokens : spoken).map(\.key)
  }

  // MARK: Looking up

  /// The unit that begins at a token, and the token behind it.
  func unit(in tokens: [IngredientToken], at start: Int) -> (unit: Unit, end: Int)? {
    guard start < tokens.count, tokens[start].isWord else { return nil }
    if let letter = letters[tokens[start].raw] { return (letter, afterDot(tokens, start + 1)) }
    for row in units[tokens[start].key] ?? [] {
      if let end = Self.end(of: row.words, in: tokens, at: start) {
        return (row.unit, afterDot(tokens, end))
      }
    }
    return nil
  }

  private func afterDot(_ tokens: [IngredientToken], _ place: Int) -> Int {
    place < tokens.count && tokens[place].key == "." && !tokens[place].hasSpaceBefore
      ? place + 1 : place
  }

  /// The number in words that begins at a token, and the token behind it.
  func number(in tokens: [IngredientToken], at start: Int) -> (value: Fraction, end: Int)? {
    guard start < tokens.count else { return nil }
    for row in numbers[tokens[start].key] ?? [] {
      if let end = Self.end(of: row.words, in: tokens, at: start) { return (row.value, end) }
    }
    return nil
  }

  /// The token behind the longest phrase of a kind that begins at a token.
  func phrase(_ kind: Kind, in tokens: [IngredientToken], at start: Int) -> Int? {
    guard start < tokens.count else { return nil }
    for words in phrases[kind]?[tokens[start].key] ?? [] {
      if let end = Self.end(of: words, in: tokens, at: start) { return end }
    }
    return nil
  }

  private static func end(
    of words: [String], in tokens: [IngredientToken], at start: Int
  ) -> Int? {
    var place = start
    for word in words {
      while place > start, place < tokens.count, tokens[place].isSilent, tokens[place].key != word {
        place += 1
      }
      guard place < tokens.count, tokens[place].key == word else { return nil }
      place += 1
    }
    return place
  }
}

extension IngredientWords {
  /// No words at all.
  static let none = IngredientWords("")
}
