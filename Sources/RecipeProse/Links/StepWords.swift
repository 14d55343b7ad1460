/// What a step's words say about the steps that it follows.
struct StepWords {
  /// How it begins.
  enum Beginning: Hashable {
    case plain
    /// `Meanwhile, …`.
    case meanwhile
    /// `For the sauce, …`, with the part's words.
    case part(Set<String>)
  }

  /// Its words, cut to their stems.
  let words: Set<String>
  /// The foods among them.
  let foods: Set<String>
  let beginning: Beginning
  /// Whether what goes on meanwhile, as its words say, rests or cools: `While the cake cools, …`.
  let isBesideRest: Bool
  /// The first words of an order whose verb is known and adds to nothing: `Mash the potatoes`.
  private let object: Set<String>
  /// Whether it takes up what is there: it adds to it, or speaks of it, or ends the dish.
  let refersBack: Bool
  /// Whether it goes on in the pan that was used before.
  let isInSamePan: Bool
  /// Whether it takes up everything that was made.
  let takesAll: Bool
  /// Whether it takes up what waited: `When the potatoes are done, …`, `Drain …`.
  let endsWait: Bool
  /// Whether it begins with a verb that takes something off the heat or out of its water.
  let endsAtOnce: Bool

  /// Whether it says that something soaks.
  let isSoaking: Bool
  /// Whether it takes a pan off the heat and says nothing more.
  let onlyEndsHeat: Bool

