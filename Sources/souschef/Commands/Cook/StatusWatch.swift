import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// Shows a run that another process cooks until it ends: a full screen on a terminal, else a card
/// or a JSON line at each change.
struct StatusWatch {
  let workspace: Workspace
  let isJSON: Bool
  let wantsScreen: Bool

  /// How it came to an end.
  private enum Ending: Sendable {
    /// Nothing was cooking.
    case idle
    /// The run is not cooked any more.
    case over(run: Int)
    /// Whoever watched has left.
    case left
  }

  /// Watches; exit code 1 where nothing is cooking.
  func run() throws {
    let ending = try runBlocking { [self] in
      let interrupts = Interrupts()
      let screen = wantsScreen ? WatchedScreen(workspace) : nil
      let watching = Task { try await follow(on: screen) }
      let stopping = Task { for await _ in interrupts.arrivals { watching.cancel() } }
      defer { stopping.cancel() }
      let ending = await watching.result
      await screen?.close()
      return try ending.get()
    }
    switch ending {
    case .idle:
      let interrupted = try FindInterrupted().perform(in: workspace).value
      Output.show(IdleText.text(interrupted: interrupted, in: workspace))
      throw ExitCode(1)
    case .over(let run):
      if !isJSON { Output.say("Run \(run) is not being cooked any more.") }
    case .left: break
    }
  }

  /// - Parameter screen: Where it is shown; nil for lines.
  private func follow(on screen: WatchedScreen?) async throws -> Ending {
    var shown: Run?
    for await update in RunFeed(in: workspace) {
      switch update {
      case .unknown(let error): throw error
      case .idle: return shown.map { .over(run: $0.id) } ?? .idle
      case .cooking(let status):
        if let shown, shown.id != status.run.id { return .over(run: shown.id) }
        if let screen {
          screen.show(status.live)
        } else if status.run != shown {
          try announce(status)
        }
        shown = status.run
      }
    }
    return .left
  }

  private func announce(_ status: ShowStatus.Status) throws {
    if isJSON {
      try Output.announce(JSONValue(status.run, as: status.live, at: status.elapsed).compactText)
    } else {
      Output.show(
        RunStatusCard.text(
          of: status.live, clock: LocalClock(workspace.timeZone),
          elapsed: status.live.elapsed(at: workspace.clock()),
          width: Output.width))
      try Output.flush()
    }
  }
}
