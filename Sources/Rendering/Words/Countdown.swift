package import KitchenModel

/// How long something has still to go, as a clock shows it.
package enum Countdown {
  /// `3:20`, `1:03:20`; `-0:40` past zero.
  package static func text(_ left: Seconds) -> String {
    let size = Int(left.count.magnitude)
    let (hours, minutes, seconds) = (size / 3600, size % 3600 / 60, size % 60)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let text =
      hours > 0
      ? "\(hours):\(padded(minutes)):\(padded(seconds))" : "\(minutes):\(padded(seconds))"
    return (left < .zero ? "-" : "") + text
  }
}
