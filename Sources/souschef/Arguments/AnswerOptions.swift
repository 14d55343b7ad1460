import ArgumentParser
import KitchenModel
import Rendering

/// How the answer to a question is printed.
struct AnswerOptions: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Print JSON.") var isJSON = false
  @Flag(name: .customLong("csv"), help: "Print comma-separated values.") var isCSV = false

  func validate() throws {
    guard !(isJSON && isCSV) else { throw ValidationError("--json and --csv exclude each other.") }
  }

  /// Prints an answer; on a terminal, page by page where it is longer than the screen.
  ///
  /// - Parameter json: The JSON where it is another than the answer's own.
  func show(
    _ answer: AnswerTable, in workspace: LocalClock, json: () -> JSONValue? = { nil }
  ) {
    if isJSON {
      Output.write((json() ?? answer.json).documentText)
    } else if isCSV {
      Output.write(answer.csv)
    } else {
      Pager.show(answer.text(clock: workspace, width: Output.width))
    }
  }
}

/// Which runs a question is about, by their clocks.
struct ClockOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Only simulated runs, or only real ones (default: what there is).")
  var simulated: Bool?

  /// The choice.
  var clocks: RunClocks { simulated.map { $0 ? .simulated : .real } ?? .any }
}
