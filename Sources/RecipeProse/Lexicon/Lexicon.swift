package import KitchenModel

/// The words of recipes in the languages that are read, from the tables in `Lexica/`: adding a word
/// is adding a row, adding a language is adding a file.
package struct Lexicon: Sendable {
  /// What a row says.
  package struct Entry: Sendable, Hashable {
    /// The word as a dictionary has it.
    package var lemma: String
    /// Whether it is a verb.
    var isVerb = false
    /// What it says.
    package var kind: WordClass
    /// How long it usually takes; nil where nothing is usual.
    package var length: Seconds?
    /// The equipment it needs.
    package var equipment: String?
    /// How long what comes of it keeps.
    package var keeps: Keeping?
  }

  /// A row that stands in a text.
  package struct Match: Sendable, Hashable {
    package var entry: Entry
    /// The tokens it takes.
    package var tokens: Range<Int>
  }

  private struct Phrase: Sendable {
    var words: [String]
    var entry: Entry
  }

  private var entries: [String: [Entry]] = [:]
  /// Phrases by their first word, the longest first.
  private var phrases: [String: [Phrase]] = [:]
  /// Words of one kind, by its name.
  private var sets: [String: Set<String>] = [:]

  // MARK: Languages

  /// The lexica by the code of their language.
  package static let all: [String: Lexicon] = Dictionary(
    LexiconSections.all("words").map { ($0.language, Lexicon($0.table)) }
  ) { first, _ in first }

  /// All of them as one, for a text whose language cannot be found.
  private static let whole: Lexicon = {
    var whole = Lexicon()
    for (_, lexicon) in all.sorted(by: { $0.key < $1.key }) { whole.merge(lexicon) }
    whole.sortPhrases()
    return whole
  }()

  /// The lexicon of a language; all of them as one for none.
  package static func of(_ language: String?) -> Lexicon {
    language.flatMap { all[$0] } ?? whole
  }

  /// The language of a text; nil where none, or more than one, has most of its words.
  ///
  /// O(n) in the words, each looked up in every language.
  package static func language(of text: String) -> String? {
    let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(20_000)))
    let words = tokens.compactMap(\.word)
    let scores = all.mapValues { lexicon in words.count { lexicon.entries[$0] != nil } }
    guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value > 0
    else { return nil }
    return scores.count { $0.value == best.value } == 1 ? best.key : nil
  }

  /// Whether any language has enough words of a text for it to be read.
  package static func isRead(_ text: String) -> Bool {
    let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(20_000)))
    let words = tokens.compactMap(\.word)
    guard words.count >= 4 else {
      return words.isEmpty
        || words.contains { whole.entries[$0] != nil || $0.utf8.allSatisfy { $0 < 0x80 } }
    }
    let known = words.count { whole.entries[$0] != nil || TimeWords.seconds(ofUnit: $0) != nil }
    // Any two languages share some words; of a whole recipe that is read most are known.
    return known * (words.count >= 40 ? 4 : 20) >= words.count
  }

  // MARK: Words of one kind

  /// The words of that name in all languages: `constantly`, `pan-words`.
  static func words(_ name: String) -> Set<String> { whole.sets[name] ?? [] }

  /// Whether a word is of that name in this language, or in English, which recipes of every
  /// language borrow from.
  func has(_ word: String, in name: String) -> Bool {
    sets[name]?.contains(word) == true || Self.english?.sets[name]?.contains(word) == true
  }

  private static let english = all["en"]

  /// The words of each number behind such a name: `unit:60`.
  static func numberedWords(_ name: String) -> [(value: Double, words: Set<String>)] {
    whole.sets.compactMap { key, words in
      guard key.hasPrefix(name + ":"), let value = Double(key.dropFirst(name.count + 1)) else {
        return nil
      }
      return (value, words)
    }
  }

  // MARK: Tables

  private init() {}

  /// Reads a table. A row is forms, lemma, part, class, length, equipment, how long it keeps; or
  /// words, the name of their set, and `set`.
  init(_ table: Substring) {
    for line in table.rows {
      let cells = line.cells
      if cells.count == 3, cells[2] == "set" {
        sets[String(cells[1]), default: []].formUnion(
          cells[0].alternatives.map(String.init))
        continue
      }
      guard cells.count >= 4, let kind = WordClass(rawValue: String(cells[3])) else { continue }
      func cell(_ index: Int) -> Substring? {
        cells.indices.contains(index) && !cells[index].isEmpty ? cells[index] : nil
      }
      let entry = Entry(
        lemma: String(cells[1]), isVerb: cells[2] == "verb", kind: kind,
        length: cell(4).flatMap(Self.length),
        equipment: cell(5).map(String.init), keeps: cell(6).flatMap(Self.keeping))
      for form in cells[0].alternatives {
        let words =
          form.plainWords ?? ProseLexer.tokens(of: Array(form.unicodeScalars)).compactMap(\.word)
        guard let first = words.first else { continue }
        if words.count == 1 {
          entries[first, default: []].append(entry)
        } else {
          phrases[first, default: []].append(Phrase(words: words, entry: entry))
        }
      }
    }
    sortPhrases()
  }

  private mutating func sortPhrases() {
    phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  private mutating func merge(_ other: Lexicon) {
    entries.merge(other.entries) { $0 + $1 }
    phrases.merge(other.phrases) { $0 + $1 }
    sets.merge(other.sets) { $0.union($1) }
  }

  /// `40m`, `3h`.
  private static func length(_ text: Substring) -> Seconds? {
    guard let count = Int(text.dropLast()) else { return nil }
    return Seconds(count * (text.hasSuffix("h") ? 3600 : 60))
  }

  private static func keeping(_ text: Substring) -> Keeping? {
    text == "true" ? .withoutEnd : length(text).map { .limited($0) }
  }

  // MARK: Looking up

  /// What a word says by itself.
  package func entries(of word: String) -> [Entry] { entries[word] ?? [] }

  /// Whether a word is a verb.
  func isVerb(_ word: String) -> Bool {
    entries[word]?.contains { $0.isVerb } == true
  }

  /// Whether a word is of a class.
  package func has(_ word: String, _ kind: WordClass) -> Bool {
    entries[word]?.contains { $0.kind == kind } == true
  }

  /// What stands in some tokens, in order: the longest phrases, and all that each other word says.
  ///
  /// O(n): a phrase has a bounded number of words.
  package func matches(in tokens: ArraySlice<ProseToken>) -> [Match] {
    var found: [Match] = []
    var place = tokens.startIndex
    while place < tokens.endIndex {
      guard let word = tokens[place].word else {
        place += 1
        continue
      }
      let long = phrases[word]?.lazy.compactMap { phrase in
        self.end(of: phrase, in: tokens, at: place).map { (phrase, $0) }
      }.first
      if let (phrase, end) = long {
        found.append(Match(entry: phrase.entry, tokens: place..<end))
        // What the words of a phrase of a place or an adverb say by themselves says no more.
        place = end
      } else {
        for entry in entriesWithoutPronoun(of: word) {
          found.append(Match(entry: entry, tokens: place..<place + 1))
        }
        place += 1
      }
    }
    return found
  }

  /// What a word says, or the verb in it that a pronoun is written on to.
  private func entriesWithoutPronoun(of word: String) -> [Entry] {
    if let own = entries[word] { return own }
    return Clitics.bases(of: word).lazy.compactMap { base in
      let verbs = (self.entries[base] ?? []).filter(\.isVerb)
      return verbs.isEmpty ? nil : verbs
    }.first ?? []
  }

  private func end(of phrase: Phrase, in tokens: ArraySlice<ProseToken>, at start: Int) -> Int? {
    var place = start
    for word in phrase.words {
      if place > start, place < tokens.endIndex, tokens[place].mark == "-" { place += 1 }
      guard place < tokens.endIndex, tokens[place].word == word else { return nil }
      place += 1
    }
    return place
  }
}
