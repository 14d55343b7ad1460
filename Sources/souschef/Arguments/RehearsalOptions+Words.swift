import KitchenModel
import Rendering
import SouschefCore

extension RehearsalOptions {
  /// Whether the change is made.
  var value: Rehearsing { isDryRun ? .dryRun : .no }

  /// What was done to what, or what would have been.
  func said(_ verb: String, _ object: String) -> String {
    isDryRun
      ? "Would have \(verb.lowercased()) \(object). Nothing was changed." : "\(verb) \(object)."
  }
}

extension Output {
  /// Writes a line in which the cook's own words are made safe for a terminal.
  static func say(_ line: String) { print(TerminalText.sanitized(line)) }
}
