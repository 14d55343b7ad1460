/// Why a bound holds.
struct Reason: BitwiseCopyable {
  /// What the payload means.
  enum Kind: UInt8, BitwiseCopyable {
    /// Nothing: a decision, or a fact of the root.
    case none
    /// `first` is a clause; the others of its literals are false.
    case clause
    /// `first` is an arc of the difference graph.
    case difference
    /// `second` premises from `first` in ``Trail/premises``.
    case premises
    /// `first` is a propagator, which says why when it is asked; `second` is for itself.
    case propagator
  }

  var kind: Kind
  var first: Int32
  var second: Int32

  static let none = Reason(kind: .none, first: 0, second: 0)

  static func clause(_ index: Int) -> Reason {
    Reason(kind: .clause, first: Int32(truncatingIfNeeded: index), second: 0)
  }

  static func propagator(_ index: Int, _ detail: Int) -> Reason {
    Reason(
      kind: .propagator, first: Int32(truncatingIfNeeded: index),
      second: Int32(truncatingIfNeeded: detail))
  }

  static func difference(_ arc: Int) -> Reason {
    Reason(kind: .difference, first: Int32(truncatingIfNeeded: arc), second: 0)
  }
}

/// The bounds of every term and, in order, each tightening with its reason.
///
/// A term's upper bound is the negative of its negation's lower bound. Bounds of the root level are
/// permanent: they leave the trail as soon as they are propagated, so a term without an entry is at
/// its root bound.
package struct Trail: ~Copyable {
  /// One tightening of one term's lower bound.
  struct Entry: BitwiseCopyable {
    var bound: Int
    var previousBound: Int
    var term: Term
    /// The position of the term's tightening before this one; -1 for the root.
    var previous: Int32
    var reason: Reason
  }

  /// Where a decision level begins.
  struct Level: BitwiseCopyable {
    var entries: Int
    var premises: Int
  }

  private(set) var lower = Vector<Int>(capacity: 256)
  /// The root's lower bounds.
  private(set) var root = Vector<Int>(capacity: 256)
  /// The position of each term's latest entry, -1 for none.
  private(set) var latest = Vector<Int32>(capacity: 256)
  private(set) var entries = Vector<Entry>(capacity: 256)
  /// The premises of eager explanations, a stack beside the trail.
  private(set) var premises = Vector<Literal>(capacity: 256)
  private(set) var levels = Vector<Level>(capacity: 32)
  /// The facts that contradict each other after a failure: a stretch of ``premises``.
  private(set) var failure = (start: 0, count: 0)
  /// Told of each eager explanation; for tests, which check that it is implied.
  package var audit: (([Literal], Literal?) -> Void)?

  init() {}

  var termCount: Int { lower.count }
  @inline(__always) var level: Int { levels.count }

  mutating func addVariable(_ lowest: Int, _ highest: Int) -> Term {
    let term = Term(index: Int32(truncatingIfNeeded: lower.count))
    for bound in [lowest, -highest] {
      lower.append(bound)
      root.append(bound)
      latest.append(-1)
    }
    return term
  }

  // MARK: Reading

  @inline(__always) package func lower(_ term: Term) -> Int { lower[term.offset] }
  @inline(__always) package func upper(_ term: Term) -> Int { -lower[term.offset ^ 1] }
  @inline(__always) func lower(_ moment: Moment) -> Int {
    lower[moment.term.offset] + moment.offset
  }
  @inline(__always) func upper(_ moment: Moment) -> Int {
    moment.offset - lower[moment.term.offset ^ 1]
  }
  /// The lower bound that holds for good.
  @inline(__always) func rootLower(_ moment: Moment) -> Int {
    root[moment.term.offset] + moment.offset
  }
  /// Whether a literal is true.
  @inline(__always) package func holds(_ literal: Literal) -> Bool {
    lower[literal.term.offset] >= literal.bound
  }
  /// Whether a literal is false.
  @inline(__always) package func fails(_ literal: Literal) -> Bool {
    lower[literal.term.offset ^ 1] > -literal.bound
  }
  @inline(__always) func isRoot(_ literal: Literal) -> Bool {
    root[literal.term.offset] >= literal.bound
  }

  /// The position of the entry that made a true literal true; -1 where the root did.
  @inline(__always) func position(of literal: Literal) -> Int {
    var position = Int(latest[literal.term.offset])
    while position >= 0 {
      let entry = entries[position]
      if entry.previousBound < literal.bound { break }
      position = Int(entry.previous)
    }
    return position
  }

  /// The lower bound that a moment had when the trail reached a position.
  @inline(__always) func lower(_ moment: Moment, before position: Int) -> Int {
    var place = Int(latest[moment.term.offset])
    while place >= position { place = Int(entries[place].previous) }
    return (place < 0 ? root[moment.term.offset] : entries[place].bound) + moment.offset
  }

  /// The decision level of a position.
  func level(ofPosition position: Int) -> Int {
    if position < 0 { return 0 }
    var low = 0
    var high = levels.count
    while low < high {
      let middle = (low + high) / 2
      if levels[middle].entries <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Leaves an entry behind in an analysis that reads the trail downwards: ``position(of:)`` of a
  /// fact older than it need not pass it again. Backtracking over the entry has to follow.
  @inline(__always) mutating func pass(_ entry: Entry) {
    latest[entry.term.offset] = entry.previous
  }

  // MARK: Explaining

  /// Begins an explanation; ``premise(_:)`` adds to it, ``closeReason(_:)`` ends it.
  @inline(__always) func openReason() -> Int { premises.count }

  /// Adds a true literal to the open explanation; facts of the root go without saying.
  @inline(__always) mutating func premise(_ literal: Literal) {
    assert(holds(literal), "a premise is true")
    if !isRoot(literal) { premises.append(literal) }
  }

  @inline(__always) func closeReason(_ mark: Int) -> Reason {
    Reason(
      kind: .premises, first: Int32(truncatingIfNeeded: mark),
      second: Int32(truncatingIfNeeded: premises.count - mark))
  }

  // MARK: Writing

  /// Makes a literal true because of premises given; false when it is false already, which leaves
  /// ``failure`` behind.
  @inline(__always) mutating func infer(_ literal: Literal, _ reason: Reason) -> Bool {
    if audit != nil { report(reason, literal) }
    if holds(literal) { return true }
    if fails(literal) {
      fail(reason, contradicting: literal)
      return false
    }
    push(literal, reason)
    return true
  }

  /// Records that premises given contradict each other.
  mutating func fail(_ reason: Reason) {
    if audit != nil { report(reason, nil) }
    failure = (Int(reason.first), Int(reason.second))
  }

  private mutating func fail(_ reason: Reason, contradicting literal: Literal) {
    let mark = premises.count
    for offset in 0..<Int(reason.second) {
      let known = premises[Int(reason.first) + offset]
      premises.append(known)
    }
    premise(literal.negated)
    failure = (mark, premises.count - mark)
  }

  private func report(_ reason: Reason, _ literal: Literal?) {
    guard let audit else { return }
    let range = Int(reason.first)..<Int(reason.first + reason.second)
    audit(range.map { premises[$0] }, literal)
  }

  /// Makes an undecided literal true.
  @inline(__always) mutating func push(_ literal: Literal, _ reason: Reason) {
    let index = literal.term.offset
    entries.append(
      Entry(
        bound: literal.bound, previousBound: lower[index], term: literal.term,
        previous: latest[index], reason: reason))
    latest[index] = Int32(truncatingIfNeeded: entries.count - 1)
    lower[index] = literal.bound
  }

  mutating func newLevel() {
    levels.append(Level(entries: entries.count, premises: premises.count))
  }

  /// Undoes everything above a level.
  mutating func backtrack(to target: Int) {
    guard levels.count > target else { return }
    let mark = levels[target]
    var position = entries.count
    while position > mark.entries {
      position -= 1
      let entry = entries[position]
      lower[entry.term.offset] = entry.previousBound
      latest[entry.term.offset] = entry.previous
    }
    entries.truncate(to: mark.entries)
    premises.truncate(to: mark.premises)
    levels.truncate(to: target)
  }

  /// Makes what holds at level 0 permanent.
  mutating func commitRoot() {
    assert(levels.isEmpty)
    for position in 0..<entries.count {
      let index = entries[position].term.offset
      latest[index] = -1
      root[index] = lower[index]
    }
    entries.truncate(to: 0)
    premises.truncate(to: 0)
  }
}
