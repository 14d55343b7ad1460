/// When to restart, and which branching habit follows.
struct Restarts {
  /// The learnt clauses above which the store is reduced.
  private(set) var clauseLimit = 4_000
  /// Whether the most active atom is decided next rather than the next activity.
  private(set) var usesActivity = false
  private var index = 0

  /// Lets the store grow with the search, up to where memory would, too: a long run stays within
  /// some hundred megabytes.
  mutating func raiseClauseLimit() { clauseLimit = min(clauseLimit + 500, 30_000) }

  /// The conflicts until the next restart: the first stretch dispatches, then Luby's sequence.
  mutating func next() -> Int {
    index += 1
    usesActivity = index > 1
    return index == 1 ? 50 : 100 * Self.luby(index - 1)
  }

  /// The `index`-th term, from 1, of 1, 1, 2, 1, 1, 2, 4, … (Luby, Sinclair & Zuckerman 1993).
  static func luby(_ index: Int) -> Int {
    var rest = index
    while true {
      var power = 1
      while (1 << power) - 1 < rest { power += 1 }
      if (1 << power) - 1 == rest { return 1 << (power - 1) }
      rest -= (1 << (power - 1)) - 1
    }
  }
}
