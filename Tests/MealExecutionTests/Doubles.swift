import KitchenModel
import MealExecution
import MealPlanning
import Synchronization
import TestSupport

/// A journal in memory that can refuse.
final class MemoryJournal: RunJournal {
  struct Full: Error {}

  private let state = Mutex<(entries: [RunEntry], room: Int)>(([], .max))

  /// A journal that takes so many entries and then throws.
  init(room: Int = .max) { state.withLock { $0.room = room } }

  var entries: [RunEntry] { state.withLock { $0.entries } }

  func append(_ entries: [RunEntry]) async throws {
    try state.withLock { state in
      guard state.entries.count + entries.count <= state.room else { throw Full() }
      state.entries += entries
    }
  }
}

/// Writes down what is said and whether it was durable by then; lets a test wait for what it hears.
final class Listener: RunAnnouncer {
  private struct State {
    var lines: [String] = []
    var answers: [VerbRefusal?] = []
    var answersByTicket: [Int: VerbRefusal?] = [:]
    var undurable: [String] = []
    var missed: [Seconds] = []
    var menu: Menu?
    /// The machine as it was shown last, and how often one has been shown.
    var shown: (machine: RunStateMachine, count: Int)?
    var waiting:
      [(holds: @Sendable (State) -> Bool, continuation: CheckedContinuation<Void, Never>)] =
        []
  }

  private let state = Mutex(State())
  private let journal: MemoryJournal
  private let clock: ManualClock?

  /// A listener that notes the moment of what is not an event, where it has a clock.
  init(_ journal: MemoryJournal, clock: ManualClock? = nil) {
    self.journal = journal
    self.clock = clock
  }

  var lines: [String] { state.withLock { $0.lines } }
  var answers: [VerbRefusal?] { state.withLock { $0.answers } }
  /// What was announced before the journal had it.
  var undurable: [String] { state.withLock { $0.undurable } }
  /// How often a machine has been shown.
  var showings: Int { state.withLock { $0.shown?.count ?? 0 } }
  /// For how long each time nobody was there, where that was reported.
  var missed: [Seconds] { state.withLock { $0.missed } }

  func announce(_ entry: RunEntry) async {
    let isDurable = journal.entries.contains(entry)
    let isSilent =
      entry.event.kind.isUntold
      || entry.event.text == nil && [.runServed, .actDue, .actDone].contains(entry.event.kind)
    let line = "\(entry.event.elapsed.count)s \(entry.event.text ?? entry.event.kind.rawValue)"
    note { state in
      if !isSilent { state.lines.append(line) }
      if !isDurable { state.undurable.append(line) }
      if let plan = entry.plan { state.menu = plan.menu }
    }
  }

  func summarize(_ entries: [RunEntry], missed: Seconds) async {
    note { $0.missed.append(missed) }
    for entry in entries { await announce(entry) }
  }

  func remark(_ remark: RunRemark) async {
    let moment = clock.map { "\($0.elapsed.count)s " } ?? ""
    note { state in
      state.lines.append("\(moment)* " + (state.menu.map(remark.words) ?? "\(remark)"))
    }
  }

  func show(_ machine: RunStateMachine) async {
    note { state in
      state.menu = machine.plan.menu
      state.shown = (machine, (state.shown?.count ?? 0) + 1)
    }
  }

  func answer(_ request: RunRequest, _ answer: Result<VerbOutcome, VerbRefusal>) async {
    let refusal: VerbRefusal? = if case .failure(let refusal) = answer { refusal } else { nil }
    note { state in
      state.answers.append(refusal)
      if let ticket = request.ticket { state.answersByTicket[ticket] = refusal }
      state.lines.append("answer \(request.ticket ?? 0)")
    }
  }

  /// Returns when the line has been said.
  func hears(_ line: String) async { await wait { $0.lines.contains(line) } }

  /// The answer to a verb, once it is there.
  func answer(to ticket: Int) async -> VerbRefusal? {
    await wait { $0.answersByTicket[ticket] != nil }
    return state.withLock { $0.answersByTicket[ticket] ?? nil }
  }

  /// The machine once it has been shown more often than that, and how often it has been.
  func shows(after count: Int) async -> (machine: RunStateMachine, count: Int)? {
    await wait { $0.shown.map { $0.count > count } ?? false }
    return state.withLock { $0.shown }
  }

  private func wait(until holds: @escaping @Sendable (State) -> Bool) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if holds(state) { return true }
        state.waiting.append((holds, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  private func note(_ change: (inout sending State) -> Void) {
    let ready = state.withLock { state in
      change(&state)
      let waiting = state.waiting
      state.waiting = waiting.filter { !$0.holds(state) }
      return waiting.filter { $0.holds(state) }.map(\.continuation)
    }
    for continuation in ready { continuation.resume() }
  }
}

/// Puts dishes that come on the menu behind everything else.
struct AppendingPlacer: DishPlacer {
  func plan(_ plan: Plan, adding dishes: [Dish]) -> Plan? { plan.adding(dishes) }
}

/// Answers every request with the same plan, or none.
struct FixedReplanner: Replanner {
  var answer: Plan?

  func plan(after situation: RunSituation, cause: ReplanCause) async -> ReplanAnswer? {
    answer.map { ReplanAnswer(plan: $0) }
  }
}
