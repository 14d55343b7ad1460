import KitchenModel
import MealExecution
import Rendering

extension LiveState {
  /// What a live view shows of a machine whose run was planned to serve after `promised`.
  init(
    _ machine: RunStateMachine, run: Int, promised: Seconds, notice: Notice? = nil
  ) {
    let forecast = machine.forecast
    let expected = Dictionary(
      forecast.steps.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      run: run, menu: machine.plan.menu, status: machine.status,
      startedAt: machine.settings.timeline.startedAt,
      speedThousandths: machine.settings.timeline.speedThousandths,
      steps: machine.steps.map { step in
        var planned = step.planned
        if let expected = expected[step.reference] {
          (planned.start, planned.end) = (expected.start, expected.end)
        }
        return Step(
          planned: planned, status: step.status, start: step.start,
          expectedEnd: step.start.map { $0 + step.planned.duration }, end: step.end,
          cooks: step.cooks)
      },
      serving: forecast.makespan, planned: promised, notice: notice)
  }
}
