/// Working memory of conflict analysis, kept between conflicts.
struct ConflictAnalyzer: ~Copyable {
  /// The strongest bound required of each term; `Int.min` for none.
  var required = Vector<Int>(capacity: 256)
  /// The trail position of the entry that grants it.
  var position = Vector<Int32>(capacity: 256)
  /// The terms with a requirement, some of them withdrawn since, each once.
  var touched = Vector<Term>(capacity: 64)
  var isTouched = Vector<Bool>(capacity: 256)
  /// The premises of the entry being explained; in minimisation, a stack of such.
  var explanation = Vector<Literal>(capacity: 64)
  /// The learnt clause; its first literal is the one it asserts.
  var clause = Vector<Literal>(capacity: 64)
  /// For each trail position, the last conflict in which it was found not to be redundant.
  var memo = Vector<Int>(capacity: 256)
  var conflict = 0
  /// For each decision level, the last conflict in whose clause it was counted.
  private var counted = Vector<Int>(capacity: 64)

  init() {}

  /// Counts a decision level; false where this conflict has counted it before.
  mutating func mark(level: Int) -> Bool {
    if counted.count <= level {
      counted.append(repeating: -1, number: level + 1 - counted.count)
    }
    if counted[level] == conflict { return false }
    counted[level] = conflict
    return true
  }

  mutating func addTerms(_ number: Int) {
    required.append(repeating: Int.min, number: number)
    position.append(repeating: -1, number: number)
    isTouched.append(repeating: false, number: number)
  }
}

extension Solver {
  /// Derives the clause of the first unique implication point from the trail's failure.
  ///
  /// Requirements are kept a term, not a literal: of `x ≥ 3` and `x ≥ 5` the stronger is enough, and
  /// the learnt literal is the *required* bound, not the one propagated, which lifts the clause.
  /// Marques-Silva & Sakallah 1999; for bounds Ohrimenko, Stuckey & Codish 2009.
  /// - Returns: the level to return to, or nil when the failure is one of the root.
  mutating func analyze() -> Int? {
    var conflictLevel = 0
    for offset in 0..<trail.failure.count {
      let literal = trail.premises[trail.failure.start + offset]
      conflictLevel = max(conflictLevel, trail.level(ofPosition: trail.position(of: literal)))
    }
    if conflictLevel == 0 { return nil }
    let levelStart = trail.levels[conflictLevel - 1].entries
    let levelEnd =
      conflictLevel < trail.level ? trail.levels[conflictLevel].entries : trail.entries.count
    var open = 0
    for offset in 0..<trail.failure.count {
      let literal = trail.premises[trail.failure.start + offset]
      require(literal, levelStart, &open)
    }
    var place = trail.entries.count
    while place > levelEnd {
      place -= 1
      trail.pass(trail.entries[place])
    }
    var asserted = Literal.always
    while true {
      place -= 1
      let entry = trail.entries[place]
      let need = analyzer.required[entry.term.offset]
      if need == Int.min || Int(analyzer.position[entry.term.offset]) != place {
        trail.pass(entry)
        continue
      }
      let literal = Literal(term: entry.term, bound: need)
      open -= 1
      if open == 0 {
        asserted = literal
        break
      }
      analyzer.required[entry.term.offset] = Int.min
      trail.pass(entry)
      if entry.reason.kind == .clause { clauses.bump(Int(entry.reason.first)) }
      if isBranching(entry.term) { atoms.bump(literal) }
      analyzer.explanation.truncate(to: 0)
      explain(entry, literal, at: place)
      for index in 0..<analyzer.explanation.count {
        require(analyzer.explanation[index], levelStart, &open)
      }
    }
    return finishClause(asserted)
  }

  private mutating func require(_ literal: Literal, _ levelStart: Int, _ open: inout Int) {
    if trail.isRoot(literal) { return }
    let index = literal.term.offset
    let known = analyzer.required[index]
    if known >= literal.bound { return }
    let place = trail.position(of: literal)
    let wasOpen = known != Int.min && Int(analyzer.position[index]) >= levelStart
    if place >= levelStart, !wasOpen { open += 1 }
    if !analyzer.isTouched[index] {
      analyzer.isTouched[index] = true
      analyzer.touched.append(literal.term)
    }
    analyzer.required[index] = literal.bound
    analyzer.position[index] = Int32(truncatingIfNeeded: place)
  }

