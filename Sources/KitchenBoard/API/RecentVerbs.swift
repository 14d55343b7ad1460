import KitchenModel
import Synchronization

/// What screens did in the last seconds, so that the second of two can hear who was quicker.
final class RecentVerbs: Sendable {
  /// What became of a verb.
  enum State: Sendable {
    case underWay, done, refused
  }

  private struct Entry {
    var id: Int
    var key: String
    var device: Device
    var at: Instant
    var state = State.underWay
  }

  private struct Model {
    var entries: [Entry] = []
    var lastID = 0
  }

  private let model = Mutex(Model())
  private static let life = Seconds(10)
  /// How often it is asked again what became of a verb that is under way, and how far apart.
  private static let patience = (looks: 100, pause: Duration.milliseconds(10))

  /// Notes that a screen begins a verb. Returns the attempt's number.
  func begin(_ key: String, by device: Device, at now: Instant) -> Int {
    model.withLock { model in
      model.entries.removeAll { $0.at + Self.life < now }
      model.lastID += 1
      model.entries.append(Entry(id: model.lastID, key: key, device: device, at: now))
      return model.lastID
    }
  }

  /// Notes what became of it.
  func settle(_ id: Int, _ state: State) {
    model.withLock { model in
      for index in model.entries.indices where model.entries[index].id == id {
        model.entries[index].state = state
      }
    }
  }

  /// The name of another screen that did the same just now; nil where none did. Waits, for a second at
  /// most, for one that is still under way.
  func other(than device: Device, _ key: String, since now: Instant) async -> String? {
    for _ in 0..<Self.patience.looks {
      let others = model.withLock { model in
        model.entries.filter {
          $0.key == key && $0.at + Self.life >= now && $0.device.id != device.id
        }
      }
      if let winner = others.last(where: { $0.state == .done }) { return winner.device.name }
      guard others.contains(where: { $0.state == .underWay }) else { return nil }
      try? await Task.sleep(for: Self.patience.pause)
    }
    return nil
  }
}
