import KitchenModel
import MealExecution
import Rendering

/// The executor's remarks, in kitchen words.
struct RemarkWording {
  private let menu: Menu

  private let timeline: RunTimeline

  init(_ menu: Menu, _ timeline: RunTimeline) {
    self.menu = menu
    self.timeline = timeline
  }

  func diagnostic(_ remark: RunRemark) -> Diagnostic {
    switch remark {
    case .preheat(let preheat):
      Diagnostic(
        .couldNotBeDone,
        "Heat \(preheat.equipment) \(preheat.unit) to \(preheat.temperature.text).",
        severity: .remark)
    case .free(let moment):
      Self.remark("Free until \(timeline.clockText(at: moment) ?? moment.spokenText).")
    case .soon(let step, let left):
      Self.remark(
        "\(left.spokenText) left: then \(step.map(menu.stepTitle) ?? "dinner is ready").")
    case .stillOverdue(let step, let excess):
      Self.remark(
        "\(menu.stepTitle(step)) is \(excess.spokenText) over its time. Say when it is done, or "
          + "extend it.")
    case .serve: Self.remark("Everything is ready: serve.")
    case .limitBroken(let limit):
      Diagnostic(
        .couldNotBeDone, BrokenLimitText.sentence(limit, in: menu), severity: .warning)
    case .startedTooLate(let step, let other, let excess):
      Diagnostic(
        .couldNotBeDone,
        "\(menu.stepTitle(step)) started \(excess.spokenText) later after \(menu.stepTitle(other)) than it "
          + "should.", severity: .warning)
    case .heldTooLong(let dish, let excess):
      Diagnostic(
        .couldNotBeDone,
        "\(menu.dishes[dish].label) waited \(excess.spokenText) longer than it should.",
        severity: .warning)
    case .stuck(let steps):
      Diagnostic(
        .couldNotBeDone,
        "Nothing can go on: \(steps.map(menu.stepTitle).joined(separator: ", ")) cannot start.",
        severity: .warning)
    }
  }
}

extension RemarkWording {
  private static func remark(_ text: String) -> Diagnostic {
    Diagnostic(.couldNotBeDone, text, severity: .remark)
  }
}

/// Why a verb was refused, in kitchen words.
struct RefusalWording {
  private let menu: Menu

  init(_ menu: Menu) { self.menu = menu }

  func diagnostic(_ refusal: VerbRefusal) -> Diagnostic {
    let (message, hint) = words(refusal)
    return Diagnostic(.couldNotBeDone, message, hints: [hint], severity: .warning)
  }

  private func words(_ refusal: VerbRefusal) -> (String, String) {
    let look = "souschef run status shows what is cooking."
    return switch refusal {
    case .over(let status): ("The run is \(status.rawValue).", look)
    case .unknown: ("There is no such step in this meal.", look)
    case .nothingFits: ("No step is waiting for that.", look)
    case .ambiguous(let steps):
      (
        "That could be \(steps.map(menu.stepTitle).joined(separator: ", ")).",
        "Name the step: Dish/step."
      )
    case .notRunning(let step, let status):
      ("\(menu.stepTitle(step)) is not running; it is \(status.rawValue).", look)
    case .notPending(let step, let status):
      ("\(menu.stepTitle(step)) cannot start; it is \(status.rawValue).", look)
    case .notPossible(let step):
      (
        "\(menu.stepTitle(step)) cannot start yet.",
        "What it follows, its cook or its equipment is not free."
      )
    case .outOfTime(let step, let moment):
      (
        "\(menu.stepTitle(step)) cannot have ended \(moment.spokenText) after the start.",
        "A time between its start and now."
      )
    case .needsNoHands(let step): ("\(menu.stepTitle(step)) takes nobody's hands.", look)
    case .needsCook(let step, let cook):
      ("\(menu.stepTitle(step)) is for \(cook) alone.", "The dish says so.")
    case .inTheseHands(let step): ("That cook has \(menu.stepTitle(step)) already.", look)
    case .dishOver(let dish): ("Nothing is left of \(menu.dishes[dish].label).", look)
    case .nothingToUndo:
      (
        "There is nothing to take back.",
        "Undo takes back done, start, skip and the like, the last said first."
      )
    case .notBegun: ("Cooking has not begun yet.", look)
    case .paused: ("The run is paused already.", "souschef run resume")
    case .notPaused: ("The run is not paused.", look)
    }
  }
}
