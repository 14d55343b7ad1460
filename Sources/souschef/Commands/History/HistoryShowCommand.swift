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
  @Argument(help: "The run's number.", completion: Completions.runs) var id: Int
  @Option(help: ArgumentHelp("The format.", valueName: "format"))
  var format: RunFormat?
  @OptionGroup var output: OutputOptions
  @OptionGroup var target: OutputFileOption<RunFiles>
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let outcome = try ShowRun(id: id).perform(in: workspace)
    Output.report(outcome.remarks)
    try answers.check(output)
    let format =
      try output.isJSON ? .json : answers.isCSV ? .csv : self.format ?? target.format(or: .table)
    let content = try format.content(
      of: outcome.value, clock: LocalClock(workspace.timeZone), now: workspace.now,
      width: target.file == nil ? Output.width : 80)
    guard let file = target.file else { return Output.show(content) }
    try OutputFile.write(content.plainText, to: file, sparing: workspace.databasePath)
  }
}
