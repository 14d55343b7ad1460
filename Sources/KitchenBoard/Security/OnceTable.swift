import KitchenModel

/// What came of requests that carry an id: whoever sends one again gets the same answer, and nothing
/// happens twice.
actor OnceTable {
  private struct Entry {
    var answer: Task<Answer, any Error>
    var madeAt: Instant
  }

  private var entries: [String: Entry] = [:]
  private let clock: @Sendable () -> Instant

  /// How long an answer is kept.
  private static let life = Seconds.minutes(10)
  private static let most = 10_000

  init(clock: @escaping @Sendable () -> Instant) { self.clock = clock }

  /// The answer to the request of this key: `body` makes it where nobody has asked yet.
  ///
  /// - Throws: what `body` throws; a failure is kept as well.
  func answer(
    to key: String, _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    if let entry = entries[key] { return try await entry.answer.value }
    let now = clock()
    if entries.count >= Self.most { entries = entries.filter { now < $0.value.madeAt + Self.life } }
    guard entries.count < Self.most else { throw BoardFailure.tooOften }
    let task = Task { try await body() }
    entries[key] = Entry(answer: task, madeAt: now)
    return try await task.value
  }
}
