package import KitchenModel
import KitchenStore

/// A run as it happened, in the form of a plan, for everything that can show one.
package struct RunAsPlan {
  private let id: Int

  /// Creates the request for the run of that number.
  package init(id: Int) { self.id = id }

  /// The plan that the run turned out to be: true starts and ends, who did what, on the clock of
  /// the day. A step that was never done is left out; one still under way ends when it should.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such run or nothing of it was cooked.
  package func perform(in workspace: Workspace) throws -> Outcome<Plan> {
    let run = try ShowRun(id: id).perform(in: workspace).value.run
    // What came on the menu later, and ways chosen later, are in the plan that was followed last.
    let planned = try workspace.storeForReading().runs.currentPlan(of: id)
    let plan = Plan(run, planned: planned)
    guard !plan.steps.isEmpty else {
      throw Diagnostic(.nothingCooked(run: id, plan: run.planID))
    }
    return Outcome(plan)
  }
}

extension Plan {
  /// The plan that a run of `planned` turned out to be.
  init(_ run: Run, planned: Plan) {
    var before: [StepReference: PlannedStep] = [:]
    for step in planned.steps { before[step.reference] = step }
    let cooks = planned.menu.kitchen.cooks.names
    var steps: [PlannedStep] = []
    for step in run.steps {
      guard let start = step.actualStart, let old = before[step.reference] else { continue }
      let end = step.actualEnd ?? start + (step.plannedEnd - step.plannedStart)
      steps.append(
        PlannedStep(
          step.reference, option: step.option, kind: step.kind, start: start, end: max(start, end),
          cooks: step.cooks.compactMap { cooks.firstIndex(of: $0) }, uses: old.uses))
    }
    steps.sort { ($0.start, $0.reference) < ($1.start, $1.reference) }
    let dishes = planned.menu.dishes.map(\.dish)
    func readyToServe(_ step: PlannedStep) -> Seconds {
      step.end - dishes[step.reference.dish].serveOffset
    }
    let serving = max(.zero, steps.map(readyToServe).max() ?? .zero)
    // What was done is done: only what was ready last held up serving.
    for index in steps.indices { steps[index].slack = serving - readyToServe(steps[index]) }
    self = planned
    self.steps = steps
    makespan = serving
    lowerBound = serving
    sequential = steps.reduce(.zero) { $0 + $1.duration }
    inOrder = nil
    anchor = .start
    startAt = run.startedAt
    serveAt = run.startedAt + serving
    // When appliances were switched on, and what else might have been, no log says.
    preheats = []
    why = []
    stalenessLowerBound = staleness
  }
}
