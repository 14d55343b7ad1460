import KitchenModel
import MealExecution
import Rendering
import Synchronization

/// Passes what the executor says on to the audience, answers those who asked, and keeps the first
/// failure to do so.
final class ObserverAnnouncer: RunAnnouncer {
  private let observer: any RunObserver
  private let run: Int
  /// When dinner was to be.
  private let promise: ServingPromise
  private let state: Mutex<State>

  private struct State {
    /// What is cooked; grows when dishes are added.
    var menu: Menu
    /// What a live view shows as the last thing said.
    var notice: LiveState.Notice?
    /// As long as what is true the notice of a text is shown.
    var truth: (text: String, NoticeTruth)?
    /// Whether it is still to be shown for the first time, and dated by that.
    var isFresh = false
    /// That the process had stood still, until that has been shown.
    var stop: String?
    /// The first failure to reach the observer.
    var failure: (any Error)?
    /// The clock of remarks.
    var timeline: RunTimeline
    /// Where answers are stored.
    var journal: StoreJournal?
    /// What a view goes on showing while the run is not stored.
    var trouble: String?
    /// What was shown last.
    var shown: RunStateMachine?
    /// The acts that came due in this process, while those of before are still to be repeated; nil where
    /// none are.
    var newActs: Set<Act>?

    /// The line of the newest plan, for as long as it is news of the same moment.
    var planNews: LiveState.Notice?

    /// Shows what a cook has said, on a line below what else is news of this moment: what is to be done
    /// now comes first.
    mutating func tell(_ said: String) {
      let now = shown?.now ?? .zero
      let rest = isFresh ? notice?.text : planNews.flatMap { $0.since == now ? $0.text : nil }
      notice = .init([rest, said].compactMap(\.self).joined(separator: "\n"), since: now)
      isFresh = true
    }
  }

  /// Creates the announcer of a run as a process begins it or takes it up, when what was due before is
  /// said again.
  init(_ observer: any RunObserver, run: Int, promise: ServingPromise, _ machine: RunStateMachine) {
    self.observer = observer
    self.run = run
    self.promise = promise
    state = Mutex(
      State(
        menu: machine.state.menu, timeline: machine.settings.timeline,
        newActs: machine.state.acts.isEmpty ? nil : []))
  }

  func announce(_ entry: RunEntry) async {
    if entry.event.kind.isUntold { return }
    if entry.event.kind == .actDue, let act = entry.event.act {
      state.withLock { _ = $0.newActs?.insert(act) }
    }
    attempt { try observer.didRecord(entry.event, of: run, cooking: menu(after: entry)) }
    if entry.event.kind == .actDue { noteHeating(entry.event) }
    guard entry.event.kind == .planReplaced else { return }
    state.withLock { state in
      guard let text = entry.event.text else { return }
      let news = [state.stop, text].compactMap(\.self).joined(separator: " ")
      state.notice = .init(news, since: entry.event.elapsed)
      state.planNews = .init(text, since: entry.event.elapsed)
      state.isFresh = false
    }
  }

