import KitchenModel
import MealExecution
import Synchronization

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

/// Writes down what is said and whether it was durable by then; lets a test wait for a line.
final class Listener: RunAnnouncer {
  private struct State {
    var lines: [String] = []
    var answers: [VerbRefusal?] = []
    var undurable: [String] = []
    var waiting: [(line: String, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())
  private let journal: MemoryJournal

  init(_ journal: MemoryJournal) { self.journal = journal }

  var lines: [String] { state.withLock { $0.lines } }
  var answers: [VerbRefusal?] { state.withLock { $0.answers } }
  /// What was announced before the journal had it.
  var undurable: [String] { state.withLock { $0.undurable } }

  func announce(_ entry: RunEntry) async {
    let isDurable = journal.entries.contains(entry)
    let line = "\(entry.event.elapsed.count)s \(entry.event.text ?? entry.event.kind.rawValue)"
    hear(line) { if !isDurable { $0.undurable.append(line) } }
  }

  func remark(_ remark: RunRemark) async { hear("* \(remark)") { _ in } }

  func answer(_ command: RunCommand, _ refusal: VerbRefusal?) async {
    hear("answer \(command.ticket ?? 0)") { $0.answers.append(refusal) }
  }

  private func hear(_ line: String, _ note: (inout sending State) -> Void) {
    let ready = state.withLock { state in
      state.lines.append(line)
      note(&state)
      let ready = state.waiting.filter { $0.line == line }
      state.waiting.removeAll { $0.line == line }
      return ready.map(\.continuation)
    }
    for continuation in ready { continuation.resume() }
  }

  /// Returns when the line has been said.
  func hears(_ line: String) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.lines.contains(line) { return true }
        state.waiting.append((line, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }
}

/// Answers every request with the same plan, or none.
struct FixedReplanner: Replanner {
  var answer: Plan?

  func plan(after situation: RunSituation, cause: ReplanCause) async -> Replanning? {
    answer.map { Replanning(plan: $0) }
  }
}
