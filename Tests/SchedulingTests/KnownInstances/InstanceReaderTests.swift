import BenchmarkInstances
import Scheduling
import Testing

@Suite struct InstanceReaderTests {
  private static let project = """
    ************************************************************************
    PRECEDENCE RELATIONS:
    jobnr.    #modes  #successors   successors
       1        1          2           2   3
       2        1          1           3
       3        1          0
    ************************************************************************
    REQUESTS/DURATIONS:
    jobnr. mode duration  R 1  R 2
    ------------------------------------------------------------------------
      1      1     0       0    0
      2      1     2       0    3
      3      1     4       1    2
    ************************************************************************
    RESOURCEAVAILABILITIES:
      R 1  R 2
        1    4
    ************************************************************************
    """

  @Test func `a single-mode project has precedences and amounts`() throws {
    let problem = try SingleModeProject.problem(Self.project)
    #expect(problem.activities.map { $0.modes[0].duration } == [0, 2, 4])
    #expect(
      problem.activities.map { $0.modes[0].requirements } == [
        [], [Requirement(ResourceID(1), amount: 3)],
        [Requirement(ResourceID(0), amount: 1), Requirement(ResourceID(1), amount: 2)],
      ])
    #expect(problem.resources.map(\.capacity) == [1, 4])
    #expect(
      problem.timeLags
        == [(0, 1), (0, 2), (1, 2)].map {
          TimeLag(from: ActivityID($0.0), to: ActivityID($0.1))
        })
  }

  @Test func `a project with generalised lags counts them from start to start`() throws {
    let text =
      "1\t1\t0\t0\n0\t1\t1\t1\t[0]\n1\t1\t2\t2\t0\t[3]\t[-7]\n2\t1\t0\n"
      + "0\t1\t0\t0\n1\t1\t5\t2\n2\t1\t0\t0\n4\n"
    let problem = try GeneralizedLagProject.problem(text)
    #expect(problem.activities.map { $0.modes[0].duration } == [0, 5, 0])
    #expect(problem.activities[1].modes[0].requirements == [Requirement(ResourceID(0), amount: 2)])
    #expect(problem.resources.map(\.capacity) == [4])
    #expect(
      problem.timeLags
        == [(0, 1, 0), (1, 2, 3), (1, 0, -7)].map {
          TimeLag(from: ActivityID($0.0), .start, to: ActivityID($0.1), minimum: $0.2)
        })
  }

  @Test func `a job shop has a chain of operations for each job`() throws {
    let problem = try JobShop.problem("# tiny\n2 2\n0 3 1 2\n1 4 0 1\n")
    #expect(problem.activities.map { $0.modes[0].duration } == [3, 2, 4, 1])
    #expect(
      problem.activities.map { $0.modes[0].requirements[0].candidates[0].index } == [0, 1, 1, 0])
    #expect(
      problem.timeLags
        == [(0, 1), (2, 3)].map {
          TimeLag(from: ActivityID($0.0), to: ActivityID($0.1))
        })
  }

  @Test func `what is not an instance is refused with its line`() {
    #expect(throws: InstanceError(line: 1, expected: "PRECEDENCE RELATIONS")) {
      try SingleModeProject.problem("")
    }
    #expect(throws: InstanceError(line: 6, expected: "successors among the jobs")) {
      try SingleModeProject.problem(
        Self.project.replacing("           3\n", with: "           9\n"))
    }
    #expect(throws: InstanceError(line: 2, expected: "3 numbers")) {
      try GeneralizedLagProject.problem("1 1\n0 x 1\n")
    }
    #expect(throws: InstanceError(line: 2, expected: "a machine and a duration")) {
      try JobShop.problem("1 1\n1 5\n")
    }
  }

  @Test(arguments: [4, 8, 12])
  func `generated meals have their dishes, and the same seed gives the same meal`(dishes: Int) {
    for seed in UInt64(0)..<20 {
      let meal = MealGenerator.problem(dishes: dishes, seed: seed)
      #expect(meal.groups.count == dishes)
      #expect(meal == MealGenerator.problem(dishes: dishes, seed: seed))
      #expect(meal != MealGenerator.problem(dishes: dishes, seed: seed + 1))
    }
  }

  @Test func `generated meals can be served`() throws {
    for seed in UInt64(0)..<20 {
      let meal = MealGenerator.problem(dishes: 4, seed: seed)
      #expect(try meal.solve(SolveOptions(conflictLimit: 500)).schedule != nil, "seed \(seed)")
    }
  }
}