  /// Appends to `analyzer.explanation` premises that imply a literal that `entry` made true.
  mutating func explain(_ entry: Trail.Entry, _ literal: Literal, at place: Int) {
    switch entry.reason.kind {
    case .none: break
    case .clause:
      clauses.explain(
        Int(entry.reason.first), implying: entry.term, into: &analyzer.explanation)
    case .difference:
      let arc = differences.arcs[Int(entry.reason.first)]
      analyzer.explanation.append(arc.source >= literal.bound - arc.length)
      if !trail.isRoot(arc.condition) { analyzer.explanation.append(arc.condition) }
    case .premises:
      for offset in 0..<Int(entry.reason.second) {
        analyzer.explanation.append(trail.premises[Int(entry.reason.first) + offset])
      }
    case .propagator:
      propagators[Int(entry.reason.first)].explain(
        literal, Int(entry.reason.second), at: place, trail, into: &analyzer.explanation)
    }
  }

  private mutating func finishClause(_ asserted: Literal) -> Int {
    analyzer.clause.truncate(to: 0)
    analyzer.clause.append(asserted.negated)
    analyzer.conflict += 1
    analyzer.explanation.truncate(to: 0)
    analyzer.memo.append(
      repeating: 0, number: max(0, trail.entries.count - analyzer.memo.count))
    for index in 0..<analyzer.touched.count {
      let term = analyzer.touched[index]
      let need = analyzer.required[term.offset]
      if need == Int.min || term == asserted.term { continue }
      let literal = Literal(term: term, bound: need)
      if isRedundant(literal, asserted.term, depth: 0) { continue }
      analyzer.clause.append(literal.negated)
    }
    for index in 0..<analyzer.touched.count {
      analyzer.required[analyzer.touched[index].offset] = Int.min
      analyzer.isTouched[analyzer.touched[index].offset] = false
    }
    analyzer.touched.truncate(to: 0)
    return placeSecondWatch()
  }

  /// Whether the other requirements imply this one: its reason's premises are required, too, or
  /// redundant in turn (Sörensson & Biere 2009).
  ///
  /// Only requirements granted earlier on the trail count, so no two are dropped for each other; the
  /// asserted one counts always, as it is never dropped.
  private mutating func isRedundant(_ literal: Literal, _ asserted: Term, depth: Int) -> Bool {
    let place = trail.position(of: literal)
    if place < 0 { return true }
    let entry = trail.entries[place]
    if entry.reason.kind == .none || depth > 20 { return false }
    // Asking for a reason costs more than a literal less is worth.
    if entry.reason.kind == .propagator { return false }
    if analyzer.memo[place] == analyzer.conflict { return false }
    let start = analyzer.explanation.count
    explain(entry, literal, at: place)
    var isImplied = true
    var next = start
    while isImplied, next < analyzer.explanation.count {
      let premise = analyzer.explanation[next]
      next += 1
      let index = premise.term.offset
      let isRequired =
        analyzer.required[index] >= premise.bound
        && (Int(analyzer.position[index]) < place || premise.term == asserted)
      if trail.isRoot(premise) || isRequired { continue }
      isImplied = isRedundant(premise, asserted, depth: depth + 1)
    }
    analyzer.explanation.truncate(to: start)
    if !isImplied { analyzer.memo[place] = analyzer.conflict }
    return isImplied
  }

  /// Puts a literal of the highest level below the conflict's second, and returns that level.
  private mutating func placeSecondWatch() -> Int {
    var best = 1
    var bestPosition = -1
    guard analyzer.clause.count > 1 else { return 0 }
    for index in 1..<analyzer.clause.count {
      let place = trail.position(of: analyzer.clause[index].negated)
      if place > bestPosition {
        best = index
        bestPosition = place
      }
    }
    analyzer.clause.swapAt(1, best)
    return trail.level(ofPosition: bestPosition)
  }
}
