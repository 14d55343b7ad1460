import KitchenModel
import MealExecution
import Synchronization

/// A journal of a rehearsal: counts the plans and forgets the rest.
final class CountingJournal: RunJournal {
  private let count = Atomic<Int>(0)

  /// How often the plan was replaced.
  var replans: Int { count.load(ordering: .relaxed) }

  func append(_ entries: [RunEntry]) async throws {
    count.add(entries.count { $0.event.kind == .planReplaced }, ordering: .relaxed)
  }
}

/// Nobody listens to a rehearsal.
struct SilentAnnouncer: RunAnnouncer {
  func announce(_ entry: RunEntry) async {}
  func remark(_ remark: RunRemark) async {}
  func answer(_ request: RunRequest, _ answer: Result<VerbOutcome, VerbRefusal>) async {}
}