  /// Reads a step.
  ///
  /// O(n).
  init(_ text: String, _ lexicon: Lexicon) {
    let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(2000)))
    let all = lexicon.matches(in: tokens[...])
    // What goes on meanwhile is not what the step takes: "While the noodles boil, chop the herbs".
    let own = Self.ownWords(tokens, all)
    words = Set(tokens[own...].compactMap { $0.word.map(Self.stem) })
    isBesideRest = all.contains { $0.entry.kind.isRest && $0.tokens.upperBound <= own }
    let matches = own == 0 ? all : all.filter { $0.tokens.lowerBound >= own || $0 == all.first }
    let verbs = Set(matches.filter { $0.entry.kind.isHeat }.map(\.tokens))
    foods = Set(
      matches.filter { $0.entry.kind == .food && !verbs.contains($0.tokens) }
        .map { StepWords.stem($0.entry.lemma) })
    let first = tokens.firstIndex { $0.word != nil } ?? 0
    beginning = Self.beginning(tokens, matches, first, lexicon)
    let isOrder = tokens[safe: first]?.word.map { CookingVerbs.classOf($0) != nil } == true
    object =
      isOrder ? Set(tokens[(first + 1)...].prefix(4).compactMap { $0.word.map(Self.stem) }) : []
    let isJoined = matches.contains { $0.entry.kind == .join && $0.tokens.lowerBound <= first + 1 }
    let refers = matches.contains {
      $0.entry.kind == .refer && !Self.articles.contains(tokens[$0.tokens.lowerBound].word ?? "")
    }
    let finishes = matches.contains {
      $0.entry.kind == .finish && $0.tokens.lowerBound <= first + 1
    }
    isInSamePan = Self.isInSamePan(tokens, lexicon)
    refersBack = isJoined || refers || finishes
    takesAll =
      finishes
      || tokens.contains { $0.word.map(Self.everything.contains) == true }
    endsAtOnce = matches.contains {
      $0.entry.kind == .off && $0.entry.isVerb && $0.tokens.lowerBound == max(first, own)
    }
    isSoaking = matches.contains { $0.entry.kind == .soak }
    onlyEndsHeat =
      tokens.count <= 7
      && matches.contains { $0.entry.kind == .off && !$0.entry.isVerb && $0.tokens.count > 1 }
    endsWait =
      matches.contains { match in
        match.entry.kind == .off && match.tokens.lowerBound <= max(first, own) + 6
          || match.entry.kind == .when && match.tokens.lowerBound == first
      } || Self.tellsAfterHowLong(tokens)
  }

  private static func isBeforeEnd(_ match: Lexicon.Match, _ tokens: [ProseToken]) -> Bool {
    tokens[match.tokens.lowerBound].word.map(DurationClassifier.befores.contains) == true
  }

  /// `Nach den 30 Minuten die Linsen zugeben`: when what goes on is taken up.
  private static func tellsAfterHowLong(_ tokens: [ProseToken]) -> Bool {
    tokens.indices.prefix(30).contains { place in
      tokens[place].word.map(afters.contains) == true
        && (tokens[safe: place + 1]?.number != nil
          || tokens[safe: place + 1]?.word.map(CookingVerbs.beforeNouns.contains) == true
            && tokens[safe: place + 2]?.number != nil)
    }
  }

  private static let afters = Lexicon.words("afters")

  /// Where what a step does begins, behind its heading (`Shred the chicken: Take it out`) or a clause
  /// of what goes on meanwhile.
  private static func ownWords(_ tokens: [ProseToken], _ matches: [Lexicon.Match]) -> Int {
    if let colon = tokens.prefix(12).firstIndex(where: { $0.mark == ":" }),
      tokens[safe: colon + 1]?.isCapitalised == true, matches.first?.entry.kind != .forPart,
      matches.first?.entry.kind != .meanwhile
    {
      return colon + 1
    }
    guard let first = matches.first, first.entry.kind == .meanwhile, first.tokens.lowerBound <= 1,
      tokens[first.tokens.lowerBound].word.map(StepProse.whileWords.contains) == true,
      let comma = tokens.prefix(24).firstIndex(where: { $0.mark == "," })
    else { return 0 }
    return comma + 1
  }

  /// `While the dough is still warm, …`: before it is too late, not beside something.
  private static func isState(_ tokens: [ProseToken]) -> Bool {
    tokens.prefix(24).prefix { $0.mark != "," }.contains { token in
      token.word.map { states.contains($0) } == true
    }
  }

  /// Words that say how something is still.
  static let states = Lexicon.words("states")

  /// `As the potatoes cook, …`: what goes on says a verb of heat or rest before the comma.
  private static func isClauseOfAs(
    _ tokens: [ProseToken], _ matches: [Lexicon.Match], _ first: Int
  ) -> Bool {
    guard tokens[safe: first]?.word == "as",
      !["soon", "long", "needed"].contains(tokens[safe: first + 1]?.word),
      let comma = tokens.prefix(first + 10).firstIndex(where: { $0.mark == "," })
    else { return false }
    return matches.contains {
      ($0.entry.kind.isHeat || $0.entry.kind.isRest) && $0.tokens.upperBound == comma
    }
  }

  /// `Make the noodles while the broth is cooking`: work beside what goes on by itself; not what is
  /// done to that, as `Stir while it cooks`.
  private static func endsWithWhile(
    _ tokens: [ProseToken], _ matches: [Lexicon.Match], _ first: Int, _ lexicon: Lexicon
  ) -> Bool {
    guard let order = tokens[safe: first]?.word, !CookingVerbs.participles.contains(order),
      !DurationClassifier.lets.contains(order), !lexicon.has(order, in: "looking-after"),
      !lexicon.has(order, in: "continuing"),
      let place = tokens.prefix(24).indices.first(where: { place in
        place > first + 1 && tokens[place].word.map { lexicon.has($0, in: "while-words") } == true
      }),
      let subject = tokens[safe: place + 1]?.word, lexicon.has(subject, in: "things-going-on"),
      !tokens[first..<place].contains(where: { $0.mark == "." || $0.mark == ";" })
    else { return false }
    return matches.contains {
      ($0.entry.kind.isHeat || $0.entry.kind.isRest)
        && (place + 2..<place + 7).contains($0.tokens.lowerBound)
    }
  }

  /// Whether it takes up the pan that the step before had.
  static func isInSamePan(_ tokens: [ProseToken], _ lexicon: Lexicon) -> Bool {
    tokens.indices.prefix(40).contains { place in
      guard let word = tokens[place].word, same.contains(word) else { return false }
      return lexicon.matches(
        in: tokens[min(tokens.count, place + 1)..<min(tokens.count, place + 4)]
      )
      .contains { $0.entry.kind == .hobVessel }
    }
  }

  private static let same = Lexicon.words("same")

  /// Whether it is an order that begins with one of some things.
  func begins(with things: Set<String>) -> Bool { !object.isDisjoint(with: things) }

  private static func beginning(
    _ tokens: [ProseToken], _ matches: [Lexicon.Match], _ first: Int, _ lexicon: Lexicon
  ) -> Beginning {
    if let match = matches.first(where: {
      // "Half an hour before the end, fry the mushrooms"
      $0.entry.kind == .meanwhile
        && $0.tokens.lowerBound <= first + (Self.isBeforeEnd($0, tokens) ? 5 : 1)
    }) {
      let isClause =
        tokens[match.tokens.lowerBound].word.map(StepProse.whileWords.contains) == true
      return isClause && isState(tokens) ? .plain : .meanwhile
    }
    if isClauseOfAs(tokens, matches, first) || endsWithWhile(tokens, matches, first, lexicon) {
      return .meanwhile
    }
    guard
      let part = matches.first(where: {
        $0.entry.kind == .forPart && $0.tokens.lowerBound == first
          && Self.partStarts.contains(tokens[first].word ?? "")
      })
    else { return .plain }
    var names: Set<String> = []
    for token in tokens[part.tokens.upperBound...].prefix(5) {
      guard let word = token.word else {
        return token.mark == "," || token.mark == ":" ? .part(names) : .plain
      }
      names.insert(stem(word))
    }
    return .plain
  }

  /// A word without the endings of a plural, the same for one and for many.
  static func stem(_ word: String) -> String {
    if word.count <= 3 { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.hasSuffix("oes") { return String(word.dropLast(2)) }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { return stem(String(word.dropLast())) }
    if word.count > 5, word.hasSuffix("en") { return String(word.dropLast(2)) }
    if word.count > 5, word.hasSuffix("n") { return String(word.dropLast()) }
    if word.count > 4, word.hasSuffix("e") { return String(word.dropLast()) }
    return word
  }

  private static let partStarts = Lexicon.words("part-starts")
  private static let everything = Lexicon.words("everything")
  /// Words that speak of something in one language and are articles as well.
  private static let articles = Lexicon.words("articles")
}
