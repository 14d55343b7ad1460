import ArgumentParser
import JSON
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
        .usage, "Give --json or --csv, not both.", hints: ["Leave one of them out."])
    }
  }
}

/// Which runs a question is about, by their clocks.
struct ClockOptions: ParsableArguments {
  @Flag(help: "Show simulated and scaled runs as well, not only what was really cooked.")
  var all = false
  @Flag(
    inversion: .prefixedNo,
    help: "Show only simulated and scaled runs, or only what was really cooked (the default).")
  var simulated: Bool?

  /// The choice.
  ///
  /// - Throws: ``Diagnostic`` where two different ones were made.
  func clocks() throws -> RunClocks {
    guard all else { return simulated ?? false ? .simulated : .real }
    guard simulated == nil else {
      throw Diagnostic(
        .usage, "--all does not go with --simulated or --no-simulated.", hints: ["Choose one."])
    }
    return .any
  }

  /// What is said where nothing was really cooked and the rest was not asked for.
  static let onlyRehearsed = "Nothing was cooked for real; --all shows simulated and scaled runs."
}
