import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef pantry`: what is always there and never bought.
struct PantryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pantry", abstract: "Keep a list of what is always there and need not be bought.",
    discussion: "Example:\n  souschef pantry add salt \"olive oil\"",
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add things to the pantry.",
      discussion: "Example:\n  souschef pantry add salt pepper")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Things to add.") var names: [String]

    func run() throws {
      try ShopCommand.change(
        .stock, names, "In the pantry", "in the pantry", in: database.workspace())
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove things from the pantry.",
      discussion: "Example:\n  souschef pantry remove pepper")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Things to remove.") var names: [String]

    func run() throws {
      try ShopCommand.change(
        .unstock, names, "No longer in the pantry", "bought", in: database.workspace())
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List what is in the pantry.",
      discussion: "Example:\n  souschef pantry list")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let items = try ListPantry().perform(in: database.workspace()).value
      output.show {
        .array(items.map { ["name": .string($0.name)] })
      } text: {
        ShoppingText.pantry(items, width: Output.width)
      }
    }
  }
}
