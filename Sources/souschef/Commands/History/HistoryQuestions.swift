import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef history dishes`: how often, and when last.
struct HistoryDishesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dishes",
    abstract: "Tell how often each dish was cooked and when last, the longest ago first.",
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
    abstract: "Tell how long steps take and which overrun, the worst first.",
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
    commandName: "meals", abstract: "Tell how late each meal was served, the latest first.",
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
    commandName: "compare", abstract: "Put two runs side by side.",
    usage: "souschef history compare [<options>] <a> <b>",
    discussion: "Example:\n  souschef history compare 11 12")

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The number of a run.") var a: Int
  @Argument(help: "The number of another.") var b: Int
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

/// `souschef history show`: one run in full.
struct HistoryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a run: planned beside actual.",
    usage: "souschef history show [<options>] <id>",
    discussion: "Examples:\n  souschef history show 12\n  souschef history show 12 --format gantt")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, gantt, svg, json, csv, markdown, html, ics, mermaid
  }

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "Its number.") var id: Int
  @Option(
    help: ArgumentHelp(
      "table, gantt, svg, json, csv, markdown, html, ics or mermaid.", valueName: "format"))
  var format: Format?
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let outcome = try ShowRun(id: id).perform(in: workspace)
    Output.report(outcome.remarks)
    try answers.check(output)
    let (run, clock) = (outcome.value.run, LocalClock(workspace.timeZone))
    switch output.isJSON ? .json : answers.isCSV ? .csv : format ?? .table {
    case .json: Output.write(JSONValue(outcome.value).documentText)
    case .csv: Output.write(AnswerTable(stepsOf: run).csv)
    case .svg: Output.write(RunSVG.text(of: run))
    case .markdown:
      let shown = outcome.value
      Output.write(
        RunMarkdown.text(
          of: run, cooking: shown.menu, served: shown.served, edits: shown.edits, clock: clock))
    case .html:
      let shown = outcome.value
      Output.write(
        RunHTML.text(
          of: run, cooking: shown.menu, served: shown.served, edits: shown.edits, clock: clock))
    case .ics, .mermaid:
      // These tell a plan; the run as it happened takes its form.
      let plan = try RunAsPlan(id: id).perform(in: workspace).value
      let document = try PlanDocument(plan, in: workspace, target: .terminal)
      let form = format.flatMap { PlanFormat(rawValue: $0.rawValue) }
      Output.write(document.text(form ?? .ics))
    case .gantt: Output.show(RunGantt.text(of: run, width: Output.width))
    case .table:
      Output.show(
        RunCard.text(
          of: run, edits: outcome.value.edits, clock: clock, width: Output.width))
    }
  }
}

extension JSONValue {
  /// A run with all that is known of it, as `souschef.run/1`.
  init(_ shown: ShownRun) {
    self.init(shown.run, edits: shown.edits)
  }
}
