/// Disjunctions of literals, given and learnt, with two watched literals each.
///
/// A watch waits on the term whose rise makes its literal false, with the bound from which it does; a
/// rise from `old` to `new` concerns the watches with a bound in between. A term's bounds are dealt
/// into stretches with a list each, so that a rise reads few watches of others. Moskewicz et al. 2001
/// for watched literals, Eén & Sörensson 2003 for their upkeep, carried over from Booleans to bounds.
struct ClauseStore: ~Copyable {
  struct Header: BitwiseCopyable {
    var start: Int
    var count: Int32
    /// The number of decision levels among its literals when learnt; 0 for a given clause.
    var glue: Int32
    var activity: Int
    var isDeleted: Bool
  }

  /// Laid out so as to take no more memory than it must: most of the solver's time goes by here.
  struct Watch: BitwiseCopyable {
    /// The least bound of the watched-over term at which the clause's literal is false.
    var bound: Int
    private var blockerBound: Int
    private var blockerTerm: Term
    /// The place of the clause's first literal.
    var start: Int32

    init(bound: Int, blocker: Literal, start: Int32) {
      self.bound = bound
      blockerBound = blocker.bound
      blockerTerm = blocker.term
      self.start = start
    }

    /// Another literal of the clause: when it is true there is nothing to do.
    @inline(__always) var blocker: Literal { Literal(term: blockerTerm, bound: blockerBound) }
  }

  /// A growing list of watches in memory owned by the store.
  struct List: BitwiseCopyable {
    var base: UnsafeMutablePointer<Watch>?
    var count: Int32
    var capacity: Int32
  }

  /// Where a term's lists are.
  private struct Stretches: BitwiseCopyable {
    /// The least bound that any watch of the term can wait for.
    var least: Int
    var firstList: Int32
    var count: Int32
    /// A stretch is 2 to the power of this long.
    var shift: Int

    /// The list with the watches that wait for `bound`.
    @inline(__always) func list(of bound: Int) -> Int {
      Int(firstList) + min(max((bound - least) >> shift, 0), Int(count) - 1)
    }
  }

  var headers = Vector<Header>(capacity: 64)
  /// The clauses' literals, each clause's after a mark: its length as a term, its number as a bound.
  var literals = Vector<Literal>(capacity: 256)
  var lists = Vector<List>(capacity: 1024)
  private var stretches = Vector<Stretches>(capacity: 256)
  var free = Vector<Int32>(capacity: 16)
  var increment = 1 << 20
  /// The learnt clauses alive.
  var learntCount = 0

  init() {}

  deinit {
    for index in 0..<lists.count { lists[index].base?.deallocate() }
  }

  /// The most lists of one term.
  private static let stretchLimit = 64

  /// Makes room for a variable's two terms.
  mutating func addVariable(_ lowest: Int, _ highest: Int) {
    var shift = 0
    let bounds = max(highest - lowest, 1)
    while (bounds - 1) >> shift >= Self.stretchLimit { shift += 1 }
    let count = (bounds - 1) >> shift + 1
    for least in [lowest + 1, 1 - highest] {
      stretches.append(
        Stretches(
          least: least, firstList: Int32(truncatingIfNeeded: lists.count),
          count: Int32(truncatingIfNeeded: count), shift: shift))
      lists.append(repeating: List(base: nil, count: 0, capacity: 0), number: count)
    }
  }

  /// Adds the clause of at least two literals in `source[start...]` and watches the first two.
  mutating func add(_ source: borrowing Vector<Literal>, glue: Int) -> Int {
    let clause = free.isEmpty ? headers.count : Int(free.last)
    literals.append(Self.mark(length: source.count, clause))
    let start = literals.count
    for index in 0..<source.count { literals.append(source[index]) }
    let header = Header(
      start: start, count: Int32(truncatingIfNeeded: source.count),
      glue: Int32(truncatingIfNeeded: glue), activity: glue > 0 ? increment : 0, isDeleted: false)
    if free.isEmpty {
      headers.append(header)
    } else {
      _ = free.removeLast()
      headers[clause] = header
    }
    if glue > 0 { learntCount += 1 }
    watch(literals[start], blocker: literals[start + 1], Int32(truncatingIfNeeded: start))
    watch(literals[start + 1], blocker: literals[start], Int32(truncatingIfNeeded: start))
    return clause
  }

  static func mark(length: Int, _ clause: Int) -> Literal {
    Literal(term: Term(index: Int32(truncatingIfNeeded: length)), bound: clause)
  }

  private mutating func watch(_ literal: Literal, blocker: Literal, _ start: Int32) {
    append(
      Watch(bound: 1 - literal.bound, blocker: blocker, start: start),
      to: literal.term.offset ^ 1)
  }

  private mutating func append(_ watch: Watch, to term: Int) {
    let index = stretches[term].list(of: watch.bound)
    var list = lists[index]
    if list.count == list.capacity {
      let capacity = max(4, Int(list.capacity) * 2)
      let larger = UnsafeMutablePointer<Watch>.allocate(capacity: capacity)
      if let base = list.base {
        larger.moveInitialize(from: base, count: Int(list.count))
        base.deallocate()
      }
      list.base = larger
      list.capacity = Int32(truncatingIfNeeded: capacity)
    }
    if let base = list.base { (base + Int(list.count)).initialize(to: watch) }
    list.count += 1
    lists[index] = list
  }

  /// Visits the clauses that a term's rise from `old` to `new` concerns; false after a contradiction.
  mutating func propagate(_ term: Term, from old: Int, to new: Int, _ trail: inout Trail) -> Bool {
    let stretches = stretches[term.offset]
    let last = stretches.list(of: new)
    var index = stretches.list(of: old + 1)
    while index <= last {
      if lists[index].count > 0, !propagate(list: index, term, from: old, to: new, &trail) {
        return false
      }
      index += 1
    }
    return true
  }

  private mutating func propagate(
    list index: Int, _ term: Term, from old: Int, to new: Int, _ trail: inout Trail
  ) -> Bool {
    let list = lists[index]
    guard let base = list.base else { return true }
    let count = Int(list.count)
    var kept = 0
    var read = 0
    var isConsistent = true
    reading: while read < count {
      let watch = base[read]
      read += 1
      if watch.bound > new || watch.bound <= old || trail.holds(watch.blocker) {
        base[kept] = watch
        kept += 1
        continue
      }
      let start = Int(watch.start)
      let falsified = Literal(term: term.negated, bound: 1 - watch.bound)
      if literals[start] == falsified { literals.swapAt(start, start + 1) }
      let first = literals[start]
      if trail.holds(first) {
        base[kept] = Watch(bound: watch.bound, blocker: first, start: watch.start)
        kept += 1
        continue
      }
      let mark = literals[start - 1]
      let end = start + mark.term.offset
      var other = start + 2
      while other < end {
        let literal = literals[other]
        if !trail.fails(literal) {
          literals.swapAt(start + 1, other)
          // The list being read is never appended to: its term is the negation of a false literal's.
          self.watch(literal, blocker: first, watch.start)
          continue reading
        }
        other += 1
      }
      base[kept] = watch
      kept += 1
      if trail.fails(first) {
        let mark = trail.openReason()
        for place in start..<end { trail.premise(literals[place].negated) }
        trail.fail(trail.closeReason(mark))
        isConsistent = false
        break
      }
      trail.push(first, .clause(mark.bound))
    }
    while read < count {
      base[kept] = base[read]
      kept += 1
      read += 1
    }
    lists[index].count = Int32(truncatingIfNeeded: kept)
    return isConsistent
  }
}
