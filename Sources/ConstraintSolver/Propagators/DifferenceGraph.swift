/// Conditional differences `y ≥ x + c if condition`, all of them in one graph.
///
/// Each is two arcs, `x → y` and `−y → −x`, both of length `c`: raising the lower bound of an arc's
/// source raises that of its target. A condition that is still open becomes false when its difference
/// no longer fits. Explanations are made when asked for, and only as strong as asked: `y ≥ k` follows
/// from `x ≥ k − c` and the condition. A run is linear in the arcs touched; Bellman's recursion with
/// the trail as queue (Feydy, Somogyi & Stuckey 2008, half-reified difference constraints).
struct DifferenceGraph: ~Copyable {
  struct Arc: BitwiseCopyable {
    var source: Term
    var target: Term
    var length: Int
    var condition: Literal
  }

  /// Sorted by source once ``sort(termCount:)`` has run.
  private(set) var arcs = Vector<Arc>(capacity: 256)
  /// The first arc of each source, and one past the last.
  private var firstOfSource = Vector<Int32>(capacity: 256)
  /// The arcs of each condition's term: stretches of `conditional`, which begin here.
  private var firstOfCondition = Vector<Int32>(capacity: 256)
  private var conditional = Vector<Int32>(capacity: 256)

  init() {}

  /// Sorts the arcs by source. No reason on the trail may speak of an arc at this time.
  mutating func sort(termCount: Int) {
    firstOfSource.truncate(to: 0)
    firstOfSource.append(repeating: 0, number: termCount + 1)
    firstOfCondition.truncate(to: 0)
    firstOfCondition.append(repeating: 0, number: termCount + 1)
    for index in 0..<arcs.count {
      firstOfSource[arcs[index].source.offset + 1] += 1
      firstOfCondition[arcs[index].condition.term.offset + 1] += 1
    }
    for term in 0..<termCount {
      firstOfSource[term + 1] += firstOfSource[term]
      firstOfCondition[term + 1] += firstOfCondition[term]
    }
    var sorted = Vector<Arc>(capacity: arcs.count)
    if arcs.count > 0 { sorted.append(repeating: arcs[0], number: arcs.count) }
    conditional.truncate(to: 0)
    conditional.append(repeating: 0, number: arcs.count)
    var next = Vector<Int32>(capacity: termCount)
    for term in 0..<termCount { next.append(firstOfSource[term]) }
    for index in 0..<arcs.count {
      let source = arcs[index].source.offset
      sorted[Int(next[source])] = arcs[index]
      next[source] += 1
    }
    arcs = sorted
    for term in 0..<termCount { next[term] = firstOfCondition[term] }
    for index in 0..<arcs.count {
      let condition = arcs[index].condition.term.offset
      conditional[Int(next[condition])] = Int32(truncatingIfNeeded: index)
      next[condition] += 1
    }
  }

  /// Adds `target ≥ source + length if condition`; `always` for an unconditional one.
  mutating func add(from source: Term, to target: Term, length: Int, condition: Literal) {
    addArc(source, target, length, condition)
    addArc(target.negated, source.negated, length, condition)
  }

  private mutating func addArc(_ source: Term, _ target: Term, _ length: Int, _ condition: Literal)
  {
    arcs.append(Arc(source: source, target: target, length: length, condition: condition))
  }

  /// Follows up on a term's new lower bound; false after a contradiction.
  func propagate(_ term: Term, _ trail: inout Trail) -> Bool {
    guard term.offset + 1 < firstOfSource.count else { return true }
    for index in Int(firstOfSource[term.offset])..<Int(firstOfSource[term.offset + 1]) {
      if !relax(arcs[index], index, &trail) { return false }
    }
    for place in Int(firstOfCondition[term.offset])..<Int(firstOfCondition[term.offset + 1]) {
      let index = Int(conditional[place])
      let arc = arcs[index]
      if trail.holds(arc.condition), !relax(arc, index, &trail) { return false }
    }
    return true
  }

  /// Relaxes every arc once; for the root.
  func propagateAll(_ trail: inout Trail) -> Bool {
    for index in 0..<arcs.count where !relax(arcs[index], index, &trail) { return false }
    return true
  }

  @inline(__always)
  private func relax(_ arc: Arc, _ index: Int, _ trail: inout Trail) -> Bool {
    let implied = Literal(term: arc.target, bound: trail.lower(arc.source) + arc.length)
    if trail.holds(implied) { return true }
    if trail.holds(arc.condition) {
      if trail.fails(implied) {
        let mark = trail.openReason()
        // Just strong enough to contradict the target's upper bound.
        let highest = trail.upper(arc.target)
        trail.premise(arc.source >= highest + 1 - arc.length)
        trail.premise(arc.condition)
        trail.premise(arc.target <= highest)
        trail.fail(trail.closeReason(mark))
        return false
      }
      trail.push(implied, .difference(index))
      return true
    }
    if trail.fails(implied), !trail.fails(arc.condition) {
      let mark = trail.openReason()
      let highest = trail.upper(arc.target)
      trail.premise(arc.source >= highest + 1 - arc.length)
      trail.premise(arc.target <= highest)
      return trail.infer(arc.condition.negated, trail.closeReason(mark))
    }
    return true
  }
}
