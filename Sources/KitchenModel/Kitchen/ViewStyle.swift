/// How a live run is shown on a terminal.
package enum ViewStyle: String, Sendable, Hashable, CaseIterable {
  /// A full screen that is redrawn.
  case screen
  /// Sentences, one after the other, as a screen reader wants them.
  case plain
}
