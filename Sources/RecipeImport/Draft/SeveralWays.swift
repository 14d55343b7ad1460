import RecipeProse

/// Finds the ways that one recipe tells of, one after the other: in the oven, in a slow cooker.
///
/// Their steps would add up to a dish that nobody cooks, so the draft says so, and has the first
/// way's alone where another is one that cooks by itself.
struct SeveralWays {
  /// The words of one language for ways.
  private let words: Set<String>
  private let fillers: Set<String>
  /// The names of appliances by the words for them.
  private let appliances: [String: String]

  /// The words of a recipe in a language; those of all languages for none.
  init(language: String?) {
    let sets = Lexicon.textWords(behind: "way", in: language)
    (words, fillers) = (sets["-words"] ?? [], sets["-fillers"] ?? [])
    var names: [String: String] = [:]
    for (name, words) in sets where name.hasPrefix(":") {
      for word in words { names[word] = String(name.dropFirst()) }
    }
    appliances = names
  }

  /// The ways told by headings and by steps that begin with one, in order; none where there is just
  /// one.
  ///
  /// O(n): only the first words of each instruction count.
  func names(in instructions: [RecipePage.Instruction]) -> [String] {
    var names: [String] = []
    for instruction in instructions {
      guard let name = way(instruction), !names.contains(name) else { continue }
      names.append(name)
    }
    return names.count > 1 ? names : []
  }

  /// The instructions in the first of two languages, where all of them are told again in another.
  ///
  /// O(n).
  static func inOneLanguage(
    _ all: [RecipePage.Instruction]
  ) -> [RecipePage.Instruction] {
    let half = all.count / 2
    guard half >= 2, all.count == 2 * half else { return all }
    let (first, second) = (all[..<half], all[half...])
    func language(_ part: ArraySlice<RecipePage.Instruction>) -> String? {
      Lexicon.language(of: part.map(\.text).joined(separator: " "))
    }
    guard first.map(\.kind) == second.map(\.kind), let one = language(first),
      let other = language(second), one != other
    else { return all }
    return Array(first)
  }

  /// The instructions without those of other ways: what follows such a heading or a step that begins
  /// with one, up to the next heading or way.
  ///
  /// O(n).
  func instructions(
    _ all: [RecipePage.Instruction], of first: String
  ) -> [RecipePage.Instruction] {
    var isOther = false
    return all.filter { instruction in
      if let name = way(instruction) {
        isOther = name != first
      } else if instruction.kind == .heading {
        isOther = false
      }
      return !isOther
    }
  }

  /// `Slow Cooker Method: …`, `If using an Instant Pot, …`, `For the oven`; nil for other words.
  func way(_ instruction: RecipePage.Instruction) -> String? {
    let tokens = ProseLexer.tokens(of: Array(instruction.text.unicodeScalars.prefix(80)))
    let end = tokens.firstIndex { $0.mark != nil && $0.mark != "-" } ?? tokens.count
    let first = tokens[..<min(end, 7)].compactMap(\.word)
    let isWay = first.contains(where: words.contains) || first.starts(with: ["if", "using"])
    guard isWay else {
      // "Preheat the oven" is the name of a step, "In the oven" that of a way.
      let bare = first.drop(while: fillers.contains).joined(separator: " ")
      return instruction.kind == .heading ? appliances[bare] : nil
    }
    for (index, word) in first.enumerated() {
      if let name = appliances[word] { return name }
      if index + 1 < first.count, let name = appliances["\(word) \(first[index + 1])"] {
        return name
      }
    }
    return nil
  }

  /// Whether ways exclude each other: a dish goes from the stove to the oven, but not from there to
  /// the slow cooker.
  static func areApart(_ names: [String]) -> Bool { names.contains { !joint.contains($0) } }

  private static let joint: Set<String> = ["oven", "stove"]
}
