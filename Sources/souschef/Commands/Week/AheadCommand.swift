import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef ahead`: what must begin on an earlier day than it is eaten.
struct AheadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ahead", abstract: "Show what must begin on an earlier day than the meal.",
    discussion: "Example:\n  souschef ahead --days 3")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try database.workspace()
    let outcome = try ShowWeek(from: window.from, days: window.days).perform(in: workspace)
    Output.report(outcome.remarks)
    let words = WeekWords(clock: LocalClock(workspace.timeZone), now: workspace.now)
    output.show {
      JSONValue(outcome.value.ahead)
    } text: {
      WeekList.ahead(of: outcome.value.ahead, words: words, width: Output.width)
    }
  }
}
