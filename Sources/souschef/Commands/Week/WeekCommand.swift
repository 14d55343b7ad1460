import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef week`: the meals of the days to come.
struct WeekCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week", abstract: "Plan the days to come.",
    discussion: """
      Without a subcommand the next seven days are shown: when dinner is, when to start, how long \
      hands are needed, and what must begin on an earlier day. An entry is named by its number, by \
      its day or by a dish.

      Examples:
        souschef week add sunday 18:30 "Roast beef:6" gravy
        souschef week add monday "leftovers of sunday"
        souschef week --days 14
        souschef week --format ics > week.ics
        souschef week move sunday saturday 19:00
      """,
    subcommands: [Show.self, Add.self, Move.self, Copy.self, Remove.self, Clear.self],
    defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show the days to come.",
      discussion: "Examples:\n  souschef week\n  souschef week show --from monday --format markdown"
    )

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var window: WindowOptions
    @Option(
      help: ArgumentHelp(
        "The format; html is for printing, ics for a calendar.", valueName: "format"))
    var format: WeekFormat?
    @OptionGroup var output: OutputOptions
    @OptionGroup var target: OutputFileOption<WeekFiles>

    func run() throws {
      let workspace = try database.workspace()
      let outcome = try ShowWeek(from: window.from, days: window.days).perform(in: workspace)
      Output.report(outcome.remarks)
      let words = WeekWords(clock: LocalClock(workspace.timeZone), now: workspace.now)
      let week = outcome.value
      let document: String
      switch try output.isJSON ? .json : format ?? target.format(or: .text) {
      case .text:
        guard target.file != nil else {
          return Output.show(WeekList.text(of: week, words: words, width: Output.width))
        }
        document = WeekList.text(of: week, words: words).plainText
      case .json: document = JSONValue(week).documentText
      case .markdown: document = WeekMarkdown.text(of: week, words: words)
      case .html: document = WeekHTML.text(of: week, words: words)
      case .ics: document = WeekCalendar.text(of: week, stamp: workspace.now)
      }
      try OutputFile.write(document, to: target.file, sparing: workspace.databasePath)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Put a meal on a day.",
      usage: "souschef week add [<options>] <day> [<time>] <names> ...",
      discussion: """
        The time is 19:00 where none is given. "Roast beef:6" is for six.

        Examples:
          souschef week add sunday 18:30 "Roast beef:6" gravy
          souschef week add 2026-12-24 Goose
          souschef week add monday "leftovers of sunday"
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "today, tomorrow, sunday, 29 november, 2026-11-29.") var day: String
    @Argument(help: "An optional time, then dishes or meals.", completion: Completions.menu)
    var names: [String] = []
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try AddToWeek(day: day, words: names, rehearsing: rehearsal.value)
        .perform(in: database.workspace())
      Output.report(outcome.remarks)
      Output.say(rehearsal.said("Added", WeekCommand.said(outcome.value)))
    }
  }

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "move", abstract: "Move an entry to another day or time.",
      discussion:
        "Examples:\n  souschef week move 3 saturday\n  souschef week move sunday monday 20:00")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The entry: its number, day or a dish.") var entry: String
    @Argument(help: "The new day.") var day: String
    @Argument(help: "The new time (default: the same).") var time: String?
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try ChangeWeek(
        .move(entry, day: day, time: time), rehearsing: rehearsal.value
      ).perform(in: database.workspace())
      WeekCommand.report(outcome, "Moved", rehearsal, day: "to")
    }
  }

  struct Copy: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copy", abstract: "Copy an entry, or a whole day, to another day.",
      discussion: "Example:\n  souschef week copy monday thursday")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The entry: its number, day or a dish.") var entry: String
    @Argument(help: "The other day.") var day: String
    @Argument(help: "Its time there (default: the same).") var time: String?
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try ChangeWeek(
        .copy(entry, day: day, time: time), rehearsing: rehearsal.value
      ).perform(in: database.workspace())
      WeekCommand.report(outcome, "Copied", rehearsal, day: "to")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove entries from the week.",
      discussion: "Examples:\n  souschef week remove 3\n  souschef week remove sunday")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The entries: their numbers, days or dishes.") var entries: [String]
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try ChangeWeek(.remove(entries), rehearsing: rehearsal.value)
        .perform(in: database.workspace())
      WeekCommand.report(outcome, "Removed", rehearsal)
    }
  }

  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clear", abstract: "Clear days of everything that is not cooked yet.",
      discussion: "Example:\n  souschef week clear --from monday --days 5")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var window: WindowOptions
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try ChangeWeek(
        .clear(from: window.from, days: window.days), rehearsing: rehearsal.value
      ).perform(in: database.workspace())
      WeekCommand.report(outcome, "Removed", rehearsal)
    }
  }

  /// `Roast beef, gravy (3) on Sunday 29 November at 18:30`.
  static func said(_ entry: WeekEntry, day preposition: String = "on") -> String {
    "\(entry.title) (\(entry.id)) \(preposition) \(entry.day.spokenText) at \(entry.time.said)"
  }

  private static func report(
    _ outcome: Outcome<[WeekEntry]>, _ verb: String, _ rehearsal: RehearsalOptions,
    day preposition: String = "on"
  ) {
    Output.report(outcome.remarks)
    if outcome.value.isEmpty { Output.say("Nothing to clear.") }
    for entry in outcome.value { Output.say(rehearsal.said(verb, said(entry, day: preposition))) }
  }
}

/// Which days are meant.
struct WindowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day (default: today).", valueName: "day"))
  var from: String?
  @Option(help: ArgumentHelp("How many days.", valueName: "count")) var days = 7
}

/// The formats of a week.
enum WeekFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, html, ics, json
}
