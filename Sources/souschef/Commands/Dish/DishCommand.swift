import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef dish`: what can be cooked.
struct DishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dish", abstract: "Add, show and change dishes.",
    discussion: "Example:\n  souschef dish add Pasta --waiting 10m",
    subcommands: [Add.self, List.self, Show.self, Edit.self, Rename.self, Remove.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the dishes.",
      discussion: "Example:\n  souschef dish list --tag side")

    @OptionGroup var database: DatabaseOptions
    @Option(help: ArgumentHelp("Only those with this tag.", valueName: "tag")) var tag: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
      let dishes = try ListDishes(tag: tag).perform(in: database.workspace()).value
      output.show {
        .array(dishes.map { JSONValue($0, reading: $0.ingredientsRead) })
      } text: {
        DishList.text(of: dishes, tag: tag, width: Output.width)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a dish with its steps.", discussion: "Example:\n  souschef dish show pasta")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its name, or the beginning of it.", completion: Completions.dishes)
    var name: String
    @OptionGroup var output: OutputOptions

    func run() throws {
      let dish = try ShowDish(name: name).perform(in: database.workspace()).value
      output.show {
        JSONValue(dish, reading: dish.ingredientsRead)
      } text: {
        DishCard.text(of: dish, width: Output.width)
      }
    }
  }

  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename",
      abstract: "Give a dish another name; meals and other dishes follow.",
      discussion: "Example:\n  souschef dish rename Pasta Spaghetti")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its exact name.", completion: Completions.dishes) var name: String
    @Argument(help: "The new name.") var newName: String
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try RenameDish(name: name, newName: newName, rehearsing: rehearsal.value)
        .perform(in: database.workspace())
      Output.report(outcome.remarks)
      Output.say(rehearsal.said("Renamed", "\(outcome.value.old) to \(outcome.value.new)"))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a dish. What was cooked stays in the history.",
      discussion: "Example:\n  souschef dish remove Pasta")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its exact name.", completion: Completions.dishes) var name: String
    @Flag(help: "Also take it out of the meals that have it.") var force = false
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try RemoveDish(
        name: name, fromMeals: force ? .takeOut : .refuse, rehearsing: rehearsal.value
      ).perform(in: database.workspace())
      Output.report(outcome.remarks)
      Output.say(rehearsal.said("Removed", outcome.value.text))
    }
  }
}
