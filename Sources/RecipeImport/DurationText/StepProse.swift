package import KitchenModel

/// Turns a step's text into stretches of work.
///
/// A sentence that states a length becomes a stretch of that length; what is said around it, and
/// sentences without one, become hands-on stretches of a length estimated from the number of words.
package struct StepProse {
  /// A timer with its place in the text.
  package struct Timer: Sendable, Hashable {
    /// Its place, in Unicode scalars.
    package var range: Range<Int>
    /// How long.
    package var estimate: Estimate
  }

  /// What is carried from step to step: the temperature that the oven was heated to.
  package struct Memory: Sendable, Hashable {
    /// The oven's temperature, once stated.
    package var oven: Temperature?

    /// Creates a memory of nothing.
    package init() {}
  }

  private let scalars: [Unicode.Scalar]
  private let tokens: [ProseToken]
  private let cookware: String?
  private var memory: Memory
  private var stretches: [Stretch] = []
  /// The tokens that no stretch tells of yet.
  private var pending = 0

  /// The stretches of a step, at least one for a text with a letter or a digit in it.
  ///
  /// `cookware` is the equipment that the step's markup names, where it names just one.
  ///
  /// O(n).
  package static func stretches(
    of text: String, timers: [Timer] = [], cookware: String? = nil, memory: inout Memory
  ) -> [Stretch] {
    var prose = StepProse(text, cookware, memory)
    prose.read(timers)
    memory = prose.memory
    return prose.stretches
  }

  private init(_ text: String, _ cookware: String?, _ memory: Memory) {
    self.cookware = cookware
    scalars = Array(text.unicodeScalars)
    tokens = ProseLexer.tokens(of: scalars)
    self.memory = memory
  }

  /// A length that counts.
  private struct Counted {
    var tokens: Range<Int>
    var estimate: Estimate
    var role: DurationMention.Role
    var isTimer: Bool
    /// Whether it goes on with the length before.
    var isRest = false
  }

  private mutating func read(_ timers: [Timer]) {
    guard tokens.contains(where: { $0.mark == nil }) else { return }
    let lengths = counted(timers)
    for (index, length) in lengths.enumerated() {
      let next = index + 1 < lengths.count ? lengths[index + 1].tokens.lowerBound : tokens.count
      add(length, upTo: next)
    }
    finish(to: tokens.count)
  }

  /// The lengths that count, in order: each timer, and what is stated outside of timers.
  private func counted(_ timers: [Timer]) -> [Counted] {
    let found = DurationLexis.lengths(in: tokens)
    let mentions = DurationText.mentions(in: tokens)
    var lengths: [Counted] = []
    var next = 0
    for (length, mention) in zip(found, mentions) {
      while next < timers.count, timers[next].range.upperBound <= mention.range.lowerBound {
        if let timer = counted(timers[next]) { lengths.append(timer) }
        next += 1
      }
      let isCovered = next < timers.count && timers[next].range.overlaps(mention.range)
      if isCovered {
        // The words around a timer say whether hands are meant, the timer how long.
        let timer = timers[next]
        if let counted = counted(timer, role: mention.role) { lengths.append(counted) }
        next += 1
        if next < timers.count, let rest = rest(of: timers[next], after: timer, mention) {
          lengths.append(rest)
          next += 1
        }
      } else if mention.counts {
        lengths.append(
          Counted(
            tokens: length.tokens, estimate: mention.estimate, role: mention.role, isTimer: false))
      }
    }
    return lengths + timers[next...].compactMap { counted($0) }
  }

  /// Of `~{15%minutes} to ~{20%minutes}`, which is one range, what the second timer adds to the
  /// first: up to five minutes; nil where two timers are two waits.
  private func rest(of timer: Timer, after first: Timer, _ mention: DurationMention) -> Counted? {
    guard mention.range.overlaps(timer.range), first.estimate.isExact, timer.estimate.isExact,
      mention.estimate.minimum == first.estimate.minimum,
      mention.estimate.maximum == timer.estimate.maximum,
      var counted = counted(timer, role: mention.role)
    else { return nil }
    let more = timer.estimate.maximum - first.estimate.maximum
    counted.estimate = Estimate(from: .zero, to: more)
    counted.isRest = true
    return counted
  }

  private func counted(_ timer: Timer, role: DurationMention.Role = .waiting) -> Counted? {
    let first = firstToken(from: timer.range.lowerBound)
    var end = first
    while end < tokens.count, tokens[end].range.lowerBound < timer.range.upperBound { end += 1 }
    return Counted(tokens: first..<end, estimate: timer.estimate, role: role, isTimer: true)
  }

  /// The first token that does not end before `scalar`; by halving, so that many timers stay cheap.
  private func firstToken(from scalar: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Stretches

  private mutating func add(_ length: Counted, upTo next: Int) {
    let start = max(pending, sentenceStart(before: length.tokens.lowerBound))
    finish(to: start)
    let window = start..<max(start, length.tokens.lowerBound)
    let judge = MentionJudge.verbFinder(tokens)
    let verb = judge.strongVerb(in: window)
    var clause = start
    // What is to be done before the waiting begins is work of its own where it says enough.
    if let verb, length.role != .handsOn || length.isTimer, wordCount(start..<verb.place) >= 5 {
      clause = clauseStart(of: verb.place, from: start)
      finish(to: clause)
    }
    let end = clauseEnd(after: length.tokens.upperBound, upTo: next)
    let isWaiting = length.isTimer || length.role == .waiting
    let words = tokens[clause..<end]
    rememberOven(in: tokens[start..<end])
    let equipment = ProseEquipment.equipment(
      in: words, verb: verb.flatMap { tokens[$0.place].word }, isWaiting: isWaiting,
      cookware: cookware)
    var stretch = Stretch(
      text: text(clause..<end), kind: isWaiting ? .waiting : .blocking, estimate: length.estimate,
      origin: length.isTimer ? .timer : .stated, equipment: equipment)
    if equipment == "oven" {
      stretch.temperature = DurationText.ovenTemperature(in: words) ?? memory.oven
    }
    if length.isRest, let first = stretches.last {
      (stretch.equipment, stretch.temperature) = (first.equipment, first.temperature)
    }
    if length.isTimer, length.role == .handsOn {
      stretch.remarks.append(
        "The timer was taken for waiting; the words around it sound like work: make it \"blocking\" "
          + "if it is.")
    }
    stretches.append(stretch)
    pending = end
  }

  /// Makes a hands-on stretch of what no stretch tells of yet, up to token `end`.
  private mutating func finish(to end: Int) {
    guard pending < end else { return }
    let range = pending..<end
    pending = end
    let count = wordCount(range)
    rememberOven(in: tokens[range])
    guard count > 0, count >= 4 || stretches.isEmpty && end == tokens.count else { return }
    let verb = MentionJudge.verbFinder(tokens).strongVerb(in: range)
    let equipment = verb.flatMap {
      $0.kind == .handsOn
        ? ProseEquipment.equipment(in: [], verb: tokens[$0.place].word, isWaiting: false) : nil
    }
    stretches.append(
      Stretch(
        text: text(range), kind: .blocking, estimate: Self.estimate(words: orderWords(range)),
        origin: .estimated, equipment: equipment))
  }

  /// A minute for every eight words, from one to ten: whoever says more explains.
  static func estimate(words: Int) -> Estimate {
    Estimate(.minutes(min(10, max(1, (words + 7) / 8))))
  }

  private mutating func rememberOven(in words: ArraySlice<ProseToken>) {
    if let temperature = DurationText.ovenTemperature(in: words) { memory.oven = temperature }
  }

  // MARK: Places

  private func sentenceStart(before index: Int) -> Int {
    var start = index
    while start > pending, !MentionJudge.endsSentence(start - 1, in: tokens) { start -= 1 }
    return start
  }

  /// The clause of a verb begins after the comma, `and` or `then` before it.
  private func clauseStart(of verb: Int, from start: Int) -> Int {
    var place = verb
    while place > start, verb - place < 8 {
      let before = tokens[place - 1]
      if before.mark == "," || before.word == "then" || before.word == "and" { return place }
      place -= 1
    }
    return verb
  }

  /// The clause of a length ends with its sentence, before `then`, or where the next length stands.
  private func clauseEnd(after index: Int, upTo next: Int) -> Int {
    var end = index
    while end < next {
      if MentionJudge.endsSentence(end, in: tokens) { return end + 1 }
      if tokens[end].word == "then" { return end }
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
      if let word = before.word, Self.joining.contains(word) { return place - 1 }
      place -= 1
    }
    return next
  }

  private static let joining: Set<String> = [
    "and", "then", "und", "dann", "et", "puis", "y", "luego", "e", "poi", "en", "dan", "och",
    "sedan",
  ]

  private func isJoint(_ token: ProseToken) -> Bool {
    if let word = token.word { return Self.joining.contains(word) }
    return token.mark.map { ",;-)".unicodeScalars.contains($0) } == true
  }

  private func wordCount(_ range: Range<Int>) -> Int {
    tokens[range].reduce(0) { $0 + ($1.mark == nil ? 1 : 0) }
  }

  /// How many words stand outside of brackets, where the asides are.
  private func orderWords(_ range: Range<Int>) -> Int {
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
  private func text(_ range: Range<Int>) -> String {
    var words = tokens[range]
    while let first = words.first, isJoint(first) { words.removeFirst() }
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
    return HTMLText.collapsed(Array(String(view).utf8))
  }
}
