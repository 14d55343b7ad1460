/// The states before the verbs that can be taken back, the last verb's last.
struct UndoHistory: Sendable {
  private(set) var entries: [Entry] = []

  /// What undo goes back to.
  struct Entry: Sendable {
    /// The state before the verb.
    var state: RunState
    /// The step that the verb itself started; undo takes it back.
    var begun: Int?
    /// What the verb led to; nil where a log does not tell.
    var outcome: VerbOutcome?
  }

  /// How many verbs can be taken back one after the other.
  private static let capacity = 20

  /// Remembers the state before a verb that was followed.
  mutating func push(_ entry: Entry) {
    entries.append(entry)
    if entries.count > Self.capacity { entries.removeFirst() }
  }

  /// Takes the last entry; nil where nothing can be taken back.
  mutating func pop() -> Entry? { entries.popLast() }

  /// Forgets everything.
  mutating func clear() { entries = [] }

  /// Notes that the last verb started a step.
  mutating func setBegun(_ index: Int?) {
    guard !entries.isEmpty else { return }
    entries[entries.count - 1].begun = index
  }

  /// A run that was paused when its process went has gone on since, whatever is taken back.
  mutating func resume() {
    for index in entries.indices where entries[index].state.phase == .paused {
      entries[index].state.phase = .running
    }
  }
}
