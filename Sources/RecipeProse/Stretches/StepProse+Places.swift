import KitchenModel

/// Where clauses begin and end, and how many words they have.
extension StepProse {
  // MARK: Places

  func sentenceStart(before index: Int) -> Int {
    var start = index
    while start > pending, !DurationClassifier.endsSentence(start - 1, in: tokens) { start -= 1 }
    return start
  }

  /// The clause of a verb begins after the comma, `and` or `then` before it.
  func clauseStart(of verb: Int, from start: Int) -> Int {
    var place = verb
    while place > start, verb - place < 8 {
      let before = tokens[place - 1]
      if before.mark == "," || before.word.map(isJoining) == true { return place }
      place -= 1
    }
    return verb
  }

  /// The clause of a length ends with its sentence, before `then`, or where the next length stands.
  func clauseEnd(after index: Int, upTo next: Int) -> Int {
    var end = index
    while end < next {
      if DurationClassifier.endsSentence(end, in: tokens) { return end + 1 }
      if tokens[end].word.map({ lexicon.has($0, in: "thens") }) == true { return end }
      if end - index > 60 { return end }
      end += 1
    }
    return next < tokens.count ? beginning(ofClauseAt: next, after: index) : end
  }

  /// Where the clause of the length at `next` begins: after the comma or joining word before it.
  private func beginning(ofClauseAt next: Int, after index: Int) -> Int {
    var place = next
    while place > index {
      let before = tokens[place - 1]
      if before.mark == "," || before.mark == "(" { return place }
      if let word = before.word, isJoining(word) { return place - 1 }
      place -= 1
    }
    return next
  }

  /// Whether a word joins clauses, in the recipe's own language: "en" does in Dutch alone.
  func isJoining(_ word: String) -> Bool { lexicon.has(word, in: "joining") }

  /// `In a separate saucepan`, `While the chicken cools,`, `Place on a rack to`: says where, how or
  /// when something is done, not what.
  func isLeadIn(_ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { tokens[$0].mark == nil }), wordCount(range) <= 14,
      let word = tokens[first].word
    else { return false }
    if tokens[range.upperBound - 1].word == "to", isPlacing(range) || wordCount(range) <= 8 {
      return true
    }
    if lexicon.has(word, in: "while-words") || lexicon.has(word, .when) {
      return range.last { tokens[$0].mark == "," } == range.upperBound - 1
    }
    guard lexicon.has(word, in: "lead-ins"), classifier.strongVerb(in: range) == nil else {
      return false
    }
    return !lexicon.matches(in: tokens[range]).contains { match in
      match.entry.isVerb && !classifier.isNoun(match.tokens.lowerBound)
    }
  }

  private func isJoint(_ token: ProseToken) -> Bool {
    if let word = token.word { return isJoining(word) }
    return token.mark.map { ",;-)".unicodeScalars.contains($0) } == true
  }

  func wordCount(_ range: Range<Int>) -> Int {
    tokens[range].reduce(0) { $0 + ($1.mark == nil ? 1 : 0) }
  }

  /// How many words stand outside of brackets, where the asides are.
  func orderWords(_ range: Range<Int>) -> Int {
    var depth = 0
    return tokens[range].reduce(0) { count, token in
      switch token.mark {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case nil: return depth == 0 ? count + 1 : count
      default: break
      }
      return count
    }
  }

  /// The words of some tokens, without the commas and joining words at the ends.
  func text(_ range: Range<Int>) -> String {
    var words = tokens[range]
    while let first = words.first, isJoint(first) { words.removeFirst() }
    // "b) Drain it."
    if words.count > 2, words.first?.word?.count == 1, words.dropFirst().first?.mark == ")" {
      words.removeFirst(2)
    }
    // A bracket that ends an aside stays.
    var open = words.reduce(0) { $0 + ($1.mark == "(" ? 1 : $1.mark == ")" ? -1 : 0) }
    while let last = words.last, isJoint(last) {
      if last.mark == ")" {
        guard open < 0 else { break }
        open += 1
      }
      words.removeLast()
    }
    guard let first = words.first, let last = words.last else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[first.range.lowerBound..<last.range.upperBound])
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
