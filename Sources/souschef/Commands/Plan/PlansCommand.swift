import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef plans`: the stored plans.
struct PlansCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans", abstract: "Show stored plans: those saved and those cooked.",
    discussion: "Example:\n  souschef plans show 3",
    subcommands: [List.self, Show.self, Remove.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the stored plans, newest first.", discussion: "Example:\n  souschef plans")

    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Show plans of simulated and scaled runs, and those made while cooking, as well.")
    var all = false
    @OptionGroup var output: OutputOptions

    func run() throws {
      let workspace = try database.workspace()
      let plans = try ListPlans(all ? .all : .chosen).perform(in: workspace).value
      output.show {
        .array(plans.map(JSONValue.init))
      } text: {
        PlanList.text(
          of: plans, clock: LocalClock(workspace.timeZone), width: Output.width)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a stored plan.",
      usage: "souschef plans show [<options>] <id>",
      discussion: "Example:\n  souschef plans show 3 --format gantt --lanes")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The plan's number.", completion: Completions.plans) var id: Int
    @Option(help: ArgumentHelp("The format.", valueName: "format"))
    var format: PlanFormat?
    @OptionGroup var output: OutputOptions
    @OptionGroup var reader: PlanReaderOptions

    func run() throws {
      let workspace = try database.workspace()
      let plan = try ShowPlan(id: id).perform(in: workspace).value
      let document = try reader.document(of: plan, number: id, in: workspace)
      try OutputFile.write(
        document.text(output.isJSON ? .json : format ?? reader.target.format(or: .table)),
        to: reader.target.file, sparing: workspace.databasePath)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a stored plan that no run has cooked.",
      discussion: "Example:\n  souschef plans remove 3")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The plan's number.", completion: Completions.plans) var id: Int
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      _ = try RemovePlan(id: id, rehearsing: rehearsal.value).perform(in: database.workspace())
      Output.say(rehearsal.said("Removed", "plan \(id)"))
    }
  }
}
