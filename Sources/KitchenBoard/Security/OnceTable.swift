import KitchenModel

/// What came of requests that carry an id: whoever sends one again gets the same answer, and nothing
/// happens twice.
actor OnceTable {
  private struct Entry {
    var answer: Task<Answer, any Error>
    var madeAt: Instant
    /// How many bytes the answer has; nil while it is made.
    var size: Int?
  }

  private var entries: [String: Entry] = [:]
  private let clock: @Sendable () -> Instant

  /// How long an answer is kept.
  private static let life = Seconds.minutes(10)
  private static let most = 10_000
  /// How many bytes are kept of all answers together: the oldest go first.
  private static let mostBytes = 16 << 20

  init(clock: @escaping @Sendable () -> Instant) { self.clock = clock }

  /// The answer to the request of this key: `body` makes it where nobody has asked yet.
  ///
  /// - Throws: what `body` throws; a failure is kept as well.
  func answer(
    to key: String, _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    if let entry = entries[key] { return try await entry.answer.value }
    let now = clock()
    entries = entries.filter { now < $0.value.madeAt + Self.life }
    guard entries.count < Self.most else { throw BoardFailure.tooOften }
    let task = Task { try await body() }
    entries[key] = Entry(answer: task, madeAt: now)
    let result = await task.result
    note((try? result.get())?.text.utf8.count ?? 0, of: key)
    return try result.get()
  }

  /// Notes how large an answer is, and lets go of the oldest where they are too much together.
  private func note(_ size: Int, of key: String) {
    entries[key]?.size = size
    var held = entries.values.reduce(0) { $0 + ($1.size ?? 0) }
    guard held > Self.mostBytes else { return }
    let finished = entries.filter { $0.value.size != nil }
    for (key, entry) in finished.sorted(by: { $0.value.madeAt < $1.value.madeAt })
    where held > Self.mostBytes {
      entries[key] = nil
      held -= entry.size ?? 0
    }
  }
}
