import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef run status`: what is cooking now.
struct RunStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show what is cooking now.",
    discussion: "Examples:\n  souschef run status\n  souschef run status --watch")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Keep showing it until the run ends.") var watch = false
  @OptionGroup var view: ViewOptions

  func run() throws {
    let workspace = try database.workspace()
    if watch {
      try StatusWatch(
        workspace: workspace, isJSON: output.isJSON,
        wantsScreen: !output.isJSON && view.wantsScreen(in: workspace)
      ).run()
    } else {
      try Self.show(in: workspace, output)
    }
  }

  /// Shows what is cooking; exit code 1 where nothing is.
  static func show(in workspace: Workspace, _ output: OutputOptions) throws {
    let outcome = try ShowStatus().perform(in: workspace)
    let status = outcome.value
    Output.report(outcome.remarks)
    // What is to be done today, where nothing is cooking.
    let week = status == nil && !output.isJSON ? try? ShowWeek(days: 2).perform(in: workspace) : nil
    let interrupted = status == nil ? try FindInterrupted().perform(in: workspace).value : nil
    output.show {
      status.map { JSONValue($0.run, as: $0.live, at: $0.elapsed) } ?? .null
    } text: {
      status.map {
        RunStatusCard.text(
          of: $0.live, clock: LocalClock(workspace.timeZone),
          elapsed: $0.live.elapsed(at: workspace.clock()),
          width: Output.width)
      } ?? IdleText.text(interrupted: interrupted, week: week, in: workspace)
    }
    if status == nil { throw ExitCode(1) }
  }
}
