/// Disjunctions of literals, given and learnt, with two watched literals each.
///
/// A watch waits on the term whose rise makes its literal false, with the bound from which it does; a
/// rise from `old` to `new` concerns the watches with a bound in between. Moskewicz et al. 2001 for
/// watched literals, Eén & Sörensson 2003 for their upkeep, carried over from Booleans to bounds.
struct ClauseStore: ~Copyable {
  struct Header: BitwiseCopyable {
    var start: Int
    var count: Int32
    /// The number of decision levels among its literals when learnt; 0 for a given clause.
    var glue: Int32
    var activity: Int
    var isDeleted: Bool
  }

  struct Watch: BitwiseCopyable {
    /// The least bound of the watched-over term at which the clause's literal is false.
    var bound: Int
    /// Another literal of the clause: when it is true there is nothing to do.
    var blocker: Literal
    var clause: Int32
  }

  /// A growing list of watches in memory owned by the store.
  struct List: BitwiseCopyable {
    var base: UnsafeMutablePointer<Watch>?
    var count: Int32
    var capacity: Int32
  }

  var headers = Vector<Header>(capacity: 64)
  var literals = Vector<Literal>(capacity: 256)
  var lists = Vector<List>(capacity: 256)
  var free = Vector<Int32>(capacity: 16)
  var increment = 1 << 20
  /// The learnt clauses alive.
  var learntCount = 0

  init() {}

  deinit {
    for index in 0..<lists.count { lists[index].base?.deallocate() }
  }

  mutating func addTerms(_ number: Int) {
    lists.append(repeating: List(base: nil, count: 0, capacity: 0), number: number)
  }

  /// Adds the clause of at least two literals in `source[start...]` and watches the first two.
  mutating func add(_ source: borrowing Vector<Literal>, glue: Int) -> Int {
    let start = literals.count
    for index in 0..<source.count { literals.append(source[index]) }
    let header = Header(
      start: start, count: Int32(truncatingIfNeeded: source.count),
      glue: Int32(truncatingIfNeeded: glue), activity: glue > 0 ? increment : 0, isDeleted: false)
    let clause: Int
    if free.isEmpty {
      clause = headers.count
      headers.append(header)
    } else {
      clause = Int(free.removeLast())
      headers[clause] = header
    }
    if glue > 0 { learntCount += 1 }
    watch(literals[start], clause, blocker: literals[start + 1])
    watch(literals[start + 1], clause, blocker: literals[start])
    return clause
  }

  private mutating func watch(_ literal: Literal, _ clause: Int, blocker: Literal) {
    append(
      Watch(
        bound: 1 - literal.bound, blocker: blocker, clause: Int32(truncatingIfNeeded: clause)),
      to: literal.term.offset ^ 1)
  }

  private mutating func append(_ watch: Watch, to index: Int) {
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
    let index = term.offset
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
      let clause = Int(watch.clause)
      let start = headers[clause].start
      let falsified = Literal(term: term.negated, bound: 1 - watch.bound)
      if literals[start] == falsified { literals.swapAt(start, start + 1) }
      let first = literals[start]
      if trail.holds(first) {
        base[kept] = Watch(bound: watch.bound, blocker: first, clause: watch.clause)
        kept += 1
        continue
      }
      let end = start + Int(headers[clause].count)
      var other = start + 2
      while other < end {
        let literal = literals[other]
        if !trail.fails(literal) {
          literals.swapAt(start + 1, other)
          // The list being read is never appended to: its term is the negation of a false literal's.
          append(
            Watch(bound: 1 - literal.bound, blocker: first, clause: watch.clause),
            to: literal.term.offset ^ 1)
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
      trail.push(first, .clause(clause))
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
