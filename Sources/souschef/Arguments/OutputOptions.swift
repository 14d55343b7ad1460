import ArgumentParser
import JSON
import Rendering

/// How a reading command prints.
struct OutputOptions: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Print JSON.")
  var isJSON = false

  /// Prints `json()` where JSON was asked for, else `text()`.
  func show(json: () -> JSONValue, text: () -> StyledText) {
    if isJSON {
      Output.write(json().documentText)
    } else {
      Output.show(text())
    }
  }
}

/// Whether a change is only said.
struct RehearsalOptions: ParsableArguments {
  @Flag(
    name: .customLong("dry-run"),
    help: "Check everything and show what would change, without changing it.")
  var isDryRun = false
}
