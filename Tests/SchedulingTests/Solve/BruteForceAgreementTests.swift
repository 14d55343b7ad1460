import Scheduling
import TestSupport
import Testing

/// What the solver says of tiny problems, against trying everything.
@Suite struct BruteForceAgreementTests {
  @Test(arguments: ProblemMix.all, 0..<10)
  func `statuses and both levels agree with trying everything`(mix: ProblemMix, batch: Int) {
    for offset in 0..<20 {
      let seed = UInt64(batch * 20 + offset)
      let problem = ProblemGenerator.problem(mix, size: 2 + offset % 4, seed: seed)
      let answer = BruteForce.answer(to: problem, budget: 20_000)
      if answer == .unknown { continue }
      let result = problem.solve()
      guard let optimum = answer.optimum else {
        #expect(result.status == .infeasible, "\(mix), seed \(seed)")
        #expect(!result.clash.isEmpty, "\(mix), seed \(seed)")
        continue
      }
      #expect(result.status == .optimal, "\(mix), seed \(seed)")
      #expect(result.makespan.best == optimum.makespan, "\(mix), seed \(seed)")
      #expect(result.makespan.lower == optimum.makespan, "\(mix), seed \(seed)")
      #expect(result.second?.best == optimum.second, "\(mix), seed \(seed)")
      #expect(result.second?.lower == optimum.second, "\(mix), seed \(seed)")
      if let schedule = result.schedule {
        #expect(ScheduleChecker.violations(of: schedule, in: problem).isEmpty)
      }
    }
  }
}
