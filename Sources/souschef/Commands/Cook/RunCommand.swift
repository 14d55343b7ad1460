import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

/// `souschef run`: what is cooking, from any terminal.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "See and steer what is cooking, from any terminal.",
    subcommands: [Status.self, Done.self, Abort.self], defaultSubcommand: Status.self)

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what is cooking now.", discussion: "Example:\n  souschef run status")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try RunCommand.showStatus(in: database.workspace(), output)
    }
  }

  struct Done: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say that a step is done.",
      discussion: "Examples:\n  souschef run done\n  souschef run done Avocado/blocking")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Dish/step or a unique beginning; may be missing where only one fits.")
    var step: String?

    func run() throws {
      let said = try FinishStep(step: step).perform(in: database.workspace()).value
      Output.say("Done: \(said).")
    }
  }

  struct Abort: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End the run and keep its record.", discussion: "Example:\n  souschef run abort")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
      let id = try AbortRun().perform(in: database.workspace()).value
      Output.say("Aborted run \(id).")
    }
  }

  /// Shows what is cooking; exit code 1 where nothing is.
  static func showStatus(in workspace: Workspace, _ output: OutputOptions) throws {
    let status = try ShowStatus().perform(in: workspace).value
    output.show {
      status.map { JSONValue($0.run) } ?? .null
    } text: {
      status.map {
        RunStatusCard.text(
          of: $0.run, menu: $0.menu, elapsed: $0.elapsed, width: Output.width)
      } ?? IdleText.text
    }
    if status == nil { throw ExitCode(1) }
  }
}

/// What to do next when nothing is cooking.
enum IdleText {
  /// The lines.
  static let text = StyledText(lines: [
    StyledLine("Nothing is cooking."),
    StyledLine("Next: souschef dish add, souschef plan, souschef cook; --help says more."),
  ])
}
