import KitchenModel

/// Writes hours, minutes and seconds as a clock does.
enum MomentText {
  /// `0:05` or, with two digits for the hour, `00:05`; seconds only where there are any.
  static func clock(_ seconds: Int, hourDigits: Int = 1) -> String {
    let size = Int(seconds.magnitude)
    let hour = padded(size / 3600, hourDigits)
    let minute = padded(size % 3600 / 60, 2)
    let second = size % 60 == 0 ? "" : ":" + padded(size % 60, 2)
    return (seconds < 0 ? "-" : "") + "\(hour):\(minute)\(second)"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
