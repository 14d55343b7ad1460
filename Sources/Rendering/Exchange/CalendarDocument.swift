import KitchenModel

/// An iCalendar file (RFC 5545) on its way: times in UTC, each line ended by CRLF and folded at 75
/// octets.
struct CalendarDocument {
  /// An event.
  struct Event {
    /// What names it in every file that has it, so that importing again moves it.
    var identifier: String
    /// When it begins.
    var start: Instant
    /// When it ends; an event that ends as it begins takes no time.
    var end: Instant
    /// Its title.
    var summary: String
    /// What is said of it besides, a line each.
    var details: [String] = []
    /// What kind of event it is.
    var category: String
    /// Whether it rings as it begins.
    var alarm: Alarm = .none
  }

  /// Whether an event rings.
  enum Alarm { case none, atStart }

  private var lines: [String]
  private let stamp: String

  /// Begins a calendar.
  ///
  /// - Parameter stamp: When the document is made.
  init(named name: String, stamp: Instant) {
    self.stamp = ICalendarText.utc(stamp)
    lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//souschef//souschef//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + ICalendarText.escaped(name),
    ]
  }

  /// Adds an event.
  mutating func append(_ event: Event) {
    let summary = ICalendarText.escaped(event.summary)
    lines += [
      "BEGIN:VEVENT", "UID:\(event.identifier)@souschef", "DTSTAMP:\(stamp)",
      "DTSTART:\(ICalendarText.utc(event.start))",
    ]
    // An event without an end takes no time; an end equal to the start is not allowed.
    if event.end > event.start { lines.append("DTEND:\(ICalendarText.utc(event.end))") }
    lines.append("SUMMARY:" + summary)
    if !event.details.isEmpty {
      lines.append("DESCRIPTION:" + ICalendarText.escaped(event.details.joined(separator: "\n")))
    }
    lines += ["CATEGORIES:\(event.category)", "TRANSP:OPAQUE"]
    if event.alarm == .atStart {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S", "DESCRIPTION:" + summary, "END:VALARM",
      ]
    }
    lines.append("END:VEVENT")
  }

  /// The whole document.
  var text: String {
    (lines + ["END:VCALENDAR"]).map { ICalendarText.folded($0) + "\r\n" }.joined()
  }
}

extension CalendarDocument.Event {
  /// What kind of event a step is.
  static func category(_ kind: Way.Kind) -> String { kind == .blocking ? "Hands-on" : "Waiting" }
}