  /// Shows that something is to be heated where it is not shown as something to answer.
  private func noteHeating(_ event: RunEvent) {
    guard case .heat = event.act, let text = event.text else { return }
    state.withLock { state in
      guard state.shown?.settings.answering != .byCook else { return }
      state.notice = .init(text, since: event.elapsed)
      state.isFresh = true
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
    let diagnostic = RemarkWording(menu, timeline, imperative).diagnostic(remark)
    switch remark {
    case .overdue(let act, _):
      // From the next minute on it is over by more.
      note(diagnostic.message, for: .minutes(1), while: .isDue(act))
      observer.didRemind(diagnostic)
    // A view says that beside who is free.
    case .free: observer.didRemark(diagnostic)
    case .soon(_, let act, let left):
      // A view counts down beside it.
      let text = act.map { "Soon: \(imperative($0))." } ?? diagnostic.message
      note(text, for: left, while: act.map { .isComing($0) })
      observer.didRemark(diagnostic)
    default: tell(diagnostic)
    }
  }

  func answer(_ request: RunRequest, _ answer: Result<VerbOutcome, VerbRefusal>) async {
    let (menu, timeline) = state.withLock { ($0.menu, $0.timeline) }
    let posted: PostedAnswer
    switch answer {
    case .success(let outcome):
      let words = OutcomeWording(menu)
      posted = PostedAnswer(said: words.sentence(outcome))
      if let said = posted.said ?? words.state(outcome) {
        state.withLock { $0.tell(said) }
        showAgain()
      }
    case .failure(let refusal):
      posted = PostedAnswer(refusal: RefusalWording(menu, timeline, imperative).diagnostic(refusal))
    }
    if let ticket = request.ticket {
      // Whoever asked waits only so long; where the answer cannot be written, the log still tells.
      guard let text = try? posted.text else { return }
      await state.withLock { $0.journal }?.answer(ticket, text)
    } else if let refusal = posted.refusal {
      let present = state.withLock { $0.shown }.map { NoticeTruth.stands(.init($0)) }
      note(refusal.message, while: present)
      observer.didRemark(refusal)
      showAgain()
    }
  }

  func show(_ machine: RunStateMachine) async {
    repeatActs(of: machine)
    state.withLock { state in
      if state.isFresh, let since = state.notice?.since {
        state.notice?.since = machine.now
        state.notice?.until? += machine.now - since
      }
      if let (text, truth) = state.truth, state.notice?.text == text, !truth.holds(for: machine) {
        state.notice = nil
      }
      state.isFresh = false
      state.shown = machine
      state.timeline = machine.settings.timeline
    }
    showAgain()
    state.withLock { $0.stop = nil }
  }

  /// Says once more what was due before this process was there.
  private func repeatActs(of machine: RunStateMachine) {
    guard machine.status == .running || machine.status == .paused,
      let new = state.withLock({ $0.newActs })
    else { return }
    state.withLock { $0.newActs = nil }
    for event in machine.dueEvents where event.act.map({ !new.contains($0) }) ?? false {
      attempt { try observer.didRecord(event, of: run, cooking: machine.state.menu) }
    }
  }

  /// Shows what was shown last, with what has been said since.
  private func showAgain() {
    guard observer.isWatching else { return }
    let (shown, notice) = state.withLock { state in
      let trouble = state.trouble.map {
        LiveState.Notice($0, since: state.shown?.now ?? .zero)
      }
      return (state.shown, trouble ?? state.notice)
    }
    guard let shown else { return }
    let promised = promise.moment(on: shown.settings.timeline)
    observer.didUpdate(LiveState(shown, run: run, promised: promised, notice: notice))
  }

  /// Stores answers through the journal, behind what has happened by then; nil: nowhere any more.
  func answer(through journal: StoreJournal?) { state.withLock { $0.journal = journal } }

  /// Says what becomes of the storing, and goes on showing it while it is not well.
  func tell(_ news: StorageNews) {
    tell(news.diagnostic)
    state.withLock { $0.trouble = news.trouble }
    showAgain()
  }

  /// Says an act as something to do, with where and how long as the run has it.
  private func imperative(_ act: Act) -> String {
    let (machine, menu) = state.withLock { ($0.shown, $0.menu) }
    guard let machine else { return menu.imperative(act) }
    return machine.imperative(
      act, cooling: machine.state.acts.contains { $0.act == act && $0.isCooling })
  }

  /// Throws the first failure to reach the observer.
  func check() throws {
    if let error = state.withLock({ $0.failure }) { throw error }
  }

  func tell(_ diagnostic: Diagnostic) {
    note(diagnostic.message)
    observer.didRemark(diagnostic)
  }

  /// - Parameters:
  ///   - time: For how long it is true; nil for no end.
  ///   - truth: While what is so it is true; nil for always.
  private func note(_ text: String, for time: Seconds? = nil, while truth: NoticeTruth? = nil) {
    state.withLock { state in
      let now = state.shown?.now ?? .zero
      state.notice = .init(text, since: now, until: time.map { now + $0 })
      state.truth = truth.map { (text, $0) }
      state.isFresh = true
    }
  }

  private func menu(after entry: RunEntry) -> Menu {
    state.withLock { state in
      if let plan = entry.plan { state.menu = plan.menu }
      state.menu.leftOut = entry.leftOut
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
