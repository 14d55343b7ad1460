/// What to decide next, and which way.
///
/// Two habits take turns. The *fixed* one dispatches: of the open activities the one that can start
/// first (mirrored: end last) gets its first choice open and then that time. The *learnt* one takes
/// the most active atom and sets it as the best solution has it, or as it last was.
struct Branching: ~Copyable {
  /// A variable to fix, after the choices it depends on.
  struct Target: BitwiseCopyable {
    var term: Term
    var firstChoice: Int32
    var choiceCount: Int32
  }

  private var branchingTerms = Vector<Bool>(capacity: 128)
  /// The value that a variable should have, where the phase is asked for.
  private(set) var guide = Vector<Int>(capacity: 128)
  private var hasSolution = false
  private(set) var targets = Vector<Target>(capacity: 64)
  private var choices = Vector<Literal>(capacity: 64)
  /// Terms to make as small as they go when all targets are fixed, in this order.
  private var finals = Vector<Term>(capacity: 16)

  init() {}

  mutating func addVariable() {
    branchingTerms.append(false)
    guide.append(0)
  }

  mutating func markBranching(_ term: Term) { branchingTerms[term.offset / 2] = true }

  func isBranching(_ term: Term) -> Bool { branchingTerms[term.offset / 2] }

  mutating func clearTargets() {
    targets.truncate(to: 0)
    choices.truncate(to: 0)
    finals.truncate(to: 0)
  }

  mutating func addFinal(_ term: Term) { finals.append(term) }

  mutating func addTarget(_ term: Term, after literals: [Literal]) {
    targets.append(
      Target(
        term: term, firstChoice: Int32(truncatingIfNeeded: choices.count),
        choiceCount: Int32(truncatingIfNeeded: literals.count)))
    for literal in literals { choices.append(literal) }
  }

  /// Sets the value that a variable should have.
  mutating func setGuide(_ term: Term, _ value: Int) {
    guide[term.offset / 2] = term.index & 1 == 0 ? value : -value
  }

  /// Takes what is suggested for a solution.
  mutating func holdToGuide() { hasSolution = true }

  /// Remembers the trail's values as those of the best solution.
  mutating func adopt(_ trail: borrowing Trail) {
    hasSolution = true
    for variable in 0..<guide.count { guide[variable] = trail.lower[2 * variable] }
  }

  /// Remembers how the 0–1 variables above a level were set, while no solution is known.
  mutating func save(_ trail: borrowing Trail, above level: Int) {
    if hasSolution { return }
    for position in trail.levels[level].entries..<trail.entries.count {
      let entry = trail.entries[position]
      let variable = entry.term.offset / 2
      if branchingTerms[variable] {
        guide[variable] = entry.term.index & 1 == 0 ? entry.bound : -entry.bound
      }
    }
  }

  /// A literal or its negation, the way the guide says.
  func turned(_ literal: Literal) -> Literal {
    let value = guide[literal.term.offset / 2]
    let isTrue =
      literal.term.index & 1 == 0 ? value >= literal.bound : -value >= literal.bound
    return isTrue ? literal : literal.negated
  }

  /// The next decision of the fixed habit; nil when every target is fixed.
  func dispatch(_ trail: borrowing Trail) -> Literal? {
    var best = -1
    var bestKey = (Int.max, Int.max)
    for index in 0..<targets.count {
      let target = targets[index]
      let (low, high) = (trail.lower(target.term), trail.upper(target.term))
      if low == high, openChoice(target, trail) == nil { continue }
      if low < bestKey.0 || (low == bestKey.0 && high < bestKey.1) {
        best = index
        bestKey = (low, high)
      }
    }
    if best < 0 { return final(trail) }
    let target = targets[best]
    return openChoice(target, trail) ?? (target.term <= trail.lower(target.term))
  }

  private func final(_ trail: borrowing Trail) -> Literal? {
    for index in 0..<finals.count where trail.lower(finals[index]) < trail.upper(finals[index]) {
      return finals[index] <= trail.lower(finals[index])
    }
    return nil
  }

  private func openChoice(_ target: Target, _ trail: borrowing Trail) -> Literal? {
    for offset in 0..<Int(target.choiceCount) {
      let literal = choices[Int(target.firstChoice) + offset]
      if !trail.holds(literal), !trail.fails(literal) { return literal }
    }
    return nil
  }
}
