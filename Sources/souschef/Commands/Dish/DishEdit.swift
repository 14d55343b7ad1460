import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

extension DishCommand {
  /// `souschef dish edit`.
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change a dish: by options, or as YAML in your editor.",
      usage: "souschef dish edit <name> [<options>]\n"
        + "       souschef dish edit <name> --step <number or title> <text>",
      discussion: """
        An option replaces what was there. --step with a step's number or title and a text behind \
        it changes that step: 45m its length, "bake 45m @oven 180C" all of it. --step with a text \
        alone replaces all steps. Without options the dish opens in $VISUAL or $EDITOR.

        Examples:
          souschef dish edit Pasta --waiting 11m
          souschef dish edit Gratin --step bake 45m
          souschef dish edit Gratin --step 2 "bake 45m @oven 180C"
          souschef dish edit Gratin --add-step "rest 10m" --remove-step 1
          souschef dish edit Gratin
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its exact name.", completion: Completions.dishes) var name: String
    @Argument(help: ArgumentHelp("The new text of a step.", valueName: "text"))
    var texts: [String] = []
    @OptionGroup var dish: DishOptions
    @Option(help: ArgumentHelp("One more step, at the end. Repeatable.", valueName: "spec"))
    var addStep: [String] = []
    @Option(
      help: ArgumentHelp("Take out a step, by its number or title. Repeatable.", valueName: "step"))
    var removeStep: [String] = []
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      let changes = try changes()
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
      if case .changed(let dish) = outcome.value { Output.outline(dish, after: changes) }
    }

    /// What the options say; `--step 3 "bake 45m"` is read as a step and the text behind it.
    private func changes() throws -> DishChanges {
      var edits: [StepEdit] = []
      var options = dish
      if !texts.isEmpty {
        guard dish.step.count == texts.count else {
          throw Diagnostic(
            .usage, "Which step is \(texts[0].quoted) for?",
            hints: ["Name the step by its number or title: --step 3 \"bake 45m\""])
        }
        edits = try zip(dish.step, texts).map { step, text in
          .replace(
            step: step,
            with: try reading(.usage, "--step") { try ReadStep(changing: text) })
        }
        options.step = []
      }
      edits += removeStep.map { .remove(step: $0) }
      edits += try addStep.map { .add(try Self.read($0, "--add-step")) }
      var changes = try options.changes()
      guard changes.steps.isEmpty || edits.isEmpty else {
        throw Diagnostic(
          .usage, "--step without a number replaces all steps, so it does not go with the others.",
          hints: ["Change one step: --step 3 \"bake 45m\""])
      }
      changes.stepEdits = edits
      return changes
    }

    private static func read(_ text: String, _ option: String) throws -> ReadStep {
      try reading(.usage, option) { try ReadStep(reading: text) }
    }
  }
}
