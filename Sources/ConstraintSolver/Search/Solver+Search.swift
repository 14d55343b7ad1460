/// Limits of one search.
package struct SearchLimits {
  /// The dead ends after which to stop.
  package var conflicts: Int
  /// Asked at least every few hundred microseconds; true stops the search.
  package var isCancelled: () -> Bool

  /// Creates limits.
  package init(conflicts: Int = .max, isCancelled: @escaping () -> Bool = { false }) {
    self.conflicts = conflicts
    self.isCancelled = isCancelled
  }
}

/// How a search ended.
package enum SearchOutcome {
  /// All targets are fixed; the solver's bounds are the solution until the next call.
  case solution
  /// There is none under the assumptions; without any, there is none at all.
  case refuted
  /// A limit was hit; what was learnt stays.
  case limit
}

extension Solver {
  /// Searches for a solution in which the assumptions hold.
  ///
  /// Every literal learnt follows from the constraints alone. When one assumption is refuted, its
  /// negation is a fact of the root afterwards.
  package mutating func search(
    assuming assumptions: [Literal] = [], _ limits: SearchLimits
  ) -> SearchOutcome {
    backtrack(to: 0)
    if !propagateRoot() { return .refuted }
    let start = conflicts
    var untilPoll = 1
    var restart = conflicts + nextRestart()
    while true {
      untilPoll -= 1
      if untilPoll == 0 {
        if limits.isCancelled() { return stop() }
        // Each propagation of a large problem takes long by itself.
        untilPoll = max(1, min(32, 200_000 / trail.termCount))
      }
      if !propagate() {
        conflicts += 1
        guard let level = analyze() else {
          isInfeasible = true
          return .refuted
        }
        learn(level)
        if conflicts - start >= limits.conflicts { return stop() }
        continue
      }
      if trail.level == 0 {
        if !propagateRoot() { return .refuted }
      }
      if conflicts >= restart, trail.level > assumptions.count {
        restart = conflicts + nextRestart()
        backtrack(to: 0)
        tidy()
        continue
      }
      if trail.level < assumptions.count {
        let assumption = assumptions[trail.level]
        if trail.fails(assumption) {
          backtrack(to: 0)
          return .refuted
        }
        trail.newLevel()
        if !trail.holds(assumption) { trail.push(assumption, .none) }
        continue
      }
      guard let decision = nextDecision() else {
        branching.adopt(trail)
        return .solution
      }
      trail.newLevel()
      trail.push(decision, .none)
    }
  }

  private mutating func stop() -> SearchOutcome {
    backtrack(to: 0)
    return .limit
  }

  private mutating func nextDecision() -> Literal? {
    if !restarts.usesActivity, let target = branching.dispatch(trail) { return target }
    if let atom = atoms.next(trail) { return branching.turned(atom) }
    return branching.dispatch(trail)
  }

  /// Adds the clause of the last analysis and what it asserts.
  private mutating func learn(_ level: Int) {
    if let audit = trail.audit {
      audit((0..<analyzer.clause.count).map { analyzer.clause[$0].negated }, nil)
    }
    let glue = glueOfClause()
    for index in 0..<analyzer.clause.count { atoms.bump(analyzer.clause[index]) }
    backtrack(to: level)
    let asserted = analyzer.clause[0]
    if analyzer.clause.count == 1 {
      trail.push(asserted, .none)
    } else {
      trail.push(asserted, .clause(clauses.add(analyzer.clause, glue: glue)))
    }
    atoms.decay()
    clauses.decay()
  }

  /// The number of decision levels among the learnt clause's literals.
  private mutating func glueOfClause() -> Int {
    var glue = 0
    for index in 0..<analyzer.clause.count {
      let place = trail.position(of: analyzer.clause[index].negated)
      if analyzer.mark(level: trail.level(ofPosition: place)) { glue += 1 }
    }
    return max(glue, 1)
  }

  private mutating func nextRestart() -> Int { restarts.next() }

  private mutating func tidy() {
    if clauses.learntCount > restarts.clauseLimit {
      clauses.reduce(trail)
      restarts.raiseClauseLimit()
    }
  }

  /// Says what to fix when no learnt decision is left: the targets by their earliest time, each
  /// after its choices and at its least value, then the finals in order, each at its least value.
  package mutating func setTargets(
    _ targets: [(term: Term, choices: [Literal])], finals: [Term]
  ) {
    branching.clearTargets()
    for target in targets { branching.addTarget(target.term, after: target.choices) }
    for term in finals { branching.addFinal(term) }
  }

  /// A literal turned the way it is in the best solution, or as it is suggested to be.
  package func asSuggested(_ literal: Literal) -> Literal { branching.turned(literal) }

  /// Keeps to what is suggested as to a solution, rather than to how things last were.
  package mutating func holdToSuggestions() { branching.holdToGuide() }

  /// Sets the value that a variable should rather have.
  package mutating func suggest(_ term: Term, _ value: Int) { branching.setGuide(term, value) }
}

extension Solver {
  /// Gives up the solution just found, so that the root can be read and extended.
  package mutating func rewind() {
    backtrack(to: 0)
    _ = propagateRoot()
  }

  /// Begins the restart sequence again, with a stretch of dispatching; for a new objective.
  package mutating func startAfresh() { restarts = Restarts() }
}
