import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef kitchen`: who cooks, and with what.
struct KitchenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kitchen", abstract: "Show and change the cooks and the equipment.",
    discussion: "Example:\n  souschef kitchen set --cooks 2",
    subcommands: [Show.self, Set.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the kitchen.", discussion: "Example:\n  souschef kitchen show")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let workspace = try database.workspace()
      let kitchen = try ShowKitchen().perform(in: workspace).value
      let view = try ShowView().perform(in: workspace).value
      output.show {
        JSONValue(kitchen)
      } text: {
        KitchenCard.text(of: kitchen, width: Output.width)
      }
      if !output.isJSON, let view { Output.say(KitchenCommand.said(view)) }
    }
  }

  private static func form(_ view: ViewStyle) -> String {
    view == .plain ? "plain sentences" : "a full screen"
  }

  private static func said(_ view: ViewStyle) -> String {
    "Live runs are shown as \(form(view))."
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change the kitchen; the rest stays as it is.",
      usage: "souschef kitchen set [<options>]",
      discussion: """
        Examples:
          souschef kitchen set --cooks 2
          souschef kitchen set --cooks Ana,Ben --equipment oven=1x2 --preheat oven=10m
          souschef kitchen set --equipment microwave=0
          souschef kitchen set --equipment cellar=1x20 --heat cellar=chills
        """)

    @OptionGroup var database: DatabaseOptions
    @Option(help: ArgumentHelp("How many cooks, or their names: Ana,Ben.", valueName: "cooks"))
    var cooks: String?
    @Option(
      help: ArgumentHelp(
        "NAME=COUNT or NAME=COUNTxSLOTS; a count of 0 removes it. Repeatable.",
        valueName: "name=count"), completion: Completions.equipment)
    var equipment: [String] = []
    @Option(
      help: ArgumentHelp("How long it takes to heat up. Repeatable.", valueName: "name=duration"),
      completion: Completions.equipment)
    var preheat: [String] = []
    @Option(
      help: ArgumentHelp(
        """
        What it does to food: heats, chills or none. Without it the name decides: an oven heats, a \
        fridge chills. Repeatable.
        """, valueName: "name=heats|chills|none"), completion: Completions.equipment)
    var heat: [String] = []
    @Option(
      help: ArgumentHelp(
        "When a cook is away every day, such as Ben=18:00-18:30. Repeatable.",
        valueName: "cook=from-to"))
    var away: [String] = []
    @Option(
      help: ArgumentHelp("A cook who is no longer away at any time. Repeatable.", valueName: "cook")
    )
    var back: [String] = []
    @Option(
      help: ArgumentHelp(
        "How cook shows a live run, on a full screen or in sentences. Undo leaves it as it is.",
        valueName: "view"))
    var view: ViewStyle?
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let changes = try KitchenOptions.changes(
        cooks: cooks, equipment: equipment, preheat: preheat, heat: heat, away: away,
        back: back)
      guard view != nil || !changes.isEmpty else {
        throw Diagnostic(
          .usage, "Nothing to change was given.",
          hints: ["For example: souschef kitchen set --cooks 2 --equipment oven=1x2"])
      }
      let workspace = try database.workspace()
      if !changes.isEmpty {
        let outcome = try SetKitchen(changes: changes, rehearsing: rehearsal.value)
          .perform(in: workspace)
        Output.report(outcome.remarks)
        switch outcome.value {
        case .changed: Output.say(rehearsal.said("Changed", "the kitchen"))
        case .unchanged: Output.say("The kitchen is unchanged.")
        }
        Output.show(KitchenCard.text(of: outcome.value.value, width: Output.width))
      }
      if let view { try choose(view, in: workspace) }
    }

    private func choose(_ view: ViewStyle, in workspace: Workspace) throws {
      guard !rehearsal.isDryRun else {
        return Output.say(
          "Live runs would be shown as \(KitchenCommand.form(view)). Nothing was changed.")
      }
      _ = try ChooseView(view).perform(in: workspace)
      Output.say(KitchenCommand.said(view))
    }
  }
}
