import KitchenModel
import Rendering
import SouschefCore
import Synchronization

/// The full-screen view of a run that is cooked here: shows what it hears, and turns keys into
/// what the cook says.
final class LiveView: RunObserver {
  /// What the cook says by the keys.
  let input: AsyncStream<RunVerb>
  private let said: AsyncStream<RunVerb>.Continuation
  /// Yields once there is something to show.
  private let arrival: (stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation)
  private let workspace: Workspace
  private let alerts: Alerts
  private let model = Mutex(Model())

  private struct Model {
    var state: LiveState?
    /// Whether the terminal is the view's.
    var isOpen = false
    /// Whether the terminal has been given back for good.
    var isClosed = false
    var keys = LiveKeys()
    var screen = Screen()
    /// What was said since the view began, for after it has gone.
    var log: [String] = []
  }

  init(workspace: Workspace, alerts: Alerts) {
    self.workspace = workspace
    self.alerts = alerts
    arrival = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    (input, said) = AsyncStream.makeStream(of: RunVerb.self)
  }

  var isWatching: Bool { true }

  func didRecord(_ event: RunEvent, of run: Int, cooking menu: Menu) throws {
    if event.kind == .actDue { alerts.ring() }
    guard let text = event.spokenText else { return }
    model.withLock { $0.log.append(text) }
    alerts.raise(text, for: event.kind)
  }

  func didRemind(_ remark: Diagnostic) {
    alerts.ring()
    didRemark(remark)
  }

  func didMiss(
    missed events: [RunEvent], for missed: Seconds, of run: Int, cooking menu: Menu
  ) throws {
    let summary = MissedText.line(events, missed)
    model.withLock { $0.log.append(summary) }
    alerts.raise(summary)
  }

  func didRemark(_ remark: Diagnostic) {
    model.withLock { $0.log.append(remark.message) }
    alerts.raise(remark.message)
  }

  func didUpdate(_ state: LiveState) {
    let now = workspace.clock()
    model.withLock { model in
      model.state = state
      model.keys.note(state, at: now)
    }
    arrival.continuation.yield()
    draw()
  }

  /// Returns when there is something to show, so that the search for a plan keeps its line.
  func waitForTheFirstState() async {
    for await _ in arrival.stream { return }
  }

  /// Draws nothing any more: the terminal is about to be given back.
  func close() {
    model.withLock { model in
      model.isOpen = false
      model.isClosed = true
    }
  }

  /// The latest lines, oldest first.
  var lastWords: [String] { model.withLock { Array($0.log.suffix(5)) } }

  /// Takes part in what happens at the terminal until the task is cancelled.
  ///
  /// - Parameter leave: called when the cook leaves the run to be taken up later.
  func attend(_ events: TerminalEvents, leave: @Sendable () -> Void) async {
    model.withLock { $0.isOpen = !$0.isClosed }
    defer { model.withLock { $0.isOpen = false } }
    draw()
    for await event in events.stream {
      switch event {
      case .keys(let bytes):
        for said in take(bytes) {
          if case .say(let input) = said { self.said.yield(input) } else { leave() }
        }
        draw()
      case .suspended:
        model.withLock { $0.isOpen = false }
        RawTerminal.suspend()
        model.withLock { model in
          model.isOpen = !model.isClosed
          model.screen.invalidate()
        }
        draw()
      case .resized:
        model.withLock { $0.screen.invalidate() }
        draw()
      case .tick: draw()
      case .inputEnded: continue
      }
    }
  }

  private func take(_ bytes: [UInt8]) -> [LiveKeys.Outcome] {
    let now = workspace.clock()
    return model.withLock { model in
      guard let state = model.state else { return [] }
      return model.keys.take(bytes, state, at: now)
    }
  }

  private func draw() {
    let now = workspace.clock()
    model.withLock { model in
      guard let state = model.state, model.isOpen else { return }
      let (size, elapsed) = (Screen.size, state.elapsed(at: now))
      let screen = LiveScreen(
        state, clock: LocalClock(workspace.timeZone), selection: model.keys.selection,
        footer: model.keys.footer(at: elapsed, width: size.width),
        help: model.keys.showsHelp ? LiveKeys.help(width: size.width) : [])
      model.screen.draw(screen.text(at: elapsed, size: size), size: size)
    }
  }
}
