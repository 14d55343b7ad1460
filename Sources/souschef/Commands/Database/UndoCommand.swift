import ArgumentParser
import KitchenModel
import SouschefCore

/// `souschef undo`: takes back the last change.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Undo the last change to dishes, meals, the week, the kitchen or the history.",
    discussion: """
      Ratings, notes, amendments, removed runs and learned estimates are
      changes too; what was cooked is not. A second undo takes back the change before.

      Example:
        souschef undo --dry-run
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rehearsal: RehearsalOptions

  func run() throws {
    let outcome = try UndoChange(rehearsing: rehearsal.value).perform(in: database.workspace())
    Output.report(outcome.remarks)
    Output.say(
      rehearsal.isDryRun
        ? "Would undo: \(outcome.value). Nothing was changed." : "Undone: \(outcome.value).")
  }
}
