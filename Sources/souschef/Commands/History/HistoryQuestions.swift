import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef history dishes`: how often, and when last.
struct HistoryDishesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dishes",
    abstract: "Show how often and when each dish was last cooked, oldest first.",
    usage: "souschef history dishes [<options>]",
    discussion: "Example:\n  souschef history dishes --not-since 60d")

  @OptionGroup var database: DatabaseOptions
  @Option(
    help: ArgumentHelp("Only dishes not cooked since: 60d, last month.", valueName: "time"))
  var notSince: String?
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let limit = try notSince.map { try workspace.phrase($0, "--not-since").start }
    let dishes = try DishesCooked(clocks.clocks(), notSince: limit).perform(in: workspace).value
    try answers.show(
      output, AnswerTable(dishes: dishes, now: workspace.now), in: LocalClock(workspace.timeZone))
  }
}

/// `souschef history stats`: how long steps take.
struct HistoryStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show how long steps take and which overrun, worst first.",
    usage: "souschef history stats [<options>] [<dish[/step]>]",
    discussion: "Examples:\n  souschef history stats\n  souschef history stats Gratin/bake")

  @OptionGroup var database: DatabaseOptions
  @Argument(
    help: ArgumentHelp("A dish, or one of its steps.", valueName: "dish[/step]"),
    completion: Completions.dishes)
  var subject: String?
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let steps = try StepTimes(of: subject, clocks.clocks()).perform(in: workspace).value
    try answers.show(output, AnswerTable(steps: steps), in: LocalClock(workspace.timeZone))
  }
}

/// `souschef history meals`: how late meals were served.
struct HistoryMealsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meals", abstract: "Show how late each meal was served, latest first.",
    usage: "souschef history meals [<options>]",
    discussion: "Example:\n  souschef history meals --csv")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let meals = try MealLateness(clocks.clocks()).perform(in: workspace).value
    try answers.show(output, AnswerTable(meals: meals), in: LocalClock(workspace.timeZone))
  }
}

/// `souschef history compare`: two runs side by side.
struct HistoryCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare two runs side by side.",
    usage: "souschef history compare [<options>] <a> <b>",
    discussion: "Example:\n  souschef history compare 11 12")

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The number of a run.", completion: Completions.runs) var a: Int
  @Argument(help: "The number of the other run.", completion: Completions.runs) var b: Int
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let (first, second) = try CompareRuns(a, b).perform(in: workspace).value
    try answers.show(
      output, AnswerTable(comparing: first.run, second.run),
      in: LocalClock(workspace.timeZone))
  }
}
