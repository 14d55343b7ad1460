import KitchenModel
import MealExecution
import Rendering

extension RunRemark {
  /// What is remarked, short enough for a table.
  func words(in menu: Menu) -> String {
    switch self {
    case .preheat(let preheat, _): "preheat \(preheat.equipment) \(preheat.unit)"
    case .free(let moment, _): "free until \(moment.count) s"
    case .soon(let step, _, let left):
      "\(step.map { menu[$0].id } ?? "serving") in \(left.count) s"
    case .overdue(let act, let excess):
      "\(act.step.map { menu[$0].id } ?? menu.imperative(act)) over by \(excess.count) s"
    case .limitBroken(let limit): BrokenLimitText.sentence(limit, in: menu)
    case .startedTooLate(let step, let other, let excess):
      "\(menu[step].id) \(excess.count) s too late after \(menu[other].id)"
    case .heldTooLong(let dish, let excess):
      "\(menu.dishes[dish].label) held \(excess.count) s too long"
    case .stuck(let steps): "stuck: " + steps.map { menu[$0].id }.joined(separator: ", ")
    }
  }
}
