import ConstraintSolver

extension Encoding {
  /// Gives each requirement's candidates their literals, and each resource its tasks.
  mutating func encodeHolds() {
    tasks = [[ResourceTask]](repeating: [], count: problem.resources.count)
    for (index, activity) in problem.activities.enumerated() {
      var ofModes: [[[Literal]]] = []
      for (number, mode) in activity.modes.enumerated() {
        let chosen = modes[index][number]
        var ofRequirements: [[Literal]] = []
        for (place, requirement) in mode.requirements.enumerated() {
          let literals = encodeCandidates(requirement, chosen)
          ofRequirements.append(literals)
          if let decided = decision(of: index), decided.mode == number,
            let held = decided.allocation?[place]
          {
            for (candidate, literal) in zip(requirement.candidates, literals) {
              solver.addClause([held.contains(candidate) ? literal : literal.negated])
            }
          }
          guard mode.duration.value > 0, isDone(index) else { continue }
          for (candidate, literal) in zip(requirement.candidates, literals) {
            let task = Task(
              start: Moment(starts[index]), duration: mode.duration.value,
              amount: requirement.amount,
              presence: literal)
            if solver.fails(literal) { continue }
            tasks[candidate.index].append(
              ResourceTask(task: task, activity: index, family: requirement.family))
          }
        }
        ofModes.append(ofRequirements)
      }
      holds.append(ofModes)
    }
  }

  /// The literals that a requirement's candidates are held: `count` of them where the mode is
  /// chosen, none elsewhere.
  private mutating func encodeCandidates(
    _ requirement: Requirement, _ chosen: Literal
  ) -> [Literal] {
    let (count, total) = (requirement.count, requirement.candidates.count)
    if count == total || solver.fails(chosen) {
      return [Literal](repeating: chosen, count: total)
    }
    if total == 2, solver.holds(chosen) {
      let choice = solver.newChoice()
      return [choice.negated, choice]
    }
    let literals = (0..<total).map { _ in solver.newChoice() }
    for literal in literals { solver.addClause([literal.negated, chosen]) }
    if count == 1 {
      solver.addClause(literals + [chosen.negated])
      exclude(literals)
      return literals
    }
    // With count of the literals true where the mode is chosen: any count too many hold none, any
    // total − count + 1 hold one.
    let sum = literals.map { LinearSum.Summand($0.term, weight: 1) }
    solver.add(LinearSum(sum, atMost: count))
    let mode = indicator(of: chosen)
    solver.add(
      LinearSum(
        literals.map { .init($0.term.negated, weight: 1) } + [.init(mode, weight: count)],
        atMost: 0))
    return literals
  }

  /// A term that is 1 where a literal holds; at least that.
  private mutating func indicator(of literal: Literal) -> Term {
    let term = solver.newVariable(0, 1)
    solver.addClause([literal.negated, term >= 1])
    solver.addClause([literal, term <= 0])
    return term
  }
}
