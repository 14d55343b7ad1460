import KitchenModel
import MealExecution
import Rendering

/// The executor's remarks, in kitchen words.
struct RemarkWording {
  private let menu: Menu

  private let timeline: RunTimeline
  private let imperative: (Act) -> String

  /// - Parameter imperative: Says an act as something to do.
  init(_ menu: Menu, _ timeline: RunTimeline, _ imperative: @escaping (Act) -> String) {
    self.menu = menu
    self.timeline = timeline
    self.imperative = imperative
  }

  func diagnostic(_ remark: RunRemark) -> Diagnostic {
    switch remark {
    case .preheat(let preheat, let isCooling):
      Self.remark("\(menu.imperative(.heat(preheat.heating), cooling: isCooling)).")
    case .free(let moment, let act):
      Self.remark(
        "Free until \(timeline.clockText(at: moment) ?? moment.spokenText)\(then(act)).")
    case .soon(let step, let act, let left):
      if let act {
        Self.remark("In \(left.spokenText): \(imperative(act)).")
      } else {
        Self.remark(
          "\(left.spokenText) left: then \(step.map(menu.stepTitle) ?? "dinner is ready").")
      }
    case .overdue(let act, let excess):
      Self.remark(
        "\(imperative(act)): \(excess.wholeMinutes.spokenText) over: done? Enter.")
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
        "Nothing can continue: \(steps.map(menu.stepTitle).joined(separator: ", ")) cannot start.",
        severity: .warning)
    }
  }
}

extension RemarkWording {
  /// What comes then: ` (Heat the oven to 200C)`.
  private func then(_ act: Act?) -> String {
    act.map { Aside.text(imperative($0)) } ?? ""
  }

  private static func remark(_ text: String) -> Diagnostic {
    Diagnostic(.couldNotBeDone, text, severity: .remark)
  }
}

/// Why a verb was refused, in kitchen words.
struct RefusalWording {
  private let menu: Menu
  private let timeline: RunTimeline
  private let imperative: (Act) -> String

  /// - Parameter imperative: Says an act as something to do.
  init(_ menu: Menu, _ timeline: RunTimeline, _ imperative: @escaping (Act) -> String) {
    self.menu = menu
    self.timeline = timeline
    self.imperative = imperative
  }

  private func clock(_ moment: Seconds?) -> String {
    moment.flatMap { timeline.clockText(at: $0) }.map { ", at \($0)" } ?? ""
  }

  func diagnostic(_ refusal: VerbRefusal) -> Diagnostic {
    let (message, hint) = words(refusal)
    return Diagnostic(.couldNotBeDone, message, hints: [hint], severity: .warning)
  }

  /// How a step stands: `has not begun`.
  private static func said(_ status: RunStep.Status) -> String {
    switch status {
    case .pending: "has not begun"
    case .running: "is running"
    case .finished: "is done"
    case .skipped: "was skipped"
    case .dropped: "was left out"
    }
  }

  /// `: Peel (Gratin) is not done`.
  private func because(_ obstacle: StartObstacle) -> String {
    let names = menu.kitchen.cooks.names
    return switch obstacle {
    case .step(let other): ": \(menu.stepTitle(other)) is not done"
    case .time(let moment):
      timeline.clockText(at: moment).map { ": not before \($0)" }
        ?? ": not before \(moment.spokenText) after the start"
    case .cook(let cook, let step): ": \(names[cook]) is busy with \(menu.stepTitle(step))"
    case .away(let cook): ": \(names[cook]) is away"
    case .hands(let step):
      step.map { ": hands are busy with \(menu.stepTitle($0))" } ?? ": nobody is there"
    case .equipment(let name):
      menu.kitchen.equipment(named: name).map { $0.count * $0.slots > 1 } ?? false
        ? ": there is no room left (\(name))" : ": the \(name) is in use"
    case .heat(let name): ": the \(name) does not have its temperature yet"
    }
  }

  private func words(_ refusal: VerbRefusal) -> (String, Hint) {
    let look = Hint.advice(.showStatus)
    return switch refusal {
    case .over(let status): ("The run is \(status.rawValue).", look)
    case .unknown: ("This meal has no such step.", look)
    case .nothingDue(let act, let moment):
      (
        act.map { "Nothing to do now. Next: \(imperative($0))\(clock(moment))." }
          ?? "Nothing to do now.",
        "To end a waiting step early, name it."
      )
    case .nothingToStart(let next, let moment, let busy):
      if let busy {
        (
          "Nothing can start now: hands are busy with \(menu.stepTitle(busy)).",
          "Enter, or `done`, when that is done."
        )
      } else if let next {
        ("Nothing can start yet. Next: \(menu.stepTitle(next))\(clock(moment)).", look)
      } else {
        ("Everything has been started.", look)
      }
    case .notDue(let act): ("\(imperative(act)): not due yet.", look)
    case .nothingFits: ("Nothing is under way now.", look)
    case .ambiguous(let steps):
      (
        "That could be \(steps.map(menu.stepTitle).joined(separator: ", ")).",
        "Name the step: Dish/step."
      )
    case .notRunning(let step, let status):
      (
        "\(menu.stepTitle(step)) \(Self.said(status)).",
        status == .pending ? .advice(.startStep(menu.path(step))) : look
      )
    case .notPending(let step, let status):
      ("\(menu.stepTitle(step)) cannot start: it \(Self.said(status)).", look)
    case .notPossible(let step, let obstacle):
      ("\(menu.stepTitle(step)) cannot start yet\(obstacle.map(because) ?? "").", look)
    case .cookBusy(let cook, let step):
      (
        "\(menu.kitchen.cooks.names[cook]) is busy with \(menu.stepTitle(step)).",
        "Mark that as done first, or hand it over as well."
      )
    case .outOfTime(let step, let moment):
      (
        "\(step.map(menu.stepTitle) ?? "This") cannot have been done \(moment.spokenText) after the "
          + "start.",
        "Give a time between its start and now."
      )
    case .needsNoHands(let step): ("\(menu.stepTitle(step)) needs nobody's hands.", look)
    case .needsCook(let step, let cook):
      ("\(menu.stepTitle(step)) is for \(cook) only.", "The dish says so.")
    case .inTheseHands(let step): ("That cook has \(menu.stepTitle(step)) already.", look)
    case .dishOver(let dish): ("Nothing is left of \(menu.dishes[dish].label).", look)
    case .nothingToUndo:
      (
        "Nothing to undo.",
        "Undo takes back done, start, skip and the like, the newest first."
      )
    case .notBegun: ("Cooking has not begun yet.", .advice(.beginEarly))
    case .startsNothing: ("The run is paused: nothing starts until you resume.", .advice(.resume))
    case .paused: ("The run is already paused.", .advice(.resume))
    case .notPaused: ("The run is not paused.", look)
    }
  }
}
