/// A value of a request that can be wrong by itself: an option of a command line, a field of a page.
package enum RequestField: String, Sendable, Hashable, Codable {
  /// How many cooks.
  case cooks
  /// How many a dish feeds.
  case servings
  /// How long the hands-on step takes.
  case blocking
  /// How long the waiting step takes.
  case waiting
  /// A step of a dish, and how long what a step makes may stand.
  case step, keeps
  /// Whether waiting harms a dish, how long it may, how long what is left keeps, how late it is served.
  case serve, holdMax, keepsFor, serveOffset
  /// When to serve, and when to start.
  case serveAt, startAt
  /// What a plan is to be best in, and how much later it may be for that.
  case objective, later
  /// How long to search, and where durations come from.
  case timeLimit, estimates
}
