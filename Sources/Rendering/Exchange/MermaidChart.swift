import KitchenModel

/// A Gantt chart in Mermaid on its way.
struct MermaidChart {
  private var lines: [String]
  private let start: Instant?
  private let clock: LocalClock

  /// Begins a chart; without a place on the clock it begins at midnight of an arbitrary day.
  init(titled title: String, startingAt start: Instant?, _ clock: LocalClock) {
    self.start = start
    self.clock = clock
    lines = [
      "gantt", "  title \(Self.safe(title))", "  dateFormat YYYY-MM-DDTHH:mm:ss",
      "  axisFormat %H:%M",
    ]
  }

  /// Begins a section.
  mutating func section(_ name: String) { lines.append("  section \(Self.safe(name))") }

  /// Adds a task: one of no length is a milestone. Hands-on work is drawn solid, waiting in the colour
  /// of what is done by itself.
  mutating func task(
    _ name: String, from start: Seconds, to end: Seconds, kind: Way.Kind = .waiting,
    isCritical: Bool = false
  ) {
    let tags = [
      end > start ? nil : "milestone, ", isCritical ? "crit, " : nil,
      kind == .blocking ? "active, " : nil,
    ].compactMap(\.self).joined()
    let until = end > start ? moment(end) : "0s"
    lines.append("  \(Self.safe(name)) :\(tags)\(moment(start)), \(until)")
  }

  /// Adds a moment.
  mutating func milestone(_ name: String, at time: Seconds) { task(name, from: time, to: time) }

  /// The whole chart.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// `2026-11-26T18:30:00` on the kitchen's clock.
  private func moment(_ moment: Seconds) -> String {
    let local = start.map { clock.localSeconds($0 + moment) } ?? 946_684_800 + moment.count
    return String(Instant(epochSeconds: local).iso8601.dropLast())
  }

  /// A name that Mermaid takes for a name: without the marks that end one, and not beginning with a
  /// word of its own.
  private static func safe(_ name: String) -> String {
    var safe = ""
    for character in TerminalText.sanitized(name) {
      switch character {
      case ":": safe.append("：")
      case ";": safe.append("；")
      case "#": safe.append("＃")
      case "%": safe.append("％")
      case "<": safe.append("‹")
      case ">": safe.append("›")
      default: safe.append(character)
      }
    }
    let first = safe.lowercased().prefix { $0.isLetter }
    return keywords.contains(String(first)) || beginsWithDate(safe) ? "– \(safe)" : safe
  }

  /// `2026-11-26 dinner`: Mermaid takes a date at the beginning of a line for one.
  private static func beginsWithDate(_ name: String) -> Bool {
    let head = Array(name.utf8.prefix(10))
    return head.count == 10
      && head.indices.allSatisfy { index in
        index == 4 || index == 7
          ? head[index] == UInt8(ascii: "-") : (48...57).contains(head[index])
      }
  }

  /// The words that begin a line of a Gantt chart of Mermaid.
  private static let keywords: Set<String> = [
    "gantt", "title", "section", "dateformat", "axisformat", "tickinterval", "excludes", "includes",
    "todaymarker", "inclusiveenddates", "topaxis", "weekday", "weekend", "acctitle", "accdescr",
    "accdescription", "click", "call", "href", "end",
  ]
}
