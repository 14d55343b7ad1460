import ArgumentParser

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
    version: "souschef 0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "What there is",
        subcommands: [DishCommand.self, MealCommand.self, KitchenCommand.self]),
      CommandGroup(
        name: "Tonight",
        subcommands: [PlanCommand.self, CookCommand.self, RunVerbsCommand.self, PlansCommand.self]),
      CommandGroup(
        name: "The days to come",
        subcommands: [WeekCommand.self, AheadCommand.self, ShopCommand.self, PantryCommand.self]),
      CommandGroup(name: "Afterwards", subcommands: [HistoryCommand.self, LearnCommand.self]),
      CommandGroup(
        name: "Housekeeping",
        subcommands: [
          BoardCommand.self, ImportCommand.self, ExportCommand.self, UndoCommand.self,
          DoctorCommand.self, DatabaseCommand.self,
        ]),
    ])

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try RunStatusCommand.show(in: database.workspace(), output)
  }
}
