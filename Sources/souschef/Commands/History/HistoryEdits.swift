import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

/// `souschef history rate`: how good it was.
struct HistoryRateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate", abstract: "Rate a run from 1 to 5.",
    discussion: "Example:\n  souschef history rate 12 4")

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The run's number.", completion: Completions.runs) var id: Int
  @Argument(help: "The rating, 1 to 5.") var rating: Int

  func run() throws {
    _ = try EditRun(id, .rating(rating)).perform(in: database.workspace())
    Output.say("Rated run \(id): \(rating) of 5.")
  }
}

/// `souschef history note`: something worth knowing.
struct HistoryNoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Add a note to a run.",
    discussion: "Example:\n  souschef history note 12 \"Less salt next time\"")

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The run's number.", completion: Completions.runs) var id: Int
  @Argument(help: "The note's text.") var text: [String]

  func run() throws {
    _ = try EditRun(id, .note(text.joined(separator: " "))).perform(in: database.workspace())
    Output.say("Added the note to run \(id).")
  }
}

/// `souschef history amend`: what really happened.
struct HistoryAmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct when a step of a past run started and ended.",
    usage: "souschef history amend [<options>] <id> <step>",
    discussion: """
      The log stays as it is; the correction is kept beside it, and undo takes it back. Moments \
      count from the run's start.

      Example:
        souschef history amend 12 Pasta/waiting --took 12m
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The run's number.", completion: Completions.runs) var id: Int
  @Argument(
    help: "The step: Dish/step, or a unique beginning of it.", completion: Completions.stepsOfRun)
  var step: String
  @Option(help: ArgumentHelp("When it started.", valueName: "duration")) var start: String?
  @Option(help: ArgumentHelp("When it ended.", valueName: "duration")) var end: String?
  @Option(help: ArgumentHelp("How long it took.", valueName: "duration")) var took: String?
  @OptionGroup var rehearsal: RehearsalOptions

  func run() throws {
    guard start != nil || end != nil || took != nil else {
      throw Diagnostic(
        .usage, "Nothing to correct was given.", hints: ["Give --took, or --start and --end."])
    }
    guard end == nil || took == nil else {
      throw Diagnostic(.usage, "Give --end or --took, not both.", hints: ["Leave one of them out."])
    }
    func length(_ text: String?, _ option: String) throws -> Seconds? {
      try text.map { text in try reading(.usage, option) { try Seconds(durationText: text) } }
    }
    let truth = EditRun.StepTruth(
      start: try length(start, "--start"), end: try length(end, "--end"),
      length: try length(took, "--took"))
    _ = try EditRun(id, .amendment(step: step, truth), rehearsing: rehearsal.value)
      .perform(in: database.workspace())
    Output.say(rehearsal.said("Amended", "run \(id)"))
  }
}

/// `souschef history remove`: out of the history.
struct HistoryRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a run from the history; undo brings it back.",
    usage: "souschef history remove [<options>] <id>",
    discussion: "Example:\n  souschef history remove 12 --dry-run")

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The run's number.", completion: Completions.runs) var id: Int
  @Flag(name: [.customShort("y"), .long], help: "Do not ask.") var yes = false
  @OptionGroup var rehearsal: RehearsalOptions

  func run() throws {
    let workspace = try database.workspace()
    _ = try RemoveRun(id, rehearsing: .dryRun).perform(in: workspace)
    guard !rehearsal.isDryRun else { return Output.say(rehearsal.said("Removed", "run \(id)")) }
    // Where nobody can be asked, the command itself is the answer: undo takes it back.
    if !yes, Output.isInteractive {
      try Output.announce("Remove run \(id) from the history? [y/N]")
      guard ["y", "yes"].contains(readLine()?.lowercased() ?? "") else {
        throw Diagnostic(
          .couldNotBeDone, "Nothing was removed.", hints: ["Answer y, or use --yes."])
      }
    }
    _ = try RemoveRun(id).perform(in: workspace)
    Output.say("Removed run \(id). `souschef undo` brings it back.")
  }
}
