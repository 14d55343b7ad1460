import ArgumentParser
import KitchenModel
import SouschefCore

/// The verbs about the whole run.
extension RunVerbsCommand {
  struct Pause: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "pause",
      abstract: "Pause: start no new steps; running steps continue.",
      discussion: "Example:\n  souschef run pause")

    @OptionGroup var database: DatabaseOptions

    func message() -> TellRun.Message { .pause }
  }

  struct Resume: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume",
      abstract: "Resume after a pause.", discussion: "Example:\n  souschef run resume")

    @OptionGroup var database: DatabaseOptions

    func message() -> TellRun.Message { .resume }
  }

  struct Add: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add dishes to the meal.", discussion: "Example:\n  souschef run add Rice")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Stored dishes.", completion: Completions.menu) var dishes: [String]

    func message() -> TellRun.Message { .add(dishes) }
  }

  struct Drop: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "drop",
      abstract: "Leave out the rest of a dish.",
      discussion: "Example:\n  souschef run drop Gratin")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "A dish of this meal.", completion: Completions.openDishes) var dish: String

    func message() -> TellRun.Message { .drop(dish) }
  }

  struct Note: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "note",
      abstract: "Write a note into the run's log.",
      discussion: "Example:\n  souschef run note \"The oven runs hot.\"")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Your words.") var text: [String]

    func message() throws -> TellRun.Message {
      let note = text.joined(separator: " ")
      guard note.contains(where: { !$0.isWhitespace }) else {
        throw Diagnostic(.usage, "The note is empty.", hints: ["souschef run note TEXT"])
      }
      return .note(note)
    }
  }

  struct Undo: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: "Undo the last command.", discussion: "Example:\n  souschef run undo")

    @OptionGroup var database: DatabaseOptions

    func message() -> TellRun.Message { .undo }
  }
}
