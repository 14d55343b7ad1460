/// Disjunctions of literals, given and learnt, with two watched literals each.
///
/// A watch waits for the rise of a term that makes its literal false. Moskewicz et al. 2001 for
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

  var headers = Vector<Header>(capacity: 64)
  var literals = Vector<Literal>(capacity: 256)
  var watches = WatchTable()
  var free = Vector<Int32>(capacity: 16)
  var increment = 1 << 20
  /// The learnt clauses alive.
  var learntCount = 0

  init() {}

  mutating func addTerms(_ number: Int) { watches.addTerms(number) }

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
    watches.watch(
      literals[start], Int32(truncatingIfNeeded: clause), blocker: literals[start + 1])
    watches.watch(
      literals[start + 1], Int32(truncatingIfNeeded: clause), blocker: literals[start])
    return clause
  }

  /// Visits the clauses that a term's rise from `old` to `new` concerns; false after a contradiction.
  mutating func propagate(_ term: Term, from old: Int, to new: Int, _ trail: inout Trail) -> Bool {
    var index = watches.firstPlace(of: term, above: old)
    // A literal that takes over a watch is not false, so its list is none of those visited, and its
    // term is another one: no clause has two literals of one term.
    while let place = watches.place(index, of: term, upTo: new) {
      let falsified = Literal(term: term.negated, bound: 1 - place.bound)
      if !visit(Int(place.list), falsified, &trail) { return false }
      index += 1
    }
    return true
  }

  private mutating func visit(_ list: Int, _ falsified: Literal, _ trail: inout Trail) -> Bool {
    guard let base = watches.lists[list].base else { return true }
    let count = Int(watches.lists[list].count)
    var kept = 0
    var read = 0
    var isConsistent = true
    reading: while read < count {
      let watch = base[read]
      read += 1
      if trail.holds(watch.blocker) {
        base[kept] = watch
        kept += 1
        continue
      }
      let clause = Int(watch.clause)
      let start = headers[clause].start
      if literals[start] == falsified { literals.swapAt(start, start + 1) }
      let first = literals[start]
      if trail.holds(first) {
        base[kept] = WatchTable.Watch(watch.clause, blocker: first)
        kept += 1
        continue
      }
      let end = start + Int(headers[clause].count)
      var other = start + 2
      while other < end {
        let literal = literals[other]
        if !trail.fails(literal) {
          literals.swapAt(start + 1, other)
          watches.watch(literal, watch.clause, blocker: first)
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
    if kept == read { return isConsistent }
    while read < count {
      base[kept] = base[read]
      kept += 1
      read += 1
    }
    watches.truncate(list, to: kept)
    return isConsistent
  }
}
