import KitchenModel
import KitchenStore
import MealExecution

/// The executor's journal in the store: an event is on the disk when `append` returns.
struct StoreJournal: RunJournal {
  let store: KitchenStore
  let run: Int

  func append(_ entries: [RunEntry]) async throws {
    for entry in entries {
      guard let plan = entry.plan else { continue }
      _ = try store.plans.save(plan, cause: .replanned(run: run), at: entry.event.at)
    }
    try store.runs.append(entries.map(\.event), to: run)
  }
}
