import KitchenModel
import MealExecution

/// The executor's remarks, in kitchen words.
struct RemarkWording {
  private let menu: Menu

  init(_ menu: Menu) { self.menu = menu }

  func diagnostic(_ remark: RunRemark) -> Diagnostic {
    switch remark {
    case .preheat(let preheat):
      Diagnostic(
        .couldNotBeDone,
        "Heat \(preheat.equipment) \(preheat.unit) to \(preheat.temperature.text).",
        severity: .remark)
    case .startedTooLate(let step, let other, let excess):
      Diagnostic(
        .couldNotBeDone,
        "\(menu.title(step)) started \(excess.spokenText) later after \(menu.title(other)) than it "
          + "should.", severity: .warning)
    case .heldTooLong(let dish, let excess):
      Diagnostic(
        .couldNotBeDone,
        "\(menu.dishes[dish].label) waited \(excess.spokenText) longer than it should.",
        severity: .warning)
    case .stuck(let steps):
      Diagnostic(
        .couldNotBeDone,
        "Nothing can go on: \(steps.map(menu.title).joined(separator: ", ")) cannot start.",
        severity: .warning)
    }
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
        "That could be \(steps.map(menu.title).joined(separator: ", ")).",
        "Name the step: Dish/step."
      )
    case .notRunning(let step, let status):
      ("\(menu.title(step)) is not running; it is \(status.rawValue).", look)
    case .notPending(let step, let status):
      ("\(menu.title(step)) cannot start; it is \(status.rawValue).", look)
    case .notPossible(let step):
      (
        "\(menu.title(step)) cannot start yet.",
        "What it follows, its cook or its equipment is not free."
      )
    case .outOfTime(let step, let moment):
      (
        "\(menu.title(step)) cannot have ended \(moment.spokenText) after the start.",
        "A time between its start and now."
      )
    case .paused: ("The run is paused already.", "souschef run resume")
    case .notPaused: ("The run is not paused.", look)
    }
  }
}

extension Menu {
  /// A step as people name it.
  func title(_ reference: StepReference) -> String {
    let title = self[reference].title
    let label = dishes[reference.dish].label
    return title == label ? title : "\(title) (\(label))"
  }
}
