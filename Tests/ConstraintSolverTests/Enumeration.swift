import ConstraintSolver
import Testing

/// A solver over a few variables of small domains beside a list of all assignments, so that what it
/// finds and every explanation it gives can be checked against the constraint's plain meaning.
struct Enumeration {
  /// The variables with their domains.
  var terms: [Term] = []
  var domains: [ClosedRange<Int>] = []
  /// The plain meaning.
  var meaning: ([Int]) -> Bool = { _ in true }

  /// Adds a variable.
  mutating func variable(_ domain: ClosedRange<Int>, in solver: inout Solver) -> Term {
    let term = solver.newVariable(domain.lowerBound, domain.upperBound)
    terms.append(term)
    domains.append(domain)
    return term
  }

  /// Adds the starts of three short tasks that fit a capacity.
  mutating func tasks(
    capacity: Int, in solver: inout Solver, using random: inout SplitMix
  ) -> [Task] {
    (0..<3).map { _ in
      let low = Int.random(in: 0...2, using: &random)
      let start = variable(low...(low + 2), in: &solver)
      return Task(
        start: Moment(start), duration: Int.random(in: 1...3, using: &random),
        amount: Int.random(in: 1...capacity, using: &random))
    }
  }

  /// All assignments of the domains that the meaning allows.
  func solutions() -> [[Int]] {
    var solutions: [[Int]] = []
    var values = domains.map(\.lowerBound)
    while true {
      if meaning(values) { solutions.append(values) }
      var place = values.count - 1
      while place >= 0, values[place] == domains[place].upperBound {
        values[place] = domains[place].lowerBound
        place -= 1
      }
      if place < 0 { return solutions }
      values[place] += 1
    }
  }

  /// Whether a literal over the variables holds in an assignment; true for other literals'
  /// variables only when it is about the constant.
  func holds(_ literal: Literal, _ values: [Int]) -> Bool {
    for (place, term) in terms.enumerated() {
      if literal.term == term { return values[place] >= literal.bound }
      if literal.term == term.negated { return -values[place] >= literal.bound }
    }
    return literal.bound <= 0
  }

  /// What to look at on the way to an optimum.
  enum Scrutiny: Sendable {
    /// Every explanation, each made at once.
    case explanations
    /// The optimum alone, so that explanations may be made when they are asked for.
    case optimum
  }

  /// Minimises a random weighted sum and compares the optimum with that of the enumeration;
  /// every explanation looked at on the way must be implied.
  func check(_ solver: inout Solver, seed: Int, _ scrutiny: Scrutiny = .explanations) {
    var random = SplitMix(seed: seed &+ 77)
    let weights = terms.map { _ in Int.random(in: -3...3, using: &random) }
    let cost = { (values: [Int]) in zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let ledger = Ledger(solutions())
    let optimum = ledger.solutions.map(cost).min()
    let audit: ([Literal], Literal?) -> Void = { premises, conclusion in
      let isImplied = ledger.solutions.allSatisfy { values in
        guard premises.allSatisfy({ self.holds($0, values) }) else { return true }
        guard let conclusion else { return false }
        return self.holds(conclusion, values)
      }
      if !isImplied { ledger.unsound += 1 }
    }
    if scrutiny == .explanations { solver.audit(audit) }
    solver.setTargets(terms.map { ($0, []) }, finals: [])
    var best: Int?
    while case .solution = solver.search(SearchLimits()) {
      let values = terms.map { solver.lower(Moment($0)) }
      let value = cost(values)
      #expect(meaning(values), "seed \(seed): \(values) is not a solution")
      #expect(best.map { value < $0 } ?? true, "seed \(seed): no improvement")
      best = value
      solver.rewind()
      ledger.solutions.removeAll { cost($0) >= value }
      let summands = zip(terms, weights).filter { $0.1 != 0 }.map {
        LinearSum.Summand($0.1 > 0 ? $0.0 : $0.0.negated, weight: abs($0.1))
      }
      solver.add(LinearSum(summands, atMost: value - 1))
    }
    #expect(best == optimum, "seed \(seed)")
    #expect(ledger.unsound == 0, "seed \(seed): an explanation is not implied")
  }

  /// The solutions still asked for, and how many explanations did not hold in them.
  private final class Ledger {
    var solutions: [[Int]]
    var unsound = 0

    init(_ solutions: [[Int]]) { self.solutions = solutions }
  }
}
