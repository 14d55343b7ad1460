package import KitchenModel

/// Infers which steps a step follows, from the sections of a recipe and from what its words take up.
///
/// A section, or "for the sauce", is a thread that starts by itself and is joined where its product is
/// next named. Within a thread a step follows the last one that touched its ingredients where a wait
/// lies between, else the one before; "meanwhile" runs beside the longest wait before it, until what
/// waited is taken up.
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

  /// What a step follows, and how the cook is told of what was inferred.
  package struct Link: Sendable, Hashable {
    package var after: [Dependency]
    /// What is not the usual; nil where it follows the step before.
    package var remark: String?
  }

  private struct Node {
    var piece: Piece
    /// The ingredients that are in what it makes.
    var touched: Set<String>
    /// The dishes that it speaks of: the sauce, the rice.
    var foods: Set<String> = []
    /// All its words.
    var words: Set<String>
  }

  private struct Thread {
    var names: Set<String>
    var isAssembly = false
    var steps: [Int] = []
    /// The steps that nothing follows yet.
    var ends: [Int] = []
    /// The last step that touched each ingredient.
    var touched: [String: Int] = [:]
    /// The wait that steps run beside, and the last of these.
    var anchor: Int?
    var beside: Int?
    /// The first step after which no wait was taken up yet.
    var since = 0
    var isJoined = false
  }

  /// The fewest letters with which an ingredient begins a longer word.
  private static let beginning = 5
  /// The most steps that a look back goes over.
  private static let reach = 12

  private let style: Style
  private let lexicon: Lexicon
  private let ingredients: Set<String>
  /// Those that are long enough to begin a longer word, by their first letters.
  private let stemsByBeginning: [String: [String]]
  /// The words of the dish's name that are no ingredients: what the main thread makes.
  private let product: Set<String>
  private var nodes: [Node] = []
  private var threads = [Thread(names: [])]
  private var indices: [String: Int] = [:]

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
    for line in lines.prefix(200) {
      let tokens = ProseLexer.tokens(of: Array(line.unicodeScalars.prefix(120)))
      let name = tokens.prefix { $0.mark != "," && $0.mark != "(" && $0.mark != ";" }
      for word in name.compactMap(\.word)
      where word.count > 2 && !lexicon.has(word, .quality) && !lexicon.has(word, .function)
        && !lexicon.entries(of: word).contains(where: { $0.kind.isHeat || $0.kind.isRest })
      {
        words.insert(StepWords.stem(word))
      }
    }
    ingredients = words
    stemsByBeginning = Dictionary(grouping: words.filter { $0.count >= Self.beginning }.sorted()) {
      String($0.prefix(Self.beginning))
    }
  }

  /// Begins a section of that name.
  package mutating func beginSection(_ name: String) {
    guard style == .inferred else { return }
    let tokens = ProseLexer.tokens(of: Array(name.unicodeScalars.prefix(80)))
    let words = tokens.compactMap(\.word)
    begin(names: names(words), isAssembly: words.contains(where: Self.assembling.contains))
  }

  private func names(_ words: some Sequence<String>) -> Set<String> {
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
    let touched = touched(by: words)
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
      choice = first(words, touched, in: thread)
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

  /// The ingredients that a step names, also as the beginning of a longer word (`Hackfleischsauce`).
  private func touched(by words: StepWords) -> Set<String> {
    var found = words.words.intersection(ingredients)
    for word in words.words where word.count > 7 && !found.contains(word) {
      let stems = stemsByBeginning[String(word.prefix(Self.beginning))]
      if let stem = stems?.first(where: word.hasPrefix) { found.insert(stem) }
    }
    return found
  }

  /// What a step follows, by the places of steps.
  private struct Choice {
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

  private func title(_ index: Int) -> String { nodes[index].piece.title.quoted }

  // MARK: The first of a thread

  private mutating func first(
    _ words: StepWords, _ touched: Set<String>, in thread: Int
  ) -> Choice {
    guard thread > 0 else { return Choice() }
    if case .meanwhile = words.beginning, let anchor = longestWait(in: thread - 1) {
      return Choice(startOf: anchor, remark: "Runs beside \(title(anchor)).")
    }
    // A part that names nothing of its own takes up what there is.
    let isOwn = !touched.isEmpty && !words.takesAll && !threads[thread].isAssembly
    var choice = Choice()
    for other in threads.indices where other < thread && !threads[other].isJoined {
      let isNamed = !threads[other].names.isDisjoint(with: words.words)
      guard isNamed || !isOwn else { continue }
      choice.after += threads[other].ends
      threads[other].isJoined = true
    }
    choice.remark = choice.after.isEmpty ? "Starts by itself, as a part of its own." : nil
    return choice
  }

  // MARK: Within a thread

  private mutating func next(
    _ words: StepWords, _ touched: Set<String>, _ piece: Piece, in index: Int
  ) -> Choice {
    let thread = threads[index]
    let last = thread.steps[thread.steps.count - 1]
    if case .meanwhile = words.beginning { return beside(words, touched, in: index, last) }
    if let anchor = thread.anchor, let beside = thread.beside {
      let own = touchedBeside(thread)
      let isNamed =
        !touched.intersection(nodes[anchor].touched).subtracting(own.touched).isEmpty
        || !words.foods.intersection(nodes[anchor].foods.union(product)).subtracting(own.foods)
          .isEmpty
        || !words.words.intersection(product).subtracting(own.words).isEmpty
      let isEnded = words.endsWait && nodes[beside].piece.kind != .waiting
      guard words.takesAll || isNamed || isEnded else {
        threads[index].beside = nodes.count - 1
        return Choice(after: [beside])
      }
      threads[index].anchor = nil
      threads[index].beside = nil
      threads[index].since = nodes.count - 1
      // What only ends the wait leaves what runs beside it alone.
      let isApart = words.endsWait && !words.takesAll && touched.isDisjoint(with: own.touched)
      return Choice(after: isApart ? [anchor] : thread.ends)
    }
    let toucher = touched.filter { !lexicon.has($0, .staple) }.compactMap { thread.touched[$0] }
      .max()
    let isSamePlace = piece.equipment != nil && nodes[last].piece.equipment == piece.equipment
    if let toucher, toucher < last, words.begins(with: touched), !words.refersBack, !isSamePlace,
      (toucher...last).contains(where: { nodes[$0].piece.kind == .waiting })
    {
      return Choice(
        after: [toucher], remark: "Follows \(title(toucher)), whose ingredients it takes.")
    }
    if words.takesAll { return Choice(after: thread.ends) }
    // A branch whose ingredients are named is joined.
    let joined = thread.ends.filter { end in
      end != last
        && !(nodes[end].touched.isDisjoint(with: touched)
          && nodes[end].foods.isDisjoint(with: words.foods))
    }
    return Choice(after: [last] + joined)
  }

  /// The ingredients and foods that the steps beside a wait have touched.
  private func touchedBeside(
    _ thread: Thread
  ) -> (touched: Set<String>, foods: Set<String>, words: Set<String>) {
    guard let anchor = thread.anchor else { return ([], [], []) }
    let steps = thread.steps.suffix(Self.reach).filter { $0 > anchor }
    return (
      steps.reduce(into: []) { $0.formUnion(nodes[$1].touched) },
      steps.reduce(into: []) { $0.formUnion(nodes[$1].foods) },
      steps.reduce(into: []) { $0.formUnion(nodes[$1].words) }
    )
  }

  private mutating func beside(
    _ words: StepWords, _ touched: Set<String>, in index: Int, _ last: Int
  ) -> Choice {
    let thread = threads[index]
    if let anchor = thread.anchor, let beside = thread.beside {
      // Another thing to do while the same wait goes on.
      threads[index].beside = nodes.count - 1
      return Choice(after: [beside], startOf: anchor, remark: "Runs beside \(title(anchor)).")
    }
    guard let anchor = longestWait(in: index) else {
      // Nothing waits: it goes beside the step before.
      threads[index].anchor = last
      threads[index].beside = nodes.count - 1
      return Choice(startOf: last, remark: "Runs beside \(title(last)).")
    }
    threads[index].anchor = anchor
    threads[index].beside = nodes.count - 1
    // What was done since the wait began is followed, unless it is all the cook's own.
    let between = thread.ends.filter { $0 > anchor && !nodes[$0].touched.isDisjoint(with: touched) }
    return Choice(after: between, startOf: anchor, remark: "Runs beside \(title(anchor)).")
  }

  /// The longest wait that nothing has taken up yet, the last of equals.
  private func longestWait(in thread: Int) -> Int? {
    let since = threads[thread].since
    return threads[thread].steps.suffix(Self.reach).filter {
      $0 >= since && nodes[$0].piece.kind == .waiting
    }.max { nodes[$0].piece.length <= nodes[$1].piece.length }
  }

  // MARK: Other threads

  /// Joins the threads whose product a step names.
  private mutating func joinThreads(
    named words: StepWords, _ touched: Set<String>, _ choice: inout Choice, in thread: Int
  ) {
    var joined: [String] = []
    for other in threads.indices where other < thread && !threads[other].isJoined {
      let isNamed = !threads[other].names.isDisjoint(
        with: words.words.subtracting(threads[thread].names))
      guard isNamed || words.takesAll else { continue }
      choice.after += threads[other].ends
      joined += threads[other].ends.map(title)
      threads[other].isJoined = true
    }
    if !joined.isEmpty, choice.remark == nil {
      choice.remark = "Takes up \(joined.joined(separator: ", ")) too."
    }
  }

  /// What the last step follows besides, so that nothing of its dish is left behind; nil for nothing.
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

  private static let assembling: Set<String> = [
    "assembly", "assemble", "assembling", "finish", "finishing", "serve", "serving", "together",
    "fertigstellen", "anrichten", "zusammensetzen", "montage", "dressage", "montaje", "emplatado",
    "assemblaggio", "montaggio", "montagem", "afwerking", "montering",
  ]
}
