import KitchenModel
import MealExecution

/// What a verb led to, in a sentence.
struct OutcomeWording {
  private let menu: Menu

  init(_ menu: Menu) { self.menu = menu }

  /// The sentence; nil where the run itself says it.
  func sentence(_ outcome: VerbOutcome) -> String? {
    switch outcome {
    case .answered(.putIn(let step)): "Begun: \(menu.stepTitle(step))."
    case .answered(let act): "Done: \(name(act))."
    case .ended(let step): "Done: \(menu.stepTitle(step))."
    case .started(let step): "Started: \(menu.stepTitle(step))."
    case .begun: "Cooking begins now."
    case .retimed(let step, let change, let total):
      "\(difference(change)) for \(menu.stepTitle(step)): \(total.exactText) in all."
    case .usedUp(let step, let change, let total):
      "\(difference(change)) for \(menu.stepTitle(step)): \(total.exactText) in all; no more of it was "
        + "left."
    case .skipped(let step): "Skipped: \(menu.stepTitle(step))."
    case .noted: "Noted."
    case .paused, .resumed, .aborted: nil
    case .handed(let step, let cook):
      "\(menu.kitchen.cooks.names[cook]) does it: \(menu.stepTitle(step))."
    case .added(let dishes): "Added: \(dishes.joined(separator: ", "))."
    case .dropped(let dish): "Left out: \(menu.dishes[dish].label)."
    case .undone(let what): undone(what)
    }
  }

  /// How the run stands after a verb of which the run itself says no more than its name; nil for others.
  func state(_ outcome: VerbOutcome) -> String? {
    switch outcome {
    case .paused: Self.paused
    case .resumed: Self.resumed
    default: nil
    }
  }

  /// That the run is paused, and what that means.
  static let paused = "Paused: nothing starts until you resume."
  /// That it goes on.
  static let resumed = "Resumed."

  private func undone(_ outcome: VerbOutcome) -> String {
    switch outcome {
    case .answered(.putIn(let step)): "Undone: \(menu.stepTitle(step)) has not begun."
    case .answered(let act): "Undone: \(name(act)) is not done."
    case .ended(let step): "Undone: \(menu.stepTitle(step)) is not done."
    case .started(let step): "Undone: \(menu.stepTitle(step)) has not started."
    case .retimed(let step, let change, let total), .usedUp(let step, let change, let total):
      "Undone: \(difference(change)) for \(menu.stepTitle(step)); it takes \(total.exactText) again."
    case .skipped(let step): "Undone: \(menu.stepTitle(step)) is not skipped."
    case .paused: "Undone: the pause."
    case .resumed: "Undone: the run is paused again."
    case .handed(let step, let cook):
      "Undone: \(menu.kitchen.cooks.names[cook]) has \(menu.stepTitle(step)) again."
    case .added(let dishes): "Undone: \(dishes.joined(separator: ", ")) not added."
    case .dropped(let dish): "Undone: \(menu.dishes[dish].label) is not left out."
    case .begun, .noted, .undone, .aborted: "Undone."
    }
  }

  /// `5 min more`, or less where it is negative.
  private func difference(_ change: Seconds) -> String {
    change < .zero ? "\((.zero - change).exactText) less" : "\(change.exactText) more"
  }

  private func name(_ act: Act) -> String {
    switch act {
    case .perform(let step), .putIn(let step), .takeOut(let step): menu.stepTitle(step)
    case .heat(let heating):
      "\(menu.appliance(heating.equipment, heating.unit)) set to \(heating.temperature.text)"
    case .serve: menu.imperative(act).replacing("Serve: ", with: "Serve ")
    }
  }
}
