import KitchenModel
import MealExecution
package import Rendering

/// Simulates a meal many times, with true durations drawn at random, under every policy.
package struct RehearseMeal {
  private let request: PlanningRequest
  private let draws: Draws

  /// How true durations are drawn.
  package struct Draws: Sendable, Hashable {
    /// How often the meal is cooked under each policy.
    package var runs: Int
    /// How far, in thousandths, a step without a range may be off its estimate, either way.
    package var jitterThousandths: Int
    /// Where the drawing begins: the same seed draws the same.
    package var seed: Int

    /// Creates draws.
    package init(runs: Int, jitterThousandths: Int, seed: Int) {
      self.runs = runs
      self.jitterThousandths = jitterThousandths
      self.seed = seed
    }
  }

  /// Creates the request.
  package init(request: PlanningRequest, draws: Draws) {
    self.request = request
    self.draws = draws
  }

  /// Plans once and cooks it so many times under each policy, each time with the same durations for
  /// all.
  ///
  /// - Returns: nil where there is no plan.
  /// - Throws: ``Diagnostic``.
  package func perform(
    in workspace: Workspace, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) async throws -> Outcome<Rehearsal?> {
    let outcome = try PlanMeal(request: request).perform(in: workspace, isCancelled: isCancelled)
    guard case .plan(let plan) = outcome.value.outcome else { return Outcome(nil) }
    var rehearsal = Rehearsal(meal: plan.menu.name, planned: plan.makespan, runs: 0, policies: [])
    var results: [[Rehearsal.Result]] = Run.Policy.allCases.map { _ in [] }
    let kitchen = MealSimulator(timeZone: workspace.timeZone)
    var numbers = SplitMix(seed: draws.seed)
    while rehearsal.runs < draws.runs, !isCancelled() {
      let truth = truth(plan, &numbers)
      for (index, policy) in Run.Policy.allCases.enumerated() {
        results[index].append(try await kitchen.cook(plan, policy, truth))
      }
      rehearsal.runs += 1
    }
    rehearsal.policies = zip(Run.Policy.allCases, results).map { policy, results in
      Rehearsal.Line(policy: policy, results, planned: plan.makespan)
    }
    return Outcome(rehearsal, remarks: outcome.remarks)
  }

  /// What every step really takes: within its range where it has one, else within the jitter.
  private func truth(_ plan: Plan, _ numbers: inout SplitMix) -> TrueDurations {
    var durations: [StepReference: Seconds] = [:]
    for step in plan.steps.sorted(by: { $0.reference < $1.reference }) {
      let estimate = plan.menu[step.reference].ways[step.option].duration
      let spread = estimate.likely.count * draws.jitterThousandths / 1000
      let (least, most) =
        estimate.isExact
        ? (max(0, estimate.likely.count - spread), estimate.likely.count + spread)
        : (estimate.minimum.count, estimate.maximum.count)
      durations[step.reference] = Seconds(numbers.number(in: least...most))
    }
    return TrueDurations(durations)
  }
}
