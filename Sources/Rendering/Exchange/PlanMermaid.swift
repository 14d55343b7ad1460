package import KitchenModel

/// A plan as a Gantt chart in Mermaid, for documents that draw it: a section a dish, and one before
/// them for what is to be heated.
package enum PlanMermaid {
  /// The chart; without a place on the clock it begins at midnight of an arbitrary day.
  package static func text(of plan: Plan, clock: LocalClock) -> String {
    let words = StepWords(plan.menu)
    var chart = MermaidChart(titled: plan.menu.name, startingAt: plan.startAt, clock)
    if !plan.preheats.isEmpty { chart.section("Preheat") }
    for preheat in plan.preheats {
      chart.task(
        TerminalText.sanitized(
          plan.menu.imperative(.heat(preheat.heating), cooling: plan.isCooling(preheat))),
        from: preheat.start, to: preheat.end)
    }
    for (index, serving) in plan.menu.dishes.enumerated() {
      chart.section(serving.label)
      for step in plan.steps where step.reference.dish == index {
        chart.task(
          words.stepBesideDish(step.reference, step.kind), from: step.start, to: step.end,
          kind: step.kind, isCritical: step.isCritical)
      }
    }
    chart.section("Serve")
    for (index, serving) in plan.menu.dishes.enumerated() {
      let course = serving.dish.serveOffset
      let sameCourse = plan.menu.dishes.filter { $0.dish.serveOffset == course }
      guard plan.menu.dishes.firstIndex(where: { $0.dish.serveOffset == course }) == index else {
        continue
      }
      chart.milestone(
        sameCourse.map(\.label).listed(), at: plan.makespan + course)
    }
    return chart.text
  }
}
