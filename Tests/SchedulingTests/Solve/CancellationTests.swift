import Scheduling
import Synchronization
import Testing

@Suite struct CancellationTests {
  /// Says yes from its `limit`-th question on, and counts the questions.
  private final class Patience: Sendable {
    private let limit: Int
    private let questions = Atomic<Int>(0)

    init(limit: Int) { self.limit = limit }

    var asked: Int { questions.load(ordering: .relaxed) }

    func isOver() -> Bool {
      questions.wrappingAdd(1, ordering: .relaxed).newValue >= limit
    }
  }

  @Test(arguments: [1, 2, 30, 61, 62, 80, 200])
  func `a solve stops soon after the first yes, before the search, too`(limit: Int) throws {
    let patience = Patience(limit: limit)
    let problem = SolveTests.crowd(20)
    let result = try problem.solve(SolveOptions(isCancelled: { patience.isOver() }))
    // Each phase that is left asks once more, at most.
    #expect(patience.asked <= limit + 16)
    if limit <= 60 { #expect(result.schedule == nil && result.clash == nil) }
    if let schedule = result.schedule {
      #expect(ScheduleChecker.violations(of: schedule, in: problem) == [])
    }
  }
}
