import KitchenModel

/// A run as a Gantt chart in Mermaid: a section a dish with its steps as they were done, and the
/// courses as they were served.
enum RunMermaid {
  /// The chart.
  static func text(of shown: ShownRun, clock: LocalClock) -> String {
    let run = shown.run
    let words = StepWords(shown.menu)
    var chart = MermaidChart(titled: run.meal, startingAt: run.startedAt, clock)
    let steps = shown.begunSteps
    for (index, serving) in shown.menu.dishes.enumerated() {
      let own = steps.filter { $0.step.reference.dish == index }
      guard !own.isEmpty else { continue }
      chart.section(serving.label)
      for (step, start, end) in own {
        let heldUp = run.figures?.bottleneck.map { $0.dish == step.dish && $0.step == step.step }
        chart.task(
          words.stepBesideDish(step.reference, step.kind), from: start, to: end, kind: step.kind,
          isCritical: heldUp ?? false)
      }
    }
    chart.section("Serve")
    for (course, moment) in shown.servings {
      let dishes = shown.menu.label(ofCourse: course)
      chart.milestone(dishes, at: moment)
    }
    return chart.text
  }
}
