extension Seconds {
  /// The form that files use and that reads back as the same length: `1h30m`, `45s`, `2d`, `0m`.
  package var fileText: String {
    guard count != 0 else { return "0m" }
    let size = abs(count)
    var text = count < 0 ? "-" : ""
    for (unit, letter) in [(86_400, "d"), (3600, "h"), (60, "m"), (1, "s")] {
      let part = letter == "d" ? size / unit : size % (unit * (unit == 3600 ? 24 : 60)) / unit
      if part > 0 { text += "\(part)\(letter)" }
    }
    return text
  }

  /// The form that people read: `45 s`, `9 min 30 s`, `10 min`, `3 h 10`, `2 h`, `1 d 4 h`. Seconds
  /// are left out from ten minutes on, minutes from a day on.
  package var spokenText: String {
    let size = abs(count)
    switch size {
    case ..<600: return exactText
    case ..<86_370: return Seconds(count.signum() * ((size + 30) / 60 * 60)).exactText
    default: return Seconds(count.signum() * ((size + 1800) / 3600 * 3600)).exactText
    }
  }

  /// By how much something is late, or early where the length is negative: `4 min late`.
  package var latenessText: String {
    self < .zero ? "\((.zero - self).spokenText) early" : "\(spokenText) late"
  }

  /// ``spokenText`` to the second, for what a cook has written: `12 min 30 s`.
  package var exactText: String {
    let size = abs(count)
    let sign = count < 0 ? "-" : ""
    let (days, hours, minutes, seconds) =
      (size / 86_400, size % 86_400 / 3600, size % 3600 / 60, size % 60)
    var parts: [String] = []
    if days > 0 { parts.append("\(days) d") }
    if hours > 0 { parts.append("\(hours) h") }
    if minutes > 0 {
      // "3 h 10" needs no unit; anything else does.
      let bare = hours > 0 && seconds == 0
      parts.append(bare ? (minutes < 10 ? "0\(minutes)" : "\(minutes)") : "\(minutes) min")
    }
    if seconds > 0 || parts.isEmpty { parts.append(size == 0 ? "0 min" : "\(seconds) s") }
    return sign + parts.joined(separator: " ")
  }
}
