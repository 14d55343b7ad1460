package import KitchenModel

/// A plan as a page says it: sentences, and a row a step.
package struct PlanPage: Sendable, Hashable {
  /// What the plan gains.
  package var headline: String
  /// When to start and serve, what waits, how good the plan is.
  package var sentences: [String]
  /// What happens, in order.
  package var rows: [Row]

  /// A step, the heating of an appliance, or the serving of a course.
  package struct Row: Sendable, Hashable {
    /// When it starts: on the clock, or counted from the plan's start.
    package var start: String
    /// When it ends; empty for serving.
    package var end: String
    /// The dish; empty for heating and where everything is served.
    package var dish: String
    /// What is done.
    package var step: String
    /// Who does it, in what.
    package var with: String
    /// Whether a step needs hands; nil for heating and serving.
    package var isHandsOn: Bool?
  }

  /// The page of a plan.
  package static func summary(of plan: Plan, _ clock: LocalClock) -> PlanPage {
    let planClock = PlanClock(plan, clock)
    let sentences = PlanSentences(plan, planClock)
    let words = StepWords(plan.menu)
    return PlanPage(
      headline: sentences.headline,
      sentences: [sentences.times].compactMap(\.self) + sentences.remarks,
      rows: PlanAgenda(plan).entries.compactMap { row($0, of: plan, planClock, words) })
  }

  private static func row(
    _ entry: PlanAgenda.Entry, of plan: Plan, _ clock: PlanClock, _ words: StepWords
  ) -> Row? {
    switch entry {
    case .preheat(let preheat):
      return Row(
        start: clock.text(preheat.start), end: clock.text(preheat.end), dish: "",
        step: words.heating(preheat, isCooling: plan.isCooling(preheat)),
        with: words.appliance(preheat.equipment, preheat.unit))
    case .step(let step):
      let cooks = plan.menu.kitchen.cooks.count > 1 ? step.cooks.map(words.cook) : []
      return Row(
        start: clock.text(step.start), end: clock.text(step.end),
        dish: words.dish(step.reference), step: words.step(step.reference),
        with: (cooks + [words.equipment(step)]).filter { !$0.isEmpty }.joined(separator: ", "),
        isHandsOn: step.kind == .blocking)
    case .serve(let moment, let dishes):
      return Row(
        start: clock.text(moment), end: "", dish: words.served(dishes), step: "serve",
        with: "")
    case .free: return nil
    }
  }
}
