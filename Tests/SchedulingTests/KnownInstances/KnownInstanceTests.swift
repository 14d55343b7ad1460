import BenchmarkInstances
import Scheduling
import TestSupport
import Testing

/// Published instances with known optima, those that are proved in few conflicts.
@Suite(.tags(.solver)) struct KnownInstanceTests {
  private static let options = SolveOptions(conflictLimit: 3_000)

  @Test func `the job shop of six jobs takes 55`() throws {
    // Fisher and Thompson, "Probabilistic learning combinations of local job-shop scheduling
    // rules", 1963.
    let problem = try JobShop.problem(
      """
      6 6
      2 1 0 3 1 6 3 7 5 3 4 6
      1 8 2 5 4 10 5 10 0 10 3 4
      2 5 3 4 5 8 0 9 1 1 4 7
      1 5 0 5 2 5 3 3 4 8 5 9
      2 9 1 3 4 5 5 4 0 3 3 1
      1 3 3 3 5 9 0 10 4 4 2 1
      """)
    let result = try problem.solve(Self.options)
    #expect(result.isOptimal)
    #expect(result.levels.makespan == SolveResult.Bounds(best: 55, lower: 55))
  }

  @Test(.enabled(if: BenchmarkData.isPresent), .tags(.slow))
  func `projects are never said to take more or less than is known`() throws {
    var proved = 0
    for (name, known) in try KnownValue.all(in: "psplib").filter({ $0.name.hasPrefix("j30") }) {
      let problem = try SingleModeProject.problem(BenchmarkData.text(at: "psplib/\(name).sm"))
      let result = try problem.solve(SolveOptions(conflictLimit: 500))
      proved += expect(result, toAgreeWith: known, name) ? 1 : 0
    }
    #expect(proved >= 40)
  }

  @Test(.enabled(if: BenchmarkData.isPresent), .tags(.slow))
  func `projects with maximum lags are never said to take more or less than is known`() throws {
    var proved = 0
    let instances = try KnownValue.all(in: "rcpspmax")
    for (name, known) in instances {
      let problem = try GeneralizedLagProject.problem(
        BenchmarkData.text(at: "rcpspmax/\(name).sch"))
      let result = try problem.solve(SolveOptions(conflictLimit: 1_000))
      proved += expect(result, toAgreeWith: known, name) ? 1 : 0
    }
    #expect(proved >= instances.count - 4)
  }

  @Test(.enabled(if: BenchmarkData.isPresent), .tags(.slow))
  func `kitchens are never said to take more or less than is known`() throws {
    var proved = 0
    let kitchens = try KnownKitchen.all().filter { !$0.file.contains("_g12") }
    for (file, known) in kitchens {
      let problem = try KnownKitchen.problem(file)
      let result = try problem.solve(SolveOptions(conflictLimit: 1_500))
      #expect(result.levels.makespan.best?.value ?? .max >= known.makespanSeconds, "\(file)")
      #expect(result.levels.makespan.lower?.value ?? 0 <= known.makespanSeconds, "\(file)")
      if let schedule = result.schedule {
        #expect(ScheduleChecker.violations(of: schedule, in: problem) == [], "\(file)")
      }
      guard result.isOptimal else { continue }
      proved += 1
      #expect(result.levels.makespan.best?.value == known.makespanSeconds, "\(file)")
      let second = try #require(result.levels.second?.best?.value)
      #expect(second == known.stalenessSeconds ?? second, "\(file)")
      #expect(second >= known.stalenessAtLeastSeconds ?? 0, "\(file)")
      #expect(second <= known.stalenessAtMostSeconds ?? .max, "\(file)")
    }
    #expect(proved >= kitchens.count * 3 / 4)
  }

  /// Whether the instance is proved; what is said of it must not contradict what is known.
  private func expect(
    _ result: SolveResult, toAgreeWith known: KnownValue, _ name: String
  ) -> Bool {
    if known.infeasible == true {
      #expect(result.schedule == nil, "\(name)")
      return result.clash != nil
    }
    #expect(result.clash == nil, "\(name)")
    #expect(result.levels.makespan.best?.value ?? .max >= known.lowerBound ?? 0, "\(name)")
    #expect(result.levels.makespan.lower?.value ?? 0 <= known.upperBound ?? .max, "\(name)")
    return result.isOptimal
  }
}
