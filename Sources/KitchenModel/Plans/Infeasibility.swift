/// That a menu has no plan, and why.
package struct Infeasibility: Sendable, Hashable {
  /// What was to be cooked.
  package var menu: String
  /// The facts that clash, in kitchen words.
  package var why: [String]
  /// The smallest changes that would make it possible, in kitchen words.
  package var changes: [String]
  /// What the search took.
  package var solver: SolverReport

  /// Creates an infeasibility.
  package init(
    menu: String, why: [String], changes: [String] = [], solver: SolverReport = SolverReport()
  ) {
    self.menu = menu
    self.why = why
    self.changes = changes
    self.solver = solver
  }
}
