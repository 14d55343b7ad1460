import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

/// `souschef run`: what is cooking, from any terminal.
struct RunVerbsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "See and control what is cooking, from any terminal.",
    discussion: """
      Name a step as Dish/step, or by as much of it as only one step has. Where only one step can \
      be meant, leave it out.

      Examples:
        souschef run status --watch
        souschef run done Avocado/blocking
        souschef run extend Gratin/bake 5m
        souschef run hand Gratin/peel Ben
      """,
    subcommands: [
      RunStatusCommand.self, Done.self, Start.self, Extend.self, Shorten.self, Skip.self,
      Pause.self, Resume.self, Hand.self, Add.self, Drop.self, Note.self, Undo.self, Abort.self,
    ], defaultSubcommand: RunStatusCommand.self)

  struct Abort: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "abort",
      abstract: "End the run for good; its record stays.",
      discussion: "Example:\n  souschef run abort")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
      let run = try AbortRun().perform(in: database.workspace()).value
      Output.say("Aborted run \(run.id): \(TerminalText.sanitized(run.meal)).")
    }
  }
}

/// What to do next when nothing is cooking.
enum IdleText {
  /// The lines; `interrupted` is a run that can be taken up again.
  static func text(
    interrupted: Run?, week: Outcome<PlannedWeek>? = nil, in workspace: Workspace
  ) -> StyledText {
    var lines = [StyledLine("Nothing is cooking.")]
    if let interrupted {
      lines.append(
        StyledLine(
          "\(TerminalText.sanitized(interrupted.meal)) was interrupted: souschef cook --resume goes on "
            + "with it (run \(interrupted.id))."))
    }
    lines += coming(week?.value, in: workspace).map { StyledLine($0) }
    lines.append(
      StyledLine("Next: souschef dish add, souschef plan, souschef cook; --help says more."))
    return StyledText(lines: lines)
  }

  /// Tonight's entries, and what must begin today for another day.
  private static func coming(_ week: PlannedWeek?, in workspace: Workspace) -> [String] {
    guard let week else { return [] }
    let clock = LocalClock(workspace.timeZone)
    let words = WeekWords(clock: clock, now: workspace.now)
    let tonight = week.entries.filter { shown in
      shown.entry.day == week.first && !shown.isCooked && shown.serveAt >= workspace.now
    }.map { shown in
      let start = shown.startAt.map { start in
        ", \(start < workspace.now ? "should have started at" : "start") \(words.start(shown)): souschef cook"
      }
      let part = shown.entry.time.hour < 17 ? "Today" : "Tonight"
      return "\(part) \(shown.entry.time.said): \(shown.entry.title)\(start ?? "")."
    }
    let ahead = week.ahead.filter { clock.dayNumber($0.at) == week.first.number }
      .map { words.sentence($0) + "." }
    return (tonight + ahead).map(TerminalText.sanitized)
  }
}
