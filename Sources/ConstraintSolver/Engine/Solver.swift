/// A lazy-clause-generation solver over integer bounds.
///
/// Build it (variables, clauses, differences, propagators), then call ``search(assuming:_:)`` as often
/// as needed; what is learnt stays, and it stays valid, since objective bounds are assumptions rather
/// than constraints. Noncopyable, so its parts are reached without reference counts or exclusivity
/// checks. Feydy & Stuckey, "Lazy Clause Generation Reengineered" (2009).
package struct Solver: ~Copyable {
  var trail = Trail()
  var differences = DifferenceGraph()
  var clauses = ClauseStore()
  var analyzer = ConflictAnalyzer()
  var atoms = AtomTable()
  var branching = Branching()
  var restarts = Restarts()

  private(set) var propagators: [Propagator] = []
  /// The same without counting references, which would cost as much as a short run does.
  private var runners = Vector<Unmanaged<Propagator>>(capacity: 16)
  /// The watchers of each term: `subscriptions[i]` says which propagator, and what comes next.
  var subscriptions = Vector<Subscription>(capacity: 256)
  private var firstSubscription = Vector<Int32>(capacity: 256)
  private var isQueued = Vector<Bool>(capacity: 16)
  private var queues = PropagatorQueues()
  private var head = 0
  private var isFresh = true
  /// Whether the root is contradictory: no solution exists.
  package internal(set) var isInfeasible = false
  /// Dead ends so far.
  package internal(set) var conflicts = 0
  /// Bounds tightened so far.
  package private(set) var propagations = 0

  struct Subscription: BitwiseCopyable {
    var propagator: Int32
    var next: Int32
  }

  /// Creates a solver that knows only the constant 0.
  package init() { _ = newVariable(0, 0) }

  // MARK: Building

  /// Adds a variable with values from `lowest` to `highest`.
  package mutating func newVariable(_ lowest: Int, _ highest: Int) -> Term {
    let term = trail.addVariable(lowest, highest)
    clauses.addVariable(lowest, highest)
    analyzer.addTerms(2)
    firstSubscription.append(repeating: -1, number: 2)
    branching.addVariable()
    if lowest > highest { isInfeasible = true }
    return term
  }

  /// Adds a 0–1 variable, which the search branches on, and returns the literal that it is 1.
  package mutating func newChoice() -> Literal {
    let literal = newVariable(0, 1) >= 1
    branching.markBranching(literal.term)
    _ = atoms.intern(literal)
    return literal
  }

  /// Adds `target ≥ source + distance`, where `condition` holds.
  package mutating func addDifference(
    _ source: Moment, _ distance: Int, _ target: Moment, if condition: Literal = .always
  ) {
    if trail.fails(condition), trail.level == 0 { return }
    differences.add(
      from: source.term, to: target.term,
      length: source.offset + distance - target.offset,
      condition: trail.holds(condition) ? .always : condition)
    isFresh = true
  }

  /// Adds a disjunction.
  package mutating func addClause(_ literals: [Literal]) {
    assert(trail.level == 0)
    analyzer.clause.truncate(to: 0)
    if literals.contains(where: { trail.holds($0) }) { return }
    for (index, literal) in literals.enumerated() {
      // Of two literals of one term the weaker one says it all, and the store wants no more than one.
      if trail.fails(literal)
        || literals[..<index].contains(where: {
          $0.term == literal.term && $0.bound <= literal.bound
        })
        || literals[(index + 1)...].contains(where: {
          $0.term == literal.term && $0.bound < literal.bound
        })
      {
        continue
      }
      analyzer.clause.append(literal)
    }
    switch analyzer.clause.count {
    case 0: isInfeasible = true
    case 1: require(analyzer.clause[0])
    default: _ = clauses.add(analyzer.clause, glue: 0)
    }
  }

  /// Makes a literal true for good.
  package mutating func require(_ literal: Literal) {
    assert(trail.level == 0)
    if trail.holds(literal) { return }
    if trail.fails(literal) { isInfeasible = true } else { trail.push(literal, .none) }
  }

  /// Adds a propagator.
  package mutating func add(_ propagator: Propagator) {
    let index = propagators.count
    propagator.number = index
    propagators.append(propagator)
    runners.append(.passUnretained(propagator))
    isQueued.append(false)
    for term in propagator.watched {
      subscriptions.append(
        Subscription(
          propagator: Int32(truncatingIfNeeded: index), next: firstSubscription[term.offset]))
      firstSubscription[term.offset] = Int32(truncatingIfNeeded: subscriptions.count - 1)
    }
    wake(index)
  }

  // MARK: Reading

  /// The least value left to a moment.
  package func lower(_ moment: Moment) -> Int { trail.lower(moment) }
  /// The greatest value left to a moment.
  package func upper(_ moment: Moment) -> Int { trail.upper(moment) }
  /// Whether a literal is true.
  package func holds(_ literal: Literal) -> Bool { trail.holds(literal) }
  /// Whether a literal is false.
  package func fails(_ literal: Literal) -> Bool { trail.fails(literal) }

  /// Has every eager explanation told: its premises, and what they imply (nil for a contradiction).
  /// For tests, which check that it is so.
  package mutating func audit(_ audit: @escaping ([Literal], Literal?) -> Void) {
    trail.audit = audit
  }

  // MARK: Propagating

  /// Propagates at the root; false when that shows that there is no solution.
  package mutating func propagateRoot() -> Bool {
    if isInfeasible { return false }
    if isFresh {
      isFresh = false
      differences.sort(termCount: trail.termCount)
      if !differences.propagateAll(&trail) { isInfeasible = true }
    }
    if isInfeasible || !propagate() {
      isInfeasible = true
      return false
    }
    trail.commitRoot()
    head = 0
    return true
  }

  private mutating func wake(_ index: Int) {
    if isQueued[index] { return }
    isQueued[index] = true
    queues.push(index, propagators[index].priority)
  }

  /// Propagates to the fixed point; false after a contradiction, recorded in the trail.
  mutating func propagate() -> Bool {
    while true {
      while head < trail.entries.count {
        let entry = trail.entries[head]
        head += 1
        propagations += 1
        let isLatest = trail.lower(entry.term) == entry.bound
        if !clauses.propagate(entry.term, from: entry.previousBound, to: entry.bound, &trail) {
          return abandon()
        }
        guard isLatest else { continue }
        if !differences.propagate(entry.term, &trail) { return abandon() }
        var subscription = Int(firstSubscription[entry.term.offset])
        while subscription >= 0 {
          wake(Int(subscriptions[subscription].propagator))
          subscription = Int(subscriptions[subscription].next)
        }
      }
      guard let index = queues.pop() else { return true }
      isQueued[index] = false
      if !run(index) { return abandon() }
    }
  }

  private mutating func run(_ index: Int) -> Bool {
    runners[index]._withUnsafeGuaranteedRef { $0.propagate(&trail) }
  }

  private mutating func abandon() -> Bool {
    head = trail.entries.count
    while let index = queues.pop() { isQueued[index] = false }
    return false
  }

  mutating func backtrack(to level: Int) {
    guard trail.level > level else { return }
    branching.save(trail, above: level)
    trail.backtrack(to: level)
    atoms.backtrack(to: level)
    head = trail.entries.count
  }

  func isBranching(_ term: Term) -> Bool { branching.isBranching(term) }
}
