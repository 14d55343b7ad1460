import BenchmarkInstances
import Scheduling
import Testing

/// The same problem takes the same steps to the same schedule: in every run, on every machine, with
/// the optimiser on or off.
@Suite(.tags(.solver)) struct DeterminismTests {
  /// What is written here comes from an optimised build. A change of the search changes it, and then
  /// it is to be read off such a build again.
  @Test(arguments: [
    (dishes: 4, seed: UInt64(1), fingerprint: UInt64(0x9CA1_5DEB_DB79_C160)),
    (dishes: 6, seed: 2, fingerprint: 0xA5DB_3EB2_9D88_6A58),
    (dishes: 8, seed: 1, fingerprint: 0x9830_04B0_0CD0_1CE8),
    (dishes: 12, seed: 1, fingerprint: 0xB955_5CC9_51CC_92EF),
  ])
  func `a meal's schedule and the steps to it are the same in every build`(
    dishes: Int, seed: UInt64, fingerprint: UInt64
  ) throws {
    let meal = MealGenerator.problem(dishes: dishes, seed: seed)
    let result = try meal.solve(SolveOptions(conflictLimit: 300))
    #expect(Self.fingerprint(of: result) == fingerprint)
    #expect(try meal.solve(SolveOptions(conflictLimit: 300)) == result)
  }

  /// Fowler, Noll & Vo's hash (FNV-1a) of all that a result says.
  private static func fingerprint(of result: SolveResult) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(result)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
