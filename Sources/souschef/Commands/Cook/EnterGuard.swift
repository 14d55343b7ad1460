import KitchenModel
import Rendering

/// Keeps a second Enter, meant for what was there a moment ago, from answering what has come since.
struct EnterGuard {
  private var lastEnter: Instant?
  private var changedAt: Instant?
  private var now: [LiveSelection] = []

  /// How long a press may be meant for what was there before, in milliseconds.
  private static let grace = 1000

  /// Notes what is shown as to be done now.
  mutating func note(_ acts: [LiveSelection], at moment: Instant) {
    guard acts != now else { return }
    now = acts
    changedAt = moment
  }

  /// Whether an Enter counts; one that does is remembered.
  mutating func accepts(at moment: Instant) -> Bool {
    func isFresh(_ since: Instant) -> Bool {
      moment.milliseconds - since.milliseconds < Self.grace
    }
    if let lastEnter {
      if isFresh(lastEnter) { return false }
      // The answer may have taken a moment to change what is shown.
      if let changedAt, isFresh(changedAt), changedAt >= lastEnter,
        changedAt.milliseconds - lastEnter.milliseconds < 2 * Self.grace
      {
        return false
      }
    }
    lastEnter = moment
    return true
  }
}
