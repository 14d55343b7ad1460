import ArgumentParser
import KitchenModel
import Rendering

/// How the answer to a question is printed, besides ``OutputOptions``.
struct AnswerOptions: ParsableArguments {
  @Flag(name: .customLong("csv"), help: "Print comma-separated values.") var isCSV = false

  /// Prints an answer; on a terminal, page by page where it is longer than the screen.
  ///
  /// - Throws: ``Diagnostic`` where JSON and comma-separated values were asked for at once.
  func show(_ output: OutputOptions, _ answer: AnswerTable, in clock: LocalClock) throws {
    try check(output)
    if output.isJSON {
      Output.write(answer.json.documentText)
    } else if isCSV {
      Output.write(answer.csv)
    } else {
      Pager.show(answer.text(clock: clock, width: Output.width))
    }
  }

  /// Refuses two formats at once.
  func check(_ output: OutputOptions) throws {
    guard !(output.isJSON && isCSV) else {
      throw Diagnostic(
        .usage, "--json and --csv exclude each other.", hints: ["Choose one of them."])
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
