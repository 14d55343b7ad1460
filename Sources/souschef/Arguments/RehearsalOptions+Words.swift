import KitchenModel
import Rendering
import SouschefCore

extension RehearsalOptions {
  /// Whether the change is made.
  var value: Rehearsing { isDryRun ? .dryRun : .no }

  /// What was done to what (`Added`), or what would have been.
  func said(_ verb: String, _ object: String) -> String {
    isDryRun
      ? "Would have \(verb.lowercased()) \(object). Nothing was changed."
      : "\(verb) \(object)."
  }

  /// What an edit came to.
  func said<Value>(of edit: Edited<Value>, _ object: (Value) -> String) -> String {
    switch edit {
    case .changed(let value): said("Changed", object(value))
    case .unchanged(let value): "\(object(value)) is unchanged."
    }
  }
}

extension Output {
  /// Writes a sentence in which the cook's own words are made safe for a terminal, which breaks it
  /// between words.
  static func say(_ line: String) {
    let clean = TerminalText.sanitized(line)
    print(
      isTerminal ? WordWrap.uncut(clean, width: width, indent: "  ").joined(separator: "\n") : clean
    )
  }
}
