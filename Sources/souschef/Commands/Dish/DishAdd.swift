import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

extension DishCommand {
  /// `souschef dish add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Store a dish.",
      usage: "souschef dish add [<name>] [-] [<options>]",
      discussion: """
        Without options it asks for the steps, one per line, in plain words. With - it reads them from \
        standard input. Whether a step needs your hands is guessed from its words where you do not \
        say it.

        Examples:
          souschef dish add
          souschef dish add Pasta --waiting 10m
          souschef dish add Roast --step "rub 5m" --step "waiting 1h @oven 180C: Roast"
          souschef dish add Beans --text "trim 5m; boil 6m @burner; toss in butter 2m"
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "What it is called.") var name: String?
    @Argument(help: ArgumentHelp("Read the steps from standard input.", valueName: "-"))
    var input: String?
    @Option(
      help: ArgumentHelp(
        "All steps, one per line or separated by \";\".", valueName: "steps"))
    var text: String?
    @OptionGroup var dish: DishOptions
    @OptionGroup var rehearsal: RehearsalOptions

    func run() throws {
      var changes = try dish.changes()
      changes.steps += try writtenSteps()
      let workspace = try database.workspace()
      let asks = changes.isWithoutSteps && text == nil && input == nil && Output.isInteractive
      guard name != nil || asks else {
        throw Diagnostic(
          .usage, "What is the dish called?",
          hints: ["For example: souschef dish add Pasta --waiting 10m"])
      }
      // A name that cannot be is refused before anybody types steps.
      var title = try name.map(DishQuestions.checked) ?? DishQuestions.name()
      if asks {
        title = try DishQuestions.freeName(title, in: workspace)
        changes.steps = try DishQuestions.steps(of: title)
      }
      while true {
        do {
          let outcome = try AddDish(name: title, changes: changes, rehearsing: rehearsal.value)
            .perform(in: workspace)
          Output.report(outcome.remarks)
          Output.say(rehearsal.said("Added", outcome.value.name.text))
          return Output.outline(outcome.value, after: changes)
        } catch let diagnostic as Diagnostic where asks && diagnostic.isAboutTakenName {
          // The steps are not to be typed again because of the name.
          Output.report([diagnostic])
          title = try DishQuestions.freeName(DishQuestions.name(), in: workspace)
        }
      }
    }

    /// The steps of `--text` and of standard input.
    private func writtenSteps() throws -> [ReadStep] {
      var steps: [ReadStep] = []
      if let text {
        steps = try StepText.steps(of: text, from: .option("--text"))
        if steps.isEmpty { throw Self.withoutStep("--text") }
      }
      guard let input else { return steps }
      guard input == "-" else {
        throw Diagnostic(
          .usage, "Unexpected \(input.quoted).",
          hints: ["Put a name of several words in quotes, and steps behind --step or --text."])
      }
      let source = try SourceText.readFile(input)
      let read = try StepText.steps(
        of: String(decoding: source.bytes, as: UTF8.self), from: .file(source.name))
      if read.isEmpty { throw Self.withoutStep("Standard input") }
      return steps + read
    }

    private static func withoutStep(_ source: String) -> Diagnostic {
      Diagnostic(
        .usage, "\(source) has no steps.", hints: ["Write one per line: chop onions 5m"])
    }
  }
}

extension DishChanges {
  /// Whether no step and no length is said.
  fileprivate var isWithoutSteps: Bool { steps.isEmpty && blocking == nil && waiting == nil }
}

extension Diagnostic {
  /// Whether a dish or a meal has the name already.
  fileprivate var isAboutTakenName: Bool {
    if case .nameTaken = failure { true } else { false }
  }
}

extension Output {
  /// Shows a dish's steps as they are now, and which of them were guessed from their words.
  static func outline(_ dish: Dish, after changes: DishChanges) {
    show(DishOutline.text(of: dish, width: width))
    guard !changes.guesses.isEmpty else { return }
    let steps = changes.guesses.map { DishOutline.guess($0, in: dish) }.joined(separator: ", ")
    let titles = changes.guesses.map { $0.title ?? dish.name.text }
    let number = 1 + (dish.steps.firstIndex { titles.contains($0.title) } ?? 0)
    let edit = "souschef dish edit \(dish.name.text.quoted) --step \(number)"
    report([
      Diagnostic(
        .usage, "Guessed from the words: \(steps).",
        hints: ["To change a step: \(edit) \"hands-on 5m: …\""], severity: .remark)
    ])
  }
}
