import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

/// `souschef history`: what was cooked, and how it went.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Ask what was cooked, and how it went.",
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the runs, newest first.",
      discussion: "Example:\n  souschef history --limit 10")

    @OptionGroup var database: DatabaseOptions
    @Option(help: ArgumentHelp("At most this many.", valueName: "count")) var limit: Int?
    @OptionGroup var output: OutputOptions

    func run() throws {
      if let limit, limit < 1 {
        throw Diagnostic(.usage, "--limit: \(limit) is no number of runs.", hints: ["1 or more."])
      }
      let workspace = try database.workspace()
      let outcome = try ListRuns(limit: limit).perform(in: workspace)
      Output.report(outcome.remarks)
      output.show {
        JSONValue(history: outcome.value)
      } text: {
        HistoryList.text(
          of: outcome.value, clock: LocalClock(workspace.timeZone), width: Output.width)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a run: planned beside actual.",
      discussion: """
        Every format but the table and JSON shows the run as it happened, in the form of a plan.

        Examples:
          souschef history show 12
          souschef history show 12 --format html > sunday.html
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its number.") var id: Int
    @Option(
      help: ArgumentHelp(
        "table, gantt, json, markdown, svg, html, ics, csv or mermaid.", valueName: "format"))
    var format: PlanFormat?
    @OptionGroup var output: OutputOptions

    func run() throws {
      let workspace = try database.workspace()
      if let format, format != .table, format != .json, !output.isJSON {
        let plan = try RunAsPlan(id: id).perform(in: workspace).value
        let document = PlanDocument(plan, in: workspace, target: .terminal)
        return Output.write(document.text(format))
      }
      let outcome = try ShowRun(id: id).perform(in: workspace)
      Output.report(outcome.remarks)
      if format == .json { return Output.write(JSONValue(outcome.value.run).documentText) }
      output.show {
        JSONValue(outcome.value.run)
      } text: {
        RunCard.text(
          of: outcome.value.run, clock: LocalClock(workspace.timeZone), width: Output.width)
      }
    }
  }
}
