import KitchenModel
import Synchronization

/// At most so many in a second, for each key.
final class RateLimit: Sendable {
  private let most: Int
  private let recent = Mutex<[String: [Instant]]>([:])

  init(most: Int) { self.most = most }

  /// Counts one more of `key`; false where there have been enough in the last second.
  func allows(_ key: String, at now: Instant) -> Bool {
    recent.withLock { recent in
      if recent.count > 1000 {
        recent = recent.filter { $0.value.contains { now.milliseconds - $0.milliseconds < 1000 } }
      }
      let last = (recent[key] ?? []).filter {
        (0..<1000).contains(now.milliseconds - $0.milliseconds)
      }
      guard last.count < most else {
        recent[key] = last
        return false
      }
      recent[key] = last + [now]
      return true
    }
  }
}
