import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

extension RunFormat: ExpressibleByArgument {}

/// `souschef history show`: one run in full.
struct HistoryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a run: planned beside actual.",
    usage: "souschef history show [<options>] <id>",
    discussion: "Examples:\n  souschef history show 12\n  souschef history show 12 --format gantt")

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "Its number.") var id: Int
  @Option(help: ArgumentHelp("\(RunFormat.list).", valueName: "format"))
  var format: RunFormat?
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let outcome = try ShowRun(id: id).perform(in: workspace)
    Output.report(outcome.remarks)
    try answers.check(output)
    let format = output.isJSON ? .json : answers.isCSV ? .csv : self.format ?? .table
    Output.show(
      try format.content(
        of: outcome.value, clock: LocalClock(workspace.timeZone), now: workspace.now,
        width: Output.width))
  }
}
