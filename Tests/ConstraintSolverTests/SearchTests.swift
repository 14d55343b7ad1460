import Testing

@testable import ConstraintSolver

@Suite struct SearchTests {
  @Test func `restarts follow Luby's sequence`() {
    #expect((1...15).map { Restarts.luby($0) } == [1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8])
  }

  @Test(arguments: 3...5)
  func `more pigeons than holes are refuted`(holes: Int) {
    var solver = Solver()
    let seats = (0...holes).map { _ in (0..<holes).map { _ in solver.newChoice() } }
    for pigeon in seats { solver.addClause(pigeon) }
    for hole in 0..<holes {
      for (index, pigeon) in seats.enumerated() {
        for other in seats[..<index] {
          solver.addClause([pigeon[hole].negated, other[hole].negated])
        }
      }
    }
    guard case .refuted = solver.search(SearchLimits()) else {
      Issue.record("not refuted")
      return
    }
    let (isInfeasible, conflicts) = (solver.isInfeasible, solver.conflicts)
    #expect(isInfeasible)
    #expect(conflicts > 0)
  }

  @Test func `a refuted assumption leaves a solver that still finds solutions`() {
    var solver = Solver()
    let x = solver.newVariable(0, 9)
    let y = solver.newVariable(0, 9)
    solver.addDifference(Moment(x), 4, Moment(y))
    solver.setTargets([(x, []), (y, [])], finals: [])
    guard case .refuted = solver.search(assuming: [y <= 3], SearchLimits()) else {
      Issue.record("not refuted")
      return
    }
    let isInfeasible = solver.isInfeasible
    #expect(!isInfeasible)
    guard case .solution = solver.search(assuming: [y <= 4], SearchLimits()) else {
      Issue.record("no solution")
      return
    }
    let values = [solver.lower(Moment(x)), solver.lower(Moment(y))]
    #expect(values == [0, 4])
  }

  @Test func `a limit stops the search and keeps what was learnt`() {
    var solver = Solver()
    let holes = 7
    let seats = (0...holes).map { _ in (0..<holes).map { _ in solver.newChoice() } }
    for pigeon in seats { solver.addClause(pigeon) }
    for hole in 0..<holes {
      for (index, pigeon) in seats.enumerated() {
        for other in seats[..<index] {
          solver.addClause([pigeon[hole].negated, other[hole].negated])
        }
      }
    }
    guard case .limit = solver.search(SearchLimits(conflicts: 10)) else {
      Issue.record("not stopped")
      return
    }
    let conflicts = solver.conflicts
    #expect(conflicts == 10)
    guard case .limit = solver.search(SearchLimits(isCancelled: { true })) else {
      Issue.record("not cancelled")
      return
    }
  }
}
