import SchedulingOracle
import Testing

/// What the solver says of tiny problems, against trying everything: a small part of what
/// `solver-agreement` compares in an optimised build.
@Suite struct BruteForceAgreementTests {
  @Test(arguments: ProblemMix.all, 0..<10)
  func `statuses and both levels agree with trying everything`(mix: ProblemMix, batch: Int) {
    for offset in 0..<20 {
      let seed = UInt64(batch * 20 + offset)
      if case .broken(let what) = Agreement.of(mix, seed: seed) {
        Issue.record("\(mix), seed \(seed): \(what)")
      }
    }
  }
}
