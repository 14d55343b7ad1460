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

  /// The lags of 60 activities are closed in 60 rounds, then the pairs on the cook are ordered.
  @Test(arguments: [1, 2, 40, 61, 62, 80])
  func `a solve stops at the first yes, before the search, too`(limit: Int) {
    let patience = Patience(limit: limit)
    let result = SolveTests.crowd(20).solve(SolveOptions(isCancelled: { patience.isOver() }))
    #expect(result.status == .unknown)
    #expect(result.schedule == nil)
    #expect(patience.asked == limit)
  }
}
