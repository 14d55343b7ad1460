import KitchenModel
import KitchenStore
import MealExecution

/// What a run has been so far, in memory: enough to store it anywhere.
struct RunLedger: Sendable {
  /// The run's number.
  let run: Int
  /// How it is cooked.
  let settings: Settings
  /// The plan that it began with.
  private let plan: Plan
  /// The plans that it went over to, with the moment of each.
  private var replacements: [(plan: Plan, at: Instant)] = []
  /// Its whole log.
  private(set) var events: [RunEvent] = []

  /// What stays the same for a run's whole life.
  struct Settings: Sendable {
    var mode: Run.Mode
    var speedThousandths: Int
    var policy: Run.Policy
    var startedAt: Instant
  }

  /// Begins the ledger of a run to which nothing has happened yet.
  init(run: Int, of plan: Plan, _ settings: Settings) {
    (self.run, self.plan, self.settings) = (run, plan, settings)
  }

  /// Continues the ledger of a stored run.
  ///
  /// - Parameter plans: The plans that it has followed, in order; at least one.
  init(run: Int, following plans: [Plan], _ settings: Settings, events: [RunEvent]) {
    self.init(run: run, of: plans[0], settings)
    self.events = events
    let moments = events.filter { $0.kind == .planReplaced }.map(\.at)
    replacements = zip(plans.dropFirst(), moments).map { ($0, $1) }
  }

  /// What is cooked.
  var meal: String { plan.menu.name }

  /// Takes in what has happened.
  mutating func take(_ entries: [RunEntry]) {
    events += entries.map(\.event)
    replacements += entries.replacements
  }

  /// The run's record.
  ///
  /// - Throws: ``Diagnostic``.
  func record() throws -> Run? { try stored().runs.run(run) }

  /// The run as a history of its own, for `history import`.
  ///
  /// - Throws: ``Diagnostic``.
  func historyText() throws -> String {
    var text = ""
    try stored().exportHistory { text += $0 + "\n" }
    return text
  }

  /// A kitchen in memory that has cooked nothing but this.
  private func stored() throws -> KitchenStore {
    let store = try KitchenStore.inMemory()
    _ = try store.runs.begin(
      .new(plan), number: run, mode: settings.mode, speedThousandths: settings.speedThousandths,
      policy: settings.policy, startedAt: settings.startedAt,
      lease: RunLease(pid: 0, token: "", host: "local", renewedAt: settings.startedAt))
    try store.runs.append(events, to: run, replacing: replacements)
    return store
  }
}

extension [RunEntry] {
  /// The plans that come with the entries, with the moment of each.
  var replacements: [(plan: Plan, at: Instant)] {
    compactMap { entry in entry.plan.map { (plan: $0, at: entry.event.at) } }
  }
}
