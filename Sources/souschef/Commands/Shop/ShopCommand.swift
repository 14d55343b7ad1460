import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef shop`: what to buy, added up.
struct ShopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shop", abstract: "Show what to buy, added up and by aisle.",
    discussion: """
      Examples:
        souschef shop
        souschef shop --days 3 --format markdown
        souschef shop Gratin Pasta:2
        souschef shop tick milk
        souschef shop aisle tofu Produce
      """,
    subcommands: [List.self, Tick.self, Untick.self, Aisle.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show what to buy.",
      discussion: "Examples:\n  souschef shop --days 7\n  souschef shop Gratin Pasta:2")

    @OptionGroup var database: DatabaseOptions
    @Argument(
      help: "Dishes or meals (default: those of the week). Pasta:2 means twice the recipe.",
      completion: Completions.menu)
    var names: [String] = []
    @Option(
      help: ArgumentHelp("The dishes or meals for this many people.", valueName: "count"))
    var servings: Int?
    @Option(help: ArgumentHelp("The first day (default: today).", valueName: "day"))
    var from: String?
    @Option(help: ArgumentHelp("How many days (default: 7).", valueName: "count")) var days: Int?
    @Flag(help: "List what is in the pantry, too.") var all = false
    @Option(help: ArgumentHelp("The format.", valueName: "format"))
    var format: ShopFormat?
    @OptionGroup var output: OutputOptions
    @OptionGroup var target: OutputFileOption<ShoppingFiles>

    func run() throws {
      if !names.isEmpty, days != nil || from != nil {
        throw Diagnostic(
          .usage, "Names do not go with --days or --from.", hints: ["Give one of them."])
      }
      if servings != nil, names.isEmpty {
        throw Diagnostic(
          .usage, "--servings needs the names of dishes or meals.",
          hints: ["For example: souschef shop Gratin --servings 8"])
      }
      let workspace = try database.workspace()
      let outcome = try ShowShoppingList(
        names.isEmpty ? .days(from: from, days ?? 7) : .dishes(names, servings: servings),
        pantry: all ? .list : .leaveOut
      ).perform(in: workspace)
      Output.report(outcome.remarks)
      let list = outcome.value
      let document: String
      switch try output.isJSON ? .json : format ?? target.format(or: .text) {
      case .text:
        guard target.file != nil else {
          return Output.show(ShoppingText.text(of: list, width: Output.width))
        }
        document = ShoppingText.text(of: list).plainText
      case .json: document = JSONValue(list).documentText
      case .markdown: document = ShoppingText.markdown(of: list)
      case .csv: document = ShoppingText.csv(of: list)
      }
      try OutputFile.write(document, to: target.file, sparing: workspace.databasePath)
    }
  }

  struct Tick: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tick", abstract: "Tick things off the list.",
      discussion: "Example:\n  souschef shop tick milk flour")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Things on the list.") var names: [String]

    func run() throws {
      try ShopCommand.change(.tick, names, "Ticked off", "ticked off", in: database.workspace())
    }
  }

  struct Untick: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "untick", abstract: "Remove ticks.",
      discussion: "Example:\n  souschef shop untick milk")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Things on the list.") var names: [String]

    func run() throws {
      try ShopCommand.change(.untick, names, "Unticked", "open", in: database.workspace())
    }
  }

  struct Aisle: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "aisle", abstract: "Set the aisle of a thing.",
      discussion: "Without an aisle the program decides again.\n\nExample:\n"
        + "  souschef shop aisle tofu Produce")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The thing.") var name: String
    @Argument(help: "The aisle.") var aisle: String?

    func run() throws {
      let said = aisle?.trimmed
      if let said, said.isEmpty || said.count > 100 {
        throw Diagnostic(
          .usage, "\(said.quoted) is not the name of an aisle.", hints: ["Use 1 to 100 characters."]
        )
      }
      try ShopCommand.change(
        .aisle(said), [name], "Moved", "there", in: database.workspace())
    }
  }

  /// Makes a change and says what came of it.
  static func change(
    _ change: ChangeShopItems.Change, _ names: [String], _ verb: String, _ state: String,
    in workspace: Workspace
  ) throws {
    let changed = try ChangeShopItems(change, of: names).perform(in: workspace).value
    Output.say(
      changed.isEmpty
        ? "Nothing changed: \(names.joined(separator: ", ")) is already \(state)."
        : "\(verb): \(changed.joined(separator: ", ")).")
  }
}

/// The formats of a shopping list.
enum ShopFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, json, csv
}
