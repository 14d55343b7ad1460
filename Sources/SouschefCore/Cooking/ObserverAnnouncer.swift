import KitchenModel
import KitchenStore
import MealExecution
import Rendering
import Synchronization

/// Passes what the executor says on to the audience, answers those who asked, and keeps the first
/// failure to do so.
final class ObserverAnnouncer: RunAnnouncer {
  private let observer: any RunObserver
  private let store: KitchenStore
  private let run: Int
  /// When everything was to be ready by the plan the run began with.
  private let promised: Seconds
  private let state: Mutex<State>

  private struct State {
    /// What is cooked; grows when dishes are added.
    var menu: Menu
    /// What a live view shows as the last thing said.
    var notice: LiveState.Notice?
    /// Whether it is still to be shown for the first time, and dated by that.
    var isFresh = false
    /// That the process had stood still, until that has been shown.
    var stop: String?
    /// The first failure to reach the observer.
    var failure: (any Error)?
    /// The clock of remarks.
    var timeline: RunTimeline
  }

  init(
    _ observer: any RunObserver, store: KitchenStore, run: Int, promised: Seconds, menu: Menu,
    timeline: RunTimeline
  ) {
    self.observer = observer
    self.store = store
    self.run = run
    self.promised = promised
    state = Mutex(State(menu: menu, timeline: timeline))
  }

  func announce(_ entry: RunEntry) async {
    if entry.event.kind.isUntold { return }
    attempt { try observer.didRecord(entry.event, of: run, cooking: menu(after: entry)) }
    guard entry.event.kind == .planReplaced else { return }
    state.withLock { state in
      let news = [state.stop, entry.event.text].compactMap(\.self).joined(separator: " ")
      state.notice = entry.event.text.map { _ in .init(news, since: entry.event.elapsed) }
      state.isFresh = false
    }
  }

  func summarize(_ entries: [RunEntry], missed: Seconds) async {
    guard let last = entries.last else { return }
    for entry in entries { _ = menu(after: entry) }
    let menu = menu(after: last)
    state.withLock { state in
      let stop = "Stopped for \(missed.spokenText)."
      state.stop = stop
      state.notice = .init(stop, since: last.event.elapsed)
      state.isFresh = true
    }
    attempt {
      try observer.didMiss(missed: entries.map(\.event), for: missed, of: run, cooking: menu)
    }
  }

  func remark(_ remark: RunRemark) async {
    let (menu, timeline) = state.withLock { ($0.menu, $0.timeline) }
    tell(RemarkWording(menu, timeline).diagnostic(remark))
  }

  func answer(_ request: RunRequest, _ refusal: VerbRefusal?) async {
    let diagnostic = refusal.map { RefusalWording(state.withLock { $0.menu }).diagnostic($0) }
    if let ticket = request.ticket {
      // Whoever asked waits only so long; where the answer cannot be written, the log still tells.
      try? store.runs.answer(ticket, PostedAnswer(refusal: diagnostic).text)
    } else if let diagnostic {
      tell(diagnostic)
    }
  }

  func show(_ machine: RunStateMachine) async {
    defer { state.withLock { $0.stop = nil } }
    guard observer.isWatching else { return }
    let notice = state.withLock { state in
      if state.isFresh { state.notice?.since = machine.now }
      state.isFresh = false
      return state.notice
    }
    observer.didUpdate(LiveState(machine, run: run, promised: promised, notice: notice))
  }

  /// Throws the first failure to reach the observer.
  func check() throws {
    if let error = state.withLock({ $0.failure }) { throw error }
  }

  private func tell(_ diagnostic: Diagnostic) {
    state.withLock { state in
      state.notice = .init(diagnostic.message, since: .zero)
      state.isFresh = true
    }
    observer.didRemark(diagnostic)
  }

  private func menu(after entry: RunEntry) -> Menu {
    state.withLock { state in
      if let plan = entry.plan { state.menu = plan.menu }
      return state.menu
    }
  }

  private func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      // Nobody listens any more; the meal goes on and the record is complete.
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }
}
