/// The entries of some days, each with its plan, and what begins on an earlier day than it is eaten.
package struct PlannedWeek: Sendable {
  /// The first day shown.
  package var first: CookDay
  /// How many days are shown.
  package var days: Int
  /// The entries of those days, by day and time.
  package var entries: [Entry]
  /// What begins on an earlier day than it is eaten and is still to begin, by time; also for entries
  /// of the days behind those shown.
  package var ahead: [AheadStep]

  /// An entry with its plan.
  package struct Entry: Sendable {
    /// The entry.
    package var entry: WeekEntry
    /// When it is served.
    package var serveAt: Instant
    /// When its work begins; nil where nothing is to do or no plan was found.
    package var startAt: Instant?
    /// How long hands are needed; nil where no plan was found.
    package var handsOn: Seconds?
    /// Whether it was cooked.
    package var isCooked: Bool
    /// Why it cannot be cooked so; nil where it can.
    package var trouble: String?
    /// That it is eaten past its keeping time; empty where it is not.
    package var warnings: [Diagnostic]

    /// Creates an entry with what is known of it.
    package init(
      entry: WeekEntry, serveAt: Instant, startAt: Instant?, handsOn: Seconds?, isCooked: Bool,
      trouble: String?, warnings: [Diagnostic]
    ) {
      self.entry = entry
      self.serveAt = serveAt
      self.startAt = startAt
      self.handsOn = handsOn
      self.isCooked = isCooked
      self.trouble = trouble
      self.warnings = warnings
    }
  }

  /// Creates the week.
  package init(first: CookDay, days: Int, entries: [Entry], ahead: [AheadStep]) {
    self.first = first
    self.days = days
    self.entries = entries
    self.ahead = ahead
  }
}

/// A step that begins on an earlier day than it is eaten.
package struct AheadStep: Sendable, Hashable {
  /// When it begins.
  package var at: Instant
  /// The dish, with a number where it comes again.
  package var dish: String
  /// The step's id.
  package var step: String
  /// What is to do.
  package var title: String
  /// How long it takes.
  package var length: Seconds
  /// Whether it takes hands.
  package var kind: Way.Kind
  /// The entry it is for.
  package var entry: WeekEntry
  /// When that is served.
  package var serveAt: Instant

  /// Creates a step.
  package init(
    at: Instant, dish: String, step: String, title: String, length: Seconds, kind: Way.Kind,
    entry: WeekEntry, serveAt: Instant
  ) {
    self.at = at
    self.dish = dish
    self.step = step
    self.title = title
    self.length = length
    self.kind = kind
    self.entry = entry
    self.serveAt = serveAt
  }
}
