import ArgumentParser
import KitchenModel
import SouschefCore

/// `souschef undo`: takes back the last change.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last change to dishes, meals or the kitchen.",
    discussion: "Again takes back the one before.\n\nExample:\n  souschef undo --dry-run")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rehearsal: RehearsalOptions

  func run() throws {
    let outcome = try UndoChange(rehearsing: rehearsal.value).perform(in: database.workspace())
    Output.report(outcome.remarks)
    Output.say(rehearsal.said("Took back:", outcome.value, participle: "taken back:"))
  }
}
