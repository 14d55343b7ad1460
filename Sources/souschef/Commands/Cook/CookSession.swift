import KitchenModel
import Rendering
import SouschefCore

/// Cooks at this terminal: in lines, or on a full screen.
struct CookSession {
  let workspace: Workspace
  let request: CookRequest
  let alerts: Alerts

  /// Cooks and prints what happens.
  func print(_ format: CookPrinter.Format) throws -> CookMeal.Result {
    let isListening = request.clock == .live && Keyboard.isThere
    if isListening, format == .lines { TypedVerb.sayWhatCanBeTyped() }
    let (leaving, left) = AsyncStream.makeStream(of: Void.self)
    let keyboard = Keyboard(
      isListening: isListening, clock: workspace.clock,
      obey: { [path = workspace.databasePath] line in
        if TypedVerb.leaves(line) { left.yield() } else { TypedVerb.obey(line, database: path) }
      })
    return try cook(CookPrinter(format: format, alerts: alerts), keyboard.input) { leave in
      for await _ in leaving { leave() }
    }
  }

  /// Cooks on a full screen, which goes away with the end of the run.
  func showScreen() throws -> CookMeal.Result {
    let view = LiveView(workspace: workspace, alerts: alerts)
    defer {
      view.close()
      RawTerminal.restore()
      for line in view.lastWords { try? Output.tell(line) }
    }
    return try cook(view, view.input) { leave in
      await view.waitForTheFirstState()
      guard let terminal = RawTerminal() else { return }
      await view.attend(TerminalEvents(tick: 250), leave: leave)
      _ = consume terminal
    }
  }

  /// Cooks while `company` goes on beside it; it is handed what interrupts the run.
  private func cook(
    _ observer: any RunObserver, _ input: AsyncStream<RunVerb>,
    beside company: @escaping @Sendable (_ leave: @escaping @Sendable () -> Void) async -> Void
  ) throws -> CookMeal.Result {
    let interrupts = Interrupts()
    let progress = ProgressLine()
    defer { progress.clear() }
    return try runBlocking { [request, workspace] in
      let cooking = Task {
        try await CookMeal(request: request).perform(
          in: workspace, observer: observer, input: input,
          isCancelled: { interrupts.hasCome }, onProgress: progress.report)
      }
      let watching = Task { for await _ in interrupts.arrivals { cooking.cancel() } }
      let attending = Task { await company { cooking.cancel() } }
      defer {
        watching.cancel()
        attending.cancel()
      }
      return try await cooking.value
    }
  }
}
