import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef learn`: better estimates from what cooking really took.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Propose estimates from what steps really took.",
    usage: "souschef learn [<options>] [<dish>]",
    discussion: """
      Only steps of live runs that a cook ended teach, five times at least; recent ones weigh more, \
      and outliers are left out. Nothing changes without --apply.

      Examples:
        souschef learn
        souschef learn Gratin --apply
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "A dish; without one, all of them.", completion: Completions.dishes)
  var dish: String?
  @Flag(help: "Accept what is proposed; undo takes it back.") var apply = false
  @OptionGroup var rehearsal: RehearsalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    let workspace = try database.workspace()
    let learned = try LearnEstimates(
      dish: dish, apply ? .apply : .propose, rehearsing: rehearsal.value
    ).perform(in: workspace).value
    var answer = AnswerTable(
      [
        .init("dish", "dish"), .init("step", "step"), .init("cook", "cook"),
        .init("beforeSeconds", "now", .length), .init("afterSeconds", "learned", .length),
        .init("afterMinSeconds", "P10", .length), .init("afterMaxSeconds", "P90", .length),
        .init("n", "n", .number), .init("runs", nil), .init("outliers", "left out"),
      ],
      nothing: "Nothing to learn: no step has ended five times by a cook's word, or all is known.")
    for estimate in learned {
      answer.append([
        .string(estimate.dish), .string(estimate.step), .text(estimate.cook),
        .seconds(estimate.before.likely), .seconds(estimate.after.likely),
        .seconds(estimate.after.minimum), .seconds(estimate.after.maximum),
        .int(estimate.runs.count), .array(estimate.runs.map(JSONValue.int)),
        .array(estimate.outliers.map(JSONValue.int)),
      ])
    }
    try answers.show(output, answer, in: LocalClock(workspace.timeZone))
    guard !output.isJSON, !answers.isCSV, !learned.isEmpty else { return }
    Output.say(
      apply
        ? rehearsal.said("Accepted", "\(learned.count) estimates")
        : "Accept with --apply.")
  }
}
