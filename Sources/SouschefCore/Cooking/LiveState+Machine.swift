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
      run: run, menu: machine.state.menu, status: machine.status,
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
      serving: forecast.makespan, planned: promised,
      acts: machine.state.actsByAge.map { due in
        DueAct(
          due.act, text: machine.imperative(due.act, cooling: due.isCooling), since: due.since,
          deadline: machine.state.deadline(of: due), cook: due.cook)
      },
      coming: machine.comingActs(by: forecast).map { coming in
        ComingAct(
          coming.act, text: machine.imperative(coming.act, cooling: coming.isCooling),
          at: coming.at, cook: coming.cook)
      }, notice: notice)
  }
}

extension RunStateMachine {
  /// An act of the run in the imperative.
  func imperative(_ act: Act, cooling: Bool) -> String {
    let planned = act.step.flatMap { reference in
      steps.first { $0.reference == reference }?.planned
    }
    return state.menu.imperative(act, planned, cooling: cooling)
  }
}
