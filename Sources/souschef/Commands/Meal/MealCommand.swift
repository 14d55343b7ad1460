import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef meal`: dishes served together.
struct MealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meal", abstract: "Add, show and change meals: dishes served together.",
    discussion: "Example:\n  souschef meal add lunch Pasta Avocado",
    subcommands: [Add.self, List.self, Show.self, Edit.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Store a meal. A dish may be in it twice.",
      discussion: "Example:\n  souschef meal add lunch Pasta Meatloaf Avocado")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "What it is called.") var name: String
    @Argument(help: "Its dishes.", completion: Completions.dishes) var dishes: [String]
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try AddMeal(name: name, dishes: dishes, rehearsing: rehearsal.value)
        .perform(in: database.workspace())
      Output.report(outcome.remarks)
      Output.say(rehearsal.said("Added", outcome.value.name.text))
      Output.show(MealList.dishes(of: outcome.value, width: Output.width))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the meals.", discussion: "Example:\n  souschef meal list")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let meals = try ListMeals().perform(in: database.workspace()).value
      output.show {
        .array(meals.map(JSONValue.init))
      } text: {
        MealList.text(of: meals, width: Output.width)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a meal.", discussion: "Example:\n  souschef meal show lunch")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its name, or the beginning of it.", completion: Completions.meals)
    var name: String
    @OptionGroup var output: OutputOptions

    func run() throws {
      let meal = try ShowMeal(name: name).perform(in: database.workspace()).value
      output.show {
        JSONValue(meal)
      } text: {
        MealList.card(of: meal, width: Output.width)
      }
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change a meal's dishes or its name.",
      usage: "souschef meal edit [<options>] <name> [<dishes> ...]",
      discussion: """
        The dishes given replace the ones it had; --add and --remove change single ones.

        Examples:
          souschef meal edit lunch Pasta Avocado
          souschef meal edit lunch --add Salad --rename "Sunday lunch"
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its exact name.", completion: Completions.meals) var name: String
    @Argument(help: "Its dishes from now on.", completion: Completions.dishes)
    var dishes: [String] = []
    @Option(
      help: ArgumentHelp("Add a dish. Repeatable.", valueName: "dish"),
      completion: Completions.dishes)
    var add: [String] = []
    @Option(
      help: ArgumentHelp("Remove a dish. Repeatable.", valueName: "dish"),
      completion: Completions.dishes)
    var remove: [String] = []
    @Option(help: ArgumentHelp("A new name.", valueName: "name")) var rename: String?
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      guard !(dishes.isEmpty && add.isEmpty && remove.isEmpty && rename == nil) else {
        throw Diagnostic(
          .usage, "Nothing to change was given.",
          hints: ["For example: souschef meal edit \"\(name)\" --add Salad"])
      }
      let outcome = try EditMeal(
        name: name, dishes: dishes.isEmpty ? nil : dishes, adding: add, removing: remove,
        newName: rename, rehearsing: rehearsal.value
      ).perform(in: database.workspace())
      Output.report(outcome.remarks)
      Output.say(rehearsal.said(of: outcome.value, \.name.text))
      guard case .changed(let meal) = outcome.value else { return }
      Output.show(MealList.dishes(of: meal, width: Output.width))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a meal. Its dishes stay.",
      discussion: "Example:\n  souschef meal remove lunch")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its exact name.", completion: Completions.meals) var name: String
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let outcome = try RemoveMeal(name: name, rehearsing: rehearsal.value)
        .perform(in: database.workspace())
      Output.report(outcome.remarks)
      Output.say(rehearsal.said("Removed", outcome.value.text))
    }
  }
}
