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
