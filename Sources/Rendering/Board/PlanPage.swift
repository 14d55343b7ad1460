package import KitchenModel

/// A plan as a page says it: sentences, and a row a step.
package struct PlanPage: Sendable, Hashable {
  /// What the plan gains.
  package var headline: String
  /// When to start and serve, what waits, how good the plan is.
  package var sentences: [String]
  /// The steps in order.
  package var rows: [Row]

  /// A step.
  package struct Row: Sendable, Hashable {
    /// When it starts: on the clock, or counted from the plan's start.
    package var start: String
    /// When it ends.
    package var end: String
    /// The dish.
    package var dish: String
    /// What is done.
    package var step: String
    /// Who does it, in what.
    package var with: String
    /// Whether hands are needed.
    package var isHandsOn: Bool
  }

  /// The page of a plan.
  package static func summary(of plan: Plan, _ clock: LocalClock) -> PlanPage {
    let planClock = PlanClock(plan, clock)
    let sentences = PlanSentences(plan, planClock)
    let words = StepWords(plan.menu)
    return PlanPage(
      headline: sentences.headline,
      sentences: [sentences.times].compactMap(\.self) + sentences.remarks,
      rows: plan.steps.sorted { ($0.start, $0.reference) < ($1.start, $1.reference) }.map { step in
        let cooks = plan.menu.kitchen.cooks.count > 1 ? step.cooks.map(words.cook) : []
        return Row(
          start: planClock.text(step.start), end: planClock.text(step.end),
          dish: words.dish(step.reference), step: words.step(step.reference),
          with: (cooks + [words.equipment(step)]).filter { !$0.isEmpty }.joined(separator: ", "),
          isHandsOn: step.kind == .blocking)
      })
  }
}
