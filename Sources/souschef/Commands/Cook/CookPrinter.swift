import JSON
import KitchenModel
import Rendering
import SouschefCore

/// A run as plain lines or as JSON Lines, each handed over as it is said.
struct CookPrinter: RunObserver {
  /// How events are printed.
  enum Format: Sendable {
    case lines, json
  }

  /// How events are printed.
  let format: Format
  /// Who is called when something happens.
  var alerts = Alerts(isOn: false)

  func didRecord(_ event: RunEvent, of run: Int, cooking menu: Menu) throws {
    switch format {
    case .json:
      try Output.announce(JSONValue(event, runID: run, menu: menu).compactText)
    case .lines:
      guard let text = event.spokenText else { return }
      if event.kind.isRemark {
        Output.writeError(sentences: text)
      } else {
        try Output.tell(text)
      }
    }
    if event.kind == .actDue { alerts.ring() }
    if let text = event.spokenText { alerts.raise(text, for: event.kind) }
  }

  func didMiss(
    missed events: [RunEvent], for missed: Seconds, of run: Int, cooking menu: Menu
  ) throws {
    guard case .lines = format else {
      for event in events { try didRecord(event, of: run, cooking: menu) }
      return
    }
    let summary = MissedText.line(events, missed)
    try Output.tell(summary)
    alerts.raise(summary)
  }

  func didRemind(_ remark: Diagnostic) {
    alerts.ring()
    didRemark(remark)
  }

  func didRemark(_ remark: Diagnostic) {
    Output.report([remark])
    alerts.raise(remark.message)
  }
}

/// What is said at once of the time for which the process stood still.
enum MissedText {
  /// The line: `Stopped for 4 min; meanwhile: Rice ready.`
  static func line(_ events: [RunEvent], _ missed: Seconds) -> String {
    let said = events.filter { !$0.kind.isRemark }.compactMap(\.spokenText)
    let what = said.isEmpty ? "nothing happened." : said.joined(separator: " ")
    return "Stopped for \(missed.spokenText); meanwhile: \(what)"
  }
}

extension RunEvent {
  /// What is said of the event, safe for a terminal; nil where nothing is.
  var spokenText: String? {
    guard let text else { return nil }
    let clean = TerminalText.sanitized(text)
    return kind == .runNoted ? "Note: \(clean)" : clean
  }
}

extension RunEvent.Kind {
  /// Whether the line for it is a remark beside the cooking rather than part of it.
  fileprivate var isRemark: Bool {
    switch self {
    case .stepOverdue, .planReplaced, .runInterrupted: true
    case .runStarted, .stepStarted, .stepFinished, .stepSkipped, .stepDropped, .stepHanded,
      .stepUndone, .runNoted, .actDue, .actDone, .runServed, .runPaused, .runResumed, .runAborted,
      .runFinished, .cookSaid,
      .cookTookBack:
      false
    }
  }
}
