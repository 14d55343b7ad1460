import KitchenModel
import Rendering
import SouschefCore
import Synchronization

/// The terminal's full screen while it shows a run that is cooked elsewhere.
final class WatchedScreen: Sendable {
  private let workspace: Workspace
  private let model = Mutex(Model())

  private struct Model {
    var state: LiveState?
    var screen = Screen()
    var isOpen = false
    var attending: Task<Void, Never>?
  }

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Shows where the run stands; the first time it takes the terminal.
  func show(_ state: LiveState) {
    model.withLock { model in
      model.state = state
      model.attending = model.attending ?? Task { await attend() }
    }
    draw()
  }

  /// Gives the terminal back.
  func close() async {
    let attending = model.withLock { $0.attending }
    attending?.cancel()
    await attending?.value
  }

  private func attend() async {
    guard let terminal = RawTerminal() else { return }
    model.withLock { $0.isOpen = true }
    defer { model.withLock { $0.isOpen = false } }
    for await event in TerminalEvents(tick: 100).stream {
      switch event {
      case .suspended:
        model.withLock { $0.isOpen = false }
        RawTerminal.suspend()
        reopen()
      case .resized: reopen()
      case .tick, .keys, .inputEnded: break
      }
      draw()
    }
    _ = consume terminal
  }

  private func reopen() {
    model.withLock { model in
      model.isOpen = true
      model.screen.invalidate()
    }
  }

  private func draw() {
    let now = workspace.clock()
    model.withLock { model in
      guard model.isOpen, let state = model.state else { return }
      let live = LiveScreen(
        state, clock: LocalClock(workspace.timeZone), footer: "Ctrl-C leaves.")
      let size = Screen.size
      model.screen.draw(live.text(at: state.elapsed(at: now), size: size), size: size)
    }
  }
}
