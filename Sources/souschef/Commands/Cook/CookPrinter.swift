import KitchenModel
import Rendering
import SouschefCore

/// A run as plain lines or as JSON Lines, each handed over as it is said.
struct CookPrinter: CookAudience {
  /// How events are printed.
  enum Format: Sendable {
    case lines, json
  }

  /// How events are printed.
  let format: Format

  func hear(_ event: RunEvent, of run: Int, cooking menu: Menu) throws {
    switch format {
    case .json:
      try Output.announce(JSONValue(event, runID: run, menu: menu).compactText)
    case .lines:
      guard let text = event.text else { return }
      if event.kind.isRemark {
        Output.writeError(TerminalText.sanitized(text) + "\n")
      } else {
        try Output.announce(TerminalText.sanitized(text))
      }
    }
  }

  func hear(_ remark: Diagnostic) { Output.report([remark]) }
}

extension RunEvent.Kind {
  /// Whether the line for it is a remark beside the cooking rather than part of it.
  fileprivate var isRemark: Bool {
    switch self {
    case .stepOverdue, .planReplaced, .runInterrupted: true
    case .runStarted, .stepStarted, .stepFinished, .stepSkipped, .runPaused, .runResumed,
      .runAborted, .runFinished:
      false
    }
  }
}
