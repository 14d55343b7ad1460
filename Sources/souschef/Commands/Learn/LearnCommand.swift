import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef learn`: better estimates from what cooking really took.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Propose better estimates from how long steps really took.",
    usage: "souschef learn [<options>] [<dish>]",
    discussion: """
      An estimate needs five live runs in which you ended the step; recent ones weigh more, \
      and outliers are left out. Nothing changes without --apply.

      Examples:
        souschef learn
        souschef learn Gratin --apply
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "A dish; without one, all of them.", completion: Completions.dishes)
  var dish: String?
  @Flag(help: "Store the proposed estimates; undo takes that back.") var apply = false
  @OptionGroup var rehearsal: RehearsalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let learned = try LearnEstimates(
      dish: dish, apply ? .apply : .propose, rehearsing: rehearsal.value
    ).perform(in: workspace).value
    try answers.show(
      output, AnswerTable(learned: learned), in: LocalClock(workspace.timeZone))
    guard !output.isJSON, !answers.isCSV, !learned.isEmpty else { return }
    Output.say(
      apply
        ? rehearsal.said(
          "Accepted", learned.count == 1 ? "1 estimate" : "\(learned.count) estimates")
        : "Accept with --apply.")
  }
}
