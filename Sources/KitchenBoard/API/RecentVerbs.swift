import KitchenModel
import Synchronization

/// What screens did in the last seconds, so that the second of two can hear who was quicker.
final class RecentVerbs: Sendable {
  private struct Entry {
    var key: String
    var device: Device
    var at: Instant
  }

  private let entries = Mutex<[Entry]>([])
  private static let life = Seconds(10)

  /// Notes that a screen did something.
  func note(_ key: String, by device: Device, at now: Instant) {
    entries.withLock { entries in
      entries.removeAll { $0.at + Self.life < now }
      entries.append(Entry(key: key, device: device, at: now))
    }
  }

  /// The name of another screen that did the same just now; nil where none did.
  func other(than device: Device, _ key: String, since now: Instant) -> String? {
    entries.withLock { entries in
      entries.last { $0.key == key && $0.at + Self.life >= now && $0.device.id != device.id }?
        .device.name
    }
  }
}
