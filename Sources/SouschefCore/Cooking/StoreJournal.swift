import KitchenModel
import KitchenStore
import MealExecution

/// The executor's journal in the store: an event is on the disk when `append` returns.
struct StoreJournal: RunJournal {
  let store: KitchenStore
  let run: Int

  func append(_ entries: [RunEntry]) async throws {
    let plans = entries.compactMap { entry in
      entry.plan.map { (plan: $0, at: entry.event.at) }
    }
    try store.runs.append(entries.map(\.event), to: run, replacing: plans)
  }
}
