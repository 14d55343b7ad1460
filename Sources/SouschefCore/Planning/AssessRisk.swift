package import KitchenModel
import KitchenStore
import MealExecution
package import Rendering
import Synchronization

/// Finds out how likely a plan is to be served in time, by simulating it many times as the
/// re-planning cook would.
package struct AssessRisk {
  private let plan: Plan
  private let draws: Draws

  /// How often, and from which seed.
  package struct Draws: Sendable, Hashable {
    /// How often the meal is simulated, at least once; nil for as often as its size allows.
    package var runs: Int?
    /// Where the drawing begins: the same seed draws the same.
    package var seed: Int

    /// Creates draws.
    package init(runs: Int? = nil, seed: Int = 1) {
      self.runs = runs
      self.seed = seed
    }
  }

  /// Creates the request.
  package init(of plan: Plan, _ draws: Draws = Draws()) {
    self.plan = plan
    self.draws = draws
  }

  /// Cooks the plan so many times, each time with durations as the history and the ranges have
  /// them.
  ///
  /// Every run has durations of its own, drawn before any is cooked, so that it does not matter how
  /// many are cooked at once: the same history and seed give the same answer on every machine.
  ///
  /// - Parameters:
  ///   - isCancelled: asked before each run; returning true ends with the runs so far.
  ///   - onProgress: told after each run how many there have been, of how many.
  /// - Returns: nil where not even one run was finished.
  /// - Throws: ``Diagnostic``.
  package func perform(
    in workspace: Workspace, isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome<ServingRisk?> {
    let beliefs = try DurationModel(
      plan, history: workspace.storeForReading().history)
    var numbers = SplitMix(seed: draws.seed)
    // Where nothing is uncertain, once is as good as often.
    let count = beliefs.areCertain ? 1 : draws.runs ?? Self.usualRuns(for: plan)
    let truths = (0..<count).map { _ in beliefs.draw(&numbers) }
    let kitchen = MealSimulator(timeZone: workspace.timeZone)
    let cooked = RunCount()
    let servings = try await withThrowingTaskGroup(of: [(Int, Seconds)].self) { group in
      for worker in 0..<Self.workers {
        group.addTask { [plan] in
          var served: [(Int, Seconds)] = []
          for index in stride(from: worker, to: truths.count, by: Self.workers) {
            guard !isCancelled() else { break }
            let result = try await kitchen.cook(plan, .replan, TrueDurations(truths[index]))
            served.append((index, result.serving))
            onProgress(cooked.next(), truths.count)
          }
          return served
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }.sorted { $0.0 < $1.0 }
    guard !servings.isEmpty else { return Outcome(nil) }
    return Outcome(
      ServingRisk(
        of: plan, seed: draws.seed, basis: beliefs.basis,
        results: servings.map { (durations: truths[$0.0], serving: $0.1) }))
  }

  /// Two hundred, and fewer where each takes long: a meal of a hundred steps is planned again
  /// often, and each time for long.
  private static func usualRuns(for plan: Plan) -> Int {
    max(50, min(200, 4000 / max(1, plan.steps.count)))
  }

  /// How many are cooked at once.
  private static let workers = 4
}

/// How many runs have been cooked, by all workers together.
private final class RunCount: Sendable {
  private let count = Atomic<Int>(0)

  /// One more.
  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
