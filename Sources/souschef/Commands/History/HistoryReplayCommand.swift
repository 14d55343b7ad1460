import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef history replay`: a past run once more, as it happened.
struct HistoryReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a past run as it happened; nothing is written.",
    usage: "souschef history replay [<options>] <id>",
    discussion: "Example:\n  souschef history replay 12 --speed 60")

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The run's number.", completion: Completions.runs) var id: Int
  @Option(
    help: ArgumentHelp(
      "Kitchen seconds in a second: 60 plays a minute in a second (default: 1).", valueName: "n"))
  var speed: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    let interrupts = Interrupts()
    let workspace = try database.workspace()
    try ReplayRun(
      id: id, speedThousandths: try speed.map(SpeedText.thousandths) ?? 1000
    )
    .perform(
      in: workspace, observer: CookPrinter(format: output.isJSON ? .json : .lines),
      isCancelled: { interrupts.hasCome })
    if interrupts.hasCome { throw Interrupted() }
    if output.isJSON {
      try Output.announce(JSONValue(ShowRun(id: id).perform(in: workspace).value).compactText)
    }
  }
}
