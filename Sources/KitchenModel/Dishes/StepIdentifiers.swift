/// The identifiers of a dish's steps: unique in the dish without regard to case.
package struct StepIdentifiers {
  private var taken: Set<String>

  /// Creates a register in which `given` are taken.
  package init(given: some Sequence<String> = []) {
    taken = Set(given.map(Name.key))
  }

  /// Takes and returns an identifier made from `title`: its words in lower case joined by `-`,
  /// with `-2`, `-3`, … where that is taken.
  package mutating func identifier(forTitle title: String) -> String {
    let base = Self.joinedWords(of: title)
    var identifier = base
    var number = 1
    while !taken.insert(Name.key(of: identifier)).inserted {
      number += 1
      identifier = "\(base)-\(number)"
    }
    return identifier
  }

  /// A title's words in lower case joined by `-`; `step` where it has none.
  private static func joinedWords(of title: String) -> String {
    let words = title.lowercased().split { character in
      !(character.isLetter || character.isNumber || "'’".contains(character))
    }
    let joined = words.joined(separator: "-").prefix(Name.longest - 10)
    return joined.isEmpty ? "step" : String(joined)
  }
}
