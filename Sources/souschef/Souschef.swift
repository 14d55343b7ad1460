import ArgumentParser
import BuildStamp

/// The root command: what is cooking now, or what to do next.
struct Souschef: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "souschef",
    abstract: "Tells a cook what to do next.",
    discussion: """
      Store dishes with their hands-on and waiting times, plan a meal so that everything is ready \
      together, cook it, and see in the history how it went.

      Examples:
        souschef dish add Pasta --waiting 10m
        souschef dish add Avocado --blocking 2m
        souschef plan Pasta Avocado
        souschef cook Pasta Avocado
        souschef history
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Data",
        subcommands: [DishCommand.self, MealCommand.self, KitchenCommand.self]),
      CommandGroup(
        name: "Planning and cooking",
        subcommands: [PlanCommand.self, CookCommand.self, RunVerbsCommand.self, PlansCommand.self]),
      CommandGroup(
        name: "Week and shopping",
        subcommands: [WeekCommand.self, AheadCommand.self, ShopCommand.self, PantryCommand.self]),
      CommandGroup(name: "History", subcommands: [HistoryCommand.self, LearnCommand.self]),
      CommandGroup(
        name: "Maintenance",
        subcommands: [
          BoardCommand.self, ImportCommand.self, ExportCommand.self, UndoCommand.self,
          DoctorCommand.self, DatabaseCommand.self,
        ]),
    ])

  /// `souschef 0.1.0 (built from 1a2b3c4d5e6f)`.
  private static var version: String {
    let commit = String(cString: souschef_commit())
    return "souschef \(SOUSCHEF_VERSION)" + (commit.isEmpty ? "" : " (built from \(commit))")
  }

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try RunStatusCommand.show(in: database.workspace(), output)
  }
}
