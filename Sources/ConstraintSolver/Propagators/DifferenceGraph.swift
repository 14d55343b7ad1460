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
    /// The next arc with the same source, and with the same condition's term; -1 for none.
    var nextOfSource: Int32
    var nextOfCondition: Int32
  }

  private(set) var arcs = Vector<Arc>(capacity: 256)
  private var firstOfSource = Vector<Int32>(capacity: 256)
  private var firstOfCondition = Vector<Int32>(capacity: 256)

  init() {}

  mutating func addTerms(_ number: Int) {
    firstOfSource.append(repeating: -1, number: number)
    firstOfCondition.append(repeating: -1, number: number)
  }

  /// Adds `target ≥ source + length if condition`; `always` for an unconditional one.
  mutating func add(from source: Term, to target: Term, length: Int, condition: Literal) {
    addArc(source, target, length, condition)
    addArc(target.negated, source.negated, length, condition)
  }

  private mutating func addArc(_ source: Term, _ target: Term, _ length: Int, _ condition: Literal)
  {
    let index = Int32(truncatingIfNeeded: arcs.count)
    let isConditional = condition != .always
    arcs.append(
      Arc(
        source: source, target: target, length: length, condition: condition,
        nextOfSource: firstOfSource[source.offset],
        nextOfCondition: isConditional ? firstOfCondition[condition.term.offset] : -1))
    firstOfSource[source.offset] = index
    if isConditional { firstOfCondition[condition.term.offset] = index }
  }

  /// Follows up on a term's new lower bound; false after a contradiction.
  func propagate(_ term: Term, _ trail: inout Trail) -> Bool {
    var index = Int(firstOfSource[term.offset])
    while index >= 0 {
      let arc = arcs[index]
      if !relax(arc, index, &trail) { return false }
      index = Int(arc.nextOfSource)
    }
    index = Int(firstOfCondition[term.offset])
    while index >= 0 {
      let arc = arcs[index]
      if trail.holds(arc.condition), !relax(arc, index, &trail) { return false }
      index = Int(arc.nextOfCondition)
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
