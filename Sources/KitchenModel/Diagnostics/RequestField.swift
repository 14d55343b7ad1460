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
}
