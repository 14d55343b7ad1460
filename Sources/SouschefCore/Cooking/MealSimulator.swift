import Foundation
import KitchenModel
import MealExecution
import MealPlanning
import Rendering

/// Simulates plans: on a virtual clock, for nobody, with true durations that the planner does
/// not know.
struct MealSimulator {
  let timeZone: TimeZone

  /// Cooks once.
  ///
  /// - Throws: what the driver throws.
  func cook(
    _ plan: Plan, _ policy: Run.Policy, _ truth: TrueDurations
  ) async throws -> Rehearsal.Result {
    var plan = plan
    if policy == .inOrder {
      plan = MealPlanner.inOrder(PlanRequest(following: plan, in: timeZone)) ?? plan
    }
    let journal = CountingJournal()
    let driver = RunDriver(
      machine: RunStateMachine(
        plan: plan,
        settings: .init(
          policy: policy, ending: .timer(truth),
          timeline: RunTimeline(startedAt: plan.startAt ?? Instant(epochSeconds: 0)),
          limits: RunLimits(of: plan, in: timeZone))),
      clock: SimulatedRunClock(), journal: journal, announcer: SilentAnnouncer(),
      replanner: policy.replanner(for: .simulated, in: timeZone))
    _ = try await driver.run()
    let past = await driver.machine.forecast
    let waits = past.servingFigures
    return Rehearsal.Result(
      serving: past.makespan, hold: waits.hold, staleness: waits.staleness,
      replans: journal.replans)
  }
}

/// Random numbers from a seed, the same on every machine.
///
/// Source: Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, 2014.
struct SplitMix {
  private var state: UInt64

  /// Begins where `seed` says.
  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  /// A number of a range; the bias of the remainder is beyond notice at the length of a meal.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// A number from 0 up to, not including, 1.
  mutating func fraction() -> Double {
    // 53 bits are what a Double tells apart.
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
