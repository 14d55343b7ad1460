import Foundation
import KitchenModel
import Rendering

/// Calls the cook to the kitchen: the terminal's bell and a notification of the desktop.
struct Alerts: Sendable {
  /// Whether the desktop is to notify of whatever happens.
  let isOn: Bool
  /// Whether the bell rings for what somebody has to do.
  var rings = false

  /// Rings for something that somebody has to do.
  func ring() {
    guard rings, !isOn, Output.isTerminal else { return }
    Output.write("\u{7}")
    try? Output.flush()
  }

  /// Calls for what has happened, where it wants somebody.
  func raise(_ text: String, for kind: RunEvent.Kind) {
    switch kind {
    case .stepStarted, .stepFinished, .stepOverdue, .planReplaced, .actDue, .runServed,
      .runFinished:
      raise(text)
    default: break
    }
  }

  /// Calls.
  func raise(_ text: String) {
    guard isOn else { return }
    let clean = TerminalText.sanitized(text)
    if Output.isTerminal {
      // The bell, and a notification in the two dialects that terminals know.
      Output.write("\u{7}\u{1B}]9;\(clean)\u{7}\u{1B}]777;notify;souschef;\(clean)\u{7}")
      try? Output.flush()
    }
    notify(clean)
  }

  /// Sends a notification by the desktop's own program, where there is one; never waits for it.
  private func notify(_ text: String) {
    guard let program = Self.program else { return }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["--app-name=souschef", "--", "souschef", text]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }

  private static let program: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/notify-send" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()
}
