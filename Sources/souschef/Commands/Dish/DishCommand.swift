import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

/// `souschef dish`: what can be cooked.
struct DishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dish", abstract: "Add, look at and change dishes.",
    discussion: "Example:\n  souschef dish add Pasta --waiting 10m",
    subcommands: [Add.self, List.self, Show.self, Edit.self, Rename.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Store a dish.",
      discussion: """
        Examples:
          souschef dish add Pasta --waiting 10m
          souschef dish add Roast --step "blocking 5m: Rub" --step "waiting 1h @oven"
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "What it is called.") var name: String
    @OptionGroup var dish: DishOptions
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let changes = try dish.changes()
      let workspace = try database.workspace()
      let outcome = try AddDish(name: name, changes: changes, rehearsing: rehearsal.value)
        .perform(in: workspace)
      Output.report(outcome.remarks)
      Output.say(rehearsal.said("Added", outcome.value.name.text))
    }
  }

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
        .array(dishes.map(JSONValue.init))
      } text: {
        DishList.text(of: dishes, width: Output.width)
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
        JSONValue(dish)
      } text: {
        DishCard.text(of: dish, width: Output.width)
      }
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change a dish: by options, or as YAML in your editor.",
      discussion: """
        What an option says replaces what was there. Without options the dish opens in $VISUAL or \
        $EDITOR.

        Examples:
          souschef dish edit Pasta --waiting 11m
          souschef dish edit Gratin
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its exact name.", completion: Completions.dishes) var name: String
    @OptionGroup var dish: DishOptions
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let changes = try dish.changes()
      let workspace = try database.workspace()
      let outcome: Outcome<Edited<Dish>>
      if changes.isEmpty {
        outcome = try DishEditing(
          workspace: workspace, name: name, rehearsing: rehearsal.value
        ).run()
      } else {
        outcome = try EditDish(name: name, changes: changes, rehearsing: rehearsal.value)
          .perform(in: workspace)
      }
      Output.report(outcome.remarks)
      Output.say(rehearsal.said(of: outcome.value, \.name.text))
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
