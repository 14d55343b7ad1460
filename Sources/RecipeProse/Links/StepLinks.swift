package import KitchenModel

/// Infers which steps a step follows, from the sections of a recipe and from what its words take
/// up.
///
/// A section, or "for the sauce", is a thread that starts by itself and is joined where its product
/// is next named. Within a thread a step follows the last one that touched its ingredients where a
/// wait lies between, else the one before; "meanwhile" runs beside the longest wait before it,
/// until what waited is taken up.
///
/// O(n) in the steps, each with a bounded number of words.
package struct StepLinks {
  /// Whether links are inferred.
  package enum Style: Sendable, Hashable {
    case inferred
    /// Every step follows the one before.
    case chain
  }

  /// A step to be linked.
  package struct Piece: Sendable {
    package var id: String
    package var title: String
    package var text: String
    package var kind: Way.Kind
    package var length: Seconds
    package var equipment: String?

    /// Creates a piece.
    package init(
      id: String, title: String, text: String, kind: Way.Kind, length: Seconds, equipment: String?
    ) {
      self.id = id
      self.title = title
      self.text = text
      self.kind = kind
      self.length = length
      self.equipment = equipment
    }
  }

  /// What a step follows, and how the cook hears of what was inferred.
  package struct Link: Sendable, Hashable {
    package var after: [Dependency]
    /// What is not the usual; nil where it follows the step before.
    package var remark: String?
  }

  struct Node {
    var piece: Piece
    /// The ingredients that are in what it makes.
    var touched: Set<String>
    /// The dishes that it speaks of: the sauce, the rice.
    var foods: Set<String> = []
    /// All its words.
    var words: Set<String>
  }

  struct Thread {
    var names: Set<String>
    var isAssembly = false
    var steps: [Int] = []
    /// The steps that nothing follows yet.
    var ends: [Int] = []
    /// The last step that touched each ingredient.
    var touched: [String: Int] = [:]
    /// The wait that steps run beside, and the first and the last of these.
    var anchor: Int?
    var firstBeside = 0
    var beside: Int?
    /// The first step after which no wait was taken up yet.
    var since = 0
    var isJoined = false
    /// Whether something soaks beside the other steps, until the next one that does more than drain
    /// it.
    var hasSoaking = false
    /// The names of the threads that it has taken up.
    var holds: Set<String> = []
  }

  /// The fewest letters with which an ingredient begins a longer word.
  static let beginning = 5
  /// The most steps that a look back goes over.
  static let reach = 12

  private let style: Style
  let lexicon: Lexicon
  let ingredients: Set<String>
  /// Those that are long enough to begin a longer word, by their first letters.
  private let stemsByBeginning: [String: [String]]
  /// Those of one kind of food, by its name: the beef and the chicken that `the meat` means.
  private let ingredientsOfFood: [String: Set<String>]
  /// The words of the dish's name that are not ingredients: what the main thread makes.
  let product: Set<String>
  var nodes: [Node] = []
  var threads = [Thread(names: [])]
  var indices: [String: Int] = [:]

  /// Creates the links of a recipe with a title and some lines of ingredients.
  package init(
    title: String = "", ingredients lines: [String], lexicon: Lexicon, style: Style
  ) {
    self.style = style
    self.lexicon = lexicon
    let title = ProseLexer.tokens(of: Array(title.unicodeScalars.prefix(200))).compactMap(\.word)
    product = Set(
      title.filter { word in
        word.count > 3
          && !lexicon.entries(of: word).contains {
            $0.kind == .function || $0.kind == .quality || $0.kind.isHeat || $0.kind.isRest
          }
      }
      .map(StepWords.stem))
    var words: Set<String> = []
    var foods: [String: Set<String>] = [:]
    for line in lines.prefix(200) {
      let tokens = ProseLexer.tokens(of: Array(line.unicodeScalars.prefix(120)))
      for word in Self.name(of: tokens)
      where word.count > 2 && !lexicon.has(word, .quality) && !lexicon.has(word, .function)
        && !lexicon.entries(of: word).contains(where: { $0.kind.isHeat || $0.kind.isRest })
      {
        let stem = StepWords.stem(word)
        words.insert(stem)
        for entry in lexicon.entries(of: word) where entry.kind == .food {
          foods[StepWords.stem(entry.lemma), default: []].insert(stem)
        }
      }
    }
    ingredients = words
    ingredientsOfFood = foods
    stemsByBeginning = Dictionary(grouping: words.filter { $0.count >= Self.beginning }.sorted()) {
      String($0.prefix(Self.beginning))
    }
  }

  /// The words of an ingredient's line before its note, without those in brackets: `1 (14 oz) can
  /// tomatoes, drained`.
  private static func name(of tokens: [ProseToken]) -> [String] {
    var depth = 0
    var words: [String] = []
    for token in tokens {
      switch token.mark {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ",", ";": if depth == 0, !words.isEmpty { return words }
      default: if depth == 0, let word = token.word { words.append(word) }
      }
    }
    return words
  }

  /// Begins a section of that name.
  package mutating func beginSection(_ name: String) {
    guard style == .inferred else { return }
    let tokens = ProseLexer.tokens(of: Array(name.unicodeScalars.prefix(80)))
    let words = tokens.compactMap(\.word)
    // "The night before" says when, and goes on with what there is.
    if words.contains(where: { lexicon.has($0, in: "part-times") }) { return }
    begin(names: names(words), isAssembly: words.contains(where: Self.assembling.contains))
  }

  func names(_ words: some Sequence<String>) -> Set<String> {
    Set(
      words.filter { word in
        word.count > 2 && !lexicon.has(word, .function) && !lexicon.has(word, .quality)
          && !lexicon.has(word, .refer)
      }.map(StepWords.stem))
  }

  private mutating func begin(names: Set<String>, isAssembly: Bool = false) {
    if threads[threads.count - 1].steps.isEmpty { threads.removeLast() }
    threads.append(Thread(names: names, isAssembly: isAssembly))
  }

  /// Links the next step; `uses` are the steps that the recipe says it takes up.
  package mutating func link(_ piece: Piece, uses: [String] = []) -> Link {
    let words = StepWords(piece.text, lexicon)
    let named = touched(by: words)
    let touched = named.union(meant(by: words))
    if style == .inferred, case .part(let found) = words.beginning,
      !threads[threads.count - 1].steps.isEmpty,
      uses.isEmpty
    {
      begin(names: names(found))
    }
    let index = nodes.count
    let thread = threads.count - 1
    nodes.append(Node(piece: piece, touched: touched, words: words.words))
    indices[piece.id] = index
    var choice = Choice()
    if !uses.isEmpty {
      choice.after = uses.compactMap { indices[$0] }
      threads[thread].anchor = nil
      for other in threads.indices { threads[other].ends.removeAll(where: choice.after.contains) }
    } else if style == .chain {
      choice.after = index > 0 ? [index - 1] : []
    } else if threads[thread].steps.isEmpty {
      choice = first(words, named, in: thread)
    } else {
      choice = next(words, touched, piece, in: thread)
      joinThreads(named: words, touched, &choice, in: thread)
    }
    // What names nothing, or adds to what is there, goes on with it.
    if touched.isEmpty || words.refersBack {
      for earlier in choice.after { nodes[index].touched.formUnion(nodes[earlier].touched) }
    }
    nodes[index].foods = words.foods
    if touched.isEmpty || words.refersBack {
      for earlier in choice.after { nodes[index].foods.formUnion(nodes[earlier].foods) }
    }
    keep(index, choice, nodes[index].touched, in: thread)
    return link(choice)
  }

  /// The ingredients that a step names, also as the beginning of a longer word
  /// (`Hackfleischsauce`), or by theirs (`Kylling` of `kyllingfilet`).
  func touched(by words: StepWords) -> Set<String> {
    var found = words.words.intersection(ingredients)
    for word in words.words where word.count >= Self.beginning && !found.contains(word) {
      let stems = stemsByBeginning[String(word.prefix(Self.beginning))]
      let stem = stems?.first { stem in
        word.count > 7 && word.hasPrefix(stem)
          || stem.count >= word.count + 4 && stem.hasPrefix(word)
      }
      if let stem { found.insert(stem) }
    }
    return found
  }

  /// The ingredients that a step means by a word for all of their kind: `the meat`.
  private func meant(by words: StepWords) -> Set<String> {
    if words.words.isDisjoint(with: Self.generics) { return [] }
    return words.foods.reduce(into: []) { $0.formUnion(ingredientsOfFood[$1] ?? []) }
  }

  /// What a step follows, by the places of steps.
  struct Choice {
    var after: [Int] = []
    var startOf: Int?
    var remark: String?
  }

  private mutating func keep(_ index: Int, _ choice: Choice, _ touched: Set<String>, in thread: Int)
  {
    threads[thread].steps.append(index)
    for other in threads.indices { threads[other].ends.removeAll(where: choice.after.contains) }
    threads[thread].ends.append(index)
    for word in touched { threads[thread].touched[word] = index }
  }

  private func link(_ choice: Choice) -> Link {
    var after = choice.startOf.map { [Dependency(nodes[$0].piece.id, from: .start)] } ?? []
    after += choice.after.sorted().map { Dependency(nodes[$0].piece.id) }
    return Link(after: after, remark: choice.remark)
  }

  func title(_ index: Int) -> String { nodes[index].piece.title.quoted }

  /// What the last step follows besides, so that nothing of its dish is left behind; nil for
  /// nothing.
  package mutating func finish() -> (id: String, more: [Dependency])? {
    guard style == .inferred, let last = nodes.indices.last else { return nil }
    // A heading at the end begins nothing.
    if threads.count > 1, threads[threads.count - 1].steps.isEmpty { threads.removeLast() }
    let own = threads[threads.count - 1]
    guard own.anchor == nil else { return nil }
    let words = StepWords(nodes[last].piece.text, lexicon)
    let takesUp = words.refersBack || words.takesAll || nodes[last].touched.isEmpty
    var more = own.ends.filter { $0 != last }
    if takesUp {
      for thread in threads.dropLast() where !thread.isJoined { more += thread.ends }
    }
    more.removeAll { $0 == last }
    guard !more.isEmpty else { return nil }
    return (nodes[last].piece.id, more.sorted().map { Dependency(nodes[$0].piece.id) })
  }

  /// Words for all food of a kind: the meat, the vegetables.
  private static let generics = Lexicon.words("generics")
  private static let assembling = Lexicon.words("assembling")
}
