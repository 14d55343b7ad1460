import RecipeProse

/// How many people a yield feeds, in the forms that people write.
package enum Servings {
  /// The number in `4`, `serves 4-6` (the first), `Für 4 Personen`, `one loaf (12 servings)`; nil
  /// for other things than people or portions.
  ///
  /// O(1): no more than 200 characters are looked at.
  package static func read(_ yield: String?) -> Int? {
    guard let yield else { return nil }
    let tokens = ProseLexer.tokens(of: Array(yield.unicodeScalars.prefix(200)))
    let who = tokens.lastIndex { $0.word.map(isEater) == true }
    let isBare = tokens.allSatisfy { token in
      token.word.map { neutral.contains($0) || count($0) != nil } ?? true
    }
    guard isBare || who != nil else { return nil }
    // "1 loaf (12 servings)" feeds twelve, "serves 4 to 6 people" four.
    var numbers = tokens[..<(who ?? tokens.count)].indices.filter { number(tokens[$0]) != nil }
    if let who, let next = tokens[safe: who + 1], number(next) != nil { numbers = [who + 1] }
    if numbers.isEmpty { numbers = tokens.indices.filter { number(tokens[$0]) != nil } }
    guard var place = numbers.last else { return nil }
    while let before = numbers.dropLast().last, place - before <= 2 {
      numbers.removeLast()
      place = before
    }
    guard let number = number(tokens[place]), number >= 1, number <= 1000 else { return nil }
    return Int(number)
  }

  private static func number(_ token: ProseToken) -> Double? {
    token.number ?? token.word.flatMap(count)
  }

  /// What a word counts; "a" and "une" stand before too many other things.
  private static func count(_ word: String) -> Double? {
    if word == "one" { return 1 }
    return TimeWords.numbers[word].flatMap { $0 >= 2 ? $0 : nil }
  }

  private static func isEater(_ word: String) -> Bool {
    word == "p" || word == "ppl" || word == "port" || eaters.contains { word.hasPrefix($0) }
  }

  /// The beginnings of the words for those who eat and for what they get.
  private static let eaters = [
    "serv", "pers", "people", "portion", "pessoa", "portie", "porcion", "porción", "raciones",
    "ración", "comensal", "porzion", "porsi", "porsj", "porç", "couvert", "guest", "helping",
    "adult",
    "eater", "feeds", "diner", "gäste", "gast", "esser", "leute", "invité", "convive", "ospiti",
    "порц", "персон", "человек", "人", "人前", "人分", "osób", "osoby", "osob", "porcj", "porce",
    "annos", "kişi", "kuvert",
  ]

  /// Words that say nothing of what is counted.
  private static let neutral: Set<String> = [
    "to", "or", "for", "about", "approx", "approximately", "around", "ca", "circa", "yield",
    "yields", "bis", "oder", "für", "etwa", "ungefähr", "à", "a", "ou", "pour", "environ", "para",
    "o", "unos", "per", "voor", "tot", "of", "till", "för", "eller", "por", "up", "na", "dla",
  ]
}
