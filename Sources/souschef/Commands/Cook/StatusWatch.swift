import ArgumentParser
import Glibc
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

  /// How often the database is looked at.
  private static let interval = Duration.milliseconds(100)

  /// Watches; exit code 1 where nothing is cooking.
  func run() throws {
    guard var status = try ShowStatus().perform(in: workspace).value else {
      Output.show(IdleText.text(interrupted: nil, in: workspace))
      throw ExitCode(1)
    }
    let interrupts = Interrupts()
    // Without a screen to give back, Ctrl-Z is the system's.
    let stops = wantsScreen ? Interrupts([SIGTSTP]) : nil
    defer { if stops != nil { signal(SIGTSTP, SIG_DFL) } }
    var screen: Screen? = wantsScreen ? Screen() : nil
    let terminal = screen == nil ? nil : RawTerminal()
    defer { RawTerminal.restore() }
    var shown: Run?
    while !interrupts.hasCome {
      if stops?.takeArrival() ?? false {
        RawTerminal.suspend()
        screen?.invalidate()
      }
      if screen != nil {
        let size = Screen.size
        let live = LiveScreen(
          status.live, clock: LocalClock(workspace.timeZone), footer: "Ctrl-C leaves.")
        screen?.draw(
          live.text(at: status.live.elapsed(at: workspace.clock()), size: size), size: size)
      } else if status.run != shown {
        shown = status.run
        try announce(status)
      }
      workspace.wait(Self.interval)
      guard let next = try ShowStatus().perform(in: workspace).value, next.run.id == status.run.id
      else { break }
      status = next
    }
    _ = consume terminal
    if !isJSON { Output.say("Run \(status.run.id) is not being cooked any more.") }
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
