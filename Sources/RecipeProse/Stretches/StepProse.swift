package import KitchenModel

/// Turns a step's text into stretches of work.
///
/// A sentence that states a length becomes a stretch of that length; what is said around it, and
/// sentences without one, become stretches of a length estimated from the number of words: hands-on
/// ones, unless they say to wait for something (`chill until firm`), which the draft remarks on.
package struct StepProse {
  /// A timer with its place in the text.
  package struct Timer: Sendable, Hashable {
    /// Its place, in Unicode scalars.
    package var range: Range<Int>
    /// How long; nil for one that gives no length of time, as `~{-5%minutes}`.
    package var estimate: Estimate?

    /// Creates a timer.
    package init(range: Range<Int>, estimate: Estimate?) {
      self.range = range
      self.estimate = estimate
    }
  }

  /// What is carried from step to step.
  package struct Memory: Sendable, Hashable {
    /// The oven's temperature, once stated.
    package var oven: Temperature?
    /// Where the food is on the heat.
    package var state = KitchenState()
    /// Whether steps before state how long something waits.
    var hasCooked = false
    /// Whether the last wait is the cooling of something.
    var isCooling = false
    /// Whether sentences made no stretch, since they say what is only to be known.
    package var hasLeftOut = false
    /// The language of the recipe; nil to tell it by each step.
    package var language: String?

    /// Creates a memory of nothing.
    package init(language: String? = nil) { self.language = language }

    /// Creates a memory of a dish's title: `Air Fryer Chicken` cooks in one.
    package init(language: String?, title: String) {
      self.language = language
      let tokens = ProseLexer.tokens(of: Array(title.unicodeScalars.prefix(200)))
      state.start(in: Lexicon.of(language).matches(in: tokens[...]))
    }

    /// Begins a part of the dish: its food is nowhere yet.
    package mutating func beginPart() { state.beginPart() }
  }

  let scalars: [Unicode.Scalar]
  let tokens: [ProseToken]
  let cookware: String?
  let lexicon: Lexicon
  let classifier: DurationClassifier
  var memory: Memory
  var stretches: [Stretch] = []
  /// The tokens that no stretch tells of yet.
  var pending = 0
  /// Whether this step has the oven heated, so that what it cooks goes there.
  var heatsOven = false
  /// The brackets that hold whole sentences.
  var brackets: [Range<Int>] = []
  /// The places of lengths that say how long food keeps, in order.
  var keeping: [Int] = []
  /// The places of lengths for each pound, in order.
  var rates: [Int] = []
  /// The places of lengths that only tell of another way, or again, in order.
  var asides: [Int] = []

  /// The stretches of a step, in order; none where it only says how long the dish keeps.
  ///
  /// `cookware` is the equipment that the step's markup names, where it names just one.
  ///
  /// O(n).
  package static func stretches(
    of text: String, timers: [Timer] = [], cookware: String? = nil, memory: inout Memory
  ) -> [Stretch] {
    var prose = StepProse(text, cookware, memory)
    if timers.isEmpty, memory.hasCooked, prose.isForOtherAppliance {
      memory.hasLeftOut = true
      return []
    }
    prose.read(timers)
    memory = prose.memory
    if prose.stretches.contains(where: { $0.kind == .waiting && $0.origin != .estimated }) {
      memory.hasCooked = true
    }
    return prose.stretches
  }

  private init(_ text: String, _ cookware: String?, _ memory: Memory) {
    self.cookware = cookware
    scalars = Array(text.unicodeScalars)
    tokens = ProseLexer.tokens(of: scalars)
    classifier = DurationClassifier.verbFinder(tokens)
    lexicon = Lexicon.of(memory.language ?? Lexicon.language(of: text))
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
    brackets = bracketsOfSentences()
    let found = LengthGrammar.lengths(in: tokens)
    let mentions = DurationText.mentions(in: tokens)
    for (length, mention) in zip(found, mentions) {
      if mention.role == .none(.keeping) { keeping.append(length.tokens.lowerBound) }
      if [.none(.alternative), .none(.summary)].contains(mention.role) {
        asides.append(length.tokens.lowerBound)
      }
      if mention.role == .none(.rate) { rates.append(length.tokens.lowerBound) }
    }
    let lengths = counted(timers, found, mentions)
    for (index, length) in lengths.enumerated() {
      let next = index + 1 < lengths.count ? lengths[index + 1].tokens.lowerBound : tokens.count
      add(length, upTo: next)
    }
    finish(to: tokens.count)
  }

  /// The lengths that count, in order: each timer, and what is stated outside of timers.
  private func counted(
    _ timers: [Timer], _ found: [LengthGrammar.Found], _ mentions: [DurationMention]
  ) -> [Counted] {
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
        if var counted = counted(timer, role: mention.role) {
          let isAlone = next + 1 == timers.count || !timers[next + 1].range.overlaps(mention.range)
          if isAlone, isBeginning(timer, of: mention) {
            counted.estimate = mention.estimate
            counted.tokens = counted.tokens.lowerBound..<length.tokens.upperBound
          }
          lengths.append(counted)
        }
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

  /// Whether a timer is the shorter end of a range: `~{12%minutes} - 13 minutes`.
  private func isBeginning(_ timer: Timer, of mention: DurationMention) -> Bool {
    guard let estimate = timer.estimate, estimate.isExact, mention.counts else { return false }
    return timer.range.lowerBound == mention.range.lowerBound
      && timer.range.upperBound < mention.range.upperBound
      && mention.estimate.minimum == estimate.minimum && !mention.estimate.isExact
  }

  /// Of `~{15%minutes} to ~{20%minutes}`, which is one range, what the second timer adds to the
  /// first: up to five minutes; nil where two timers are two waits.
  private func rest(of timer: Timer, after first: Timer, _ mention: DurationMention) -> Counted? {
    guard mention.range.overlaps(timer.range), let low = first.estimate,
      let high = timer.estimate, low.isExact, high.isExact,
      mention.estimate.minimum == low.minimum, mention.estimate.maximum == high.maximum,
      var counted = counted(timer, role: mention.role)
    else { return nil }
    counted.estimate = Estimate(from: .zero, to: high.maximum - low.maximum)
    counted.isRest = true
    return counted
  }

  private func counted(_ timer: Timer, role: DurationMention.Role = .waiting) -> Counted? {
    guard let estimate = timer.estimate else { return nil }
    let first = firstToken(from: timer.range.lowerBound)
    var end = first
    while end < tokens.count, tokens[end].range.lowerBound < timer.range.upperBound { end += 1 }
    return Counted(tokens: first..<end, estimate: estimate, role: role, isTimer: true)
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
    var start = max(pending, sentenceStart(before: length.tokens.lowerBound))
    if !length.isTimer { start = beginning(ofWhatTakes: length.tokens, from: start) }
    finish(to: start)
    let window = start..<max(start, length.tokens.lowerBound)
    let verb = classifier.strongVerb(in: window)
    if !length.isTimer, let verb,
      tokens[verb.place].word.map({ lexicon.has($0, .preheat) }) == true,
      lexicon.matches(in: tokens[window]).contains(where: {
        $0.entry.kind == .ovenPlace || $0.entry.kind == .preheat && !$0.entry.isVerb
      })
    {
      // Plans heat the oven by themselves.
      pending = clauseEnd(after: length.tokens.upperBound, upTo: next)
      rememberOven(in: start..<pending, isOven: true)
      heatsOven = true
      return
    }
    addCooling(in: start..<length.tokens.lowerBound)
    var clause = start
    // What is to be done before the waiting begins is work of its own where it says enough.
    if let verb, length.role != .handsOn, wordCount(start..<verb.place) >= 5 {
      // "Mehl und Eier verrühren und den Teig 30 Minuten ruhen lassen": each verb ends its clause.
      let hasFinal = classifier.finalVerb(after: length.tokens.upperBound) != nil
      // "Voeg de tomaten toe en laat 10 minuten sudderen"
      let isLet = tokens[verb.place].word.map(DurationClassifier.lets.contains) == true
      clause = hasFinal && !isLet ? verb.place + 1 : clauseStart(of: verb.place, from: start)
      if isPlacing(start..<clause) || isLeadIn(start..<clause) { clause = start }
      finish(to: clause)
    }
    let end = clauseEnd(after: length.tokens.upperBound, upTo: next)
    let isWaiting = length.isTimer ? length.role != .handsOn : length.role == .waiting
    let words = tokens[clause..<end]
    let matches = lexicon.matches(in: words)
    rememberOven(in: start..<clause)
    memory.state.follow(lexicon.matches(in: tokens[start..<clause]), in: tokens)
    var equipment = equipment(
      in: clause..<end, length: length.tokens, isWaiting: isWaiting)
    if equipment == nil, isWaiting, isOvenHeat(words, verb: verb?.kind) { equipment = "oven" }
    var stretch = Stretch(
      text: text(clause..<end), kind: isWaiting ? .waiting : .blocking, estimate: length.estimate,
      origin: length.isTimer ? .timer : .stated, equipment: equipment)
    if equipment == "oven" {
      stretch.temperature = stated(in: words) ?? memory.oven
    }
    rememberOven(in: clause..<end, isOven: equipment == "oven")
    // "2 minutes on the first side and 1 minute on the other"
    let goesOn =
      !length.isTimer && equipment == nil && verb == nil && clause == pending && matches.isEmpty
      && stretches.last?.origin == .stated && wordCount(clause..<length.tokens.lowerBound) <= 1
    if length.isRest || goesOn, let first = stretches.last {
      (stretch.equipment, stretch.temperature) = (first.equipment, first.temperature)
    }
    if length.isTimer, length.role == .handsOn {
      stretch.remarks.append(
        "Its words say work: make it \"waiting\" if no hands are needed.")
    }
    if length.isTimer, length.role == .none(.keeping) {
      stretch.remarks.append("It may say how long the dish keeps: take it out if so.")
    }
    memory.state.follow(matches, in: tokens)
    if isWaiting {
      memory.isCooling = governing(matches, length: length.tokens)?.entry.kind.isLeaving == true
    }
    stretches.append(stretch)
    pending = end
  }

  /// A minute for every eight words, from one to ten: whoever says more explains.
  static func estimate(words: Int) -> Estimate {
    Estimate(.minutes(min(10, max(1, (words + 7) / 8))))
  }
}
