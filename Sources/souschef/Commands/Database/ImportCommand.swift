import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

extension ReadImportFiles.Sort: ExpressibleByArgument {}

/// `souschef import`: kitchen files and recipes in.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import kitchen files and recipes.",
    usage: "souschef import [<options>] <paths> ...",
    discussion: """
      Kitchen files, Cooklang (.cook), saved web pages with a recipe in them, schema.org's JSON, \
      plain text, and what Paprika, Mealie, Tandoor, Nextcloud, Recipe Keeper and RecipeSage export. \
      A folder or a zip file stands for all of these in it and below, - for standard input.

      A recipe becomes a draft: you see where each number came from, may edit it, and it is stored \
      when you say so, or at once with --yes. What is already stored and identical stays; what \
      differs is shown, and replaced only if you agree, or with --replace.

      Examples:
        souschef import Examples/lunch.yaml
        souschef import Examples/minestrone.cook
        souschef import recipes/ --dry-run --json
        souschef import --paste --name "Leek soup"
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "Files or folders.", completion: .file()) var paths: [String] = []
  @Flag(help: "Read the clipboard, or text that you put into your editor.") var paste = false
  @Option(help: "The name of the recipe; of several, of those that have none.") var name: String?
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Treat every file as this format.", valueName: "format"))
  var sort: ReadImportFiles.Sort = .any
  @Flag(help: "Read Cooklang with a step on every line, as older files have it.") var lineSteps =
    false
  @Flag(help: "Let every step follow the one before it.") var chain = false
  @Flag(help: "Store recipes without asking.") var yes = false
  @Flag(help: "Replace dishes and meals that differ; implies --yes.") var replace = false
  @Flag(name: .customLong("kitchen"), help: "Take the file's kitchen too.") var takesKitchen = false
  @Flag(help: "With --json: the parse tree of Cooklang, in its test suite's terms.")
  var tree = false
  @OptionGroup var rehearsal: RehearsalOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    if tree, !output.isJSON {
      throw Diagnostic(.usage, "--tree is for JSON.", hints: ["Add --json, and --dry-run to look."])
    }
    guard paste || !paths.isEmpty else {
      throw Diagnostic(
        .usage, "Nothing to import: name files or folders, or use - or --paste.",
        hints: ["See souschef import --help."])
    }
    let workspace = try database.workspace()
    let found = try paths.map { try SourceText.read($0) }
    Output.report(found.flatMap(\.remarks))
    var sources = found.flatMap(\.files)
    if paste { sources.append(try PastedText.read()) }
    if paths.contains("-") { ControllingTerminal.takeAsInput() }
    let reading = try ReadImportFiles(
      sources: sources, as: sort, steps: lineSteps ? .lines : .paragraphs, naming: name,
      links: chain ? .chain : .inferred
    ).perform(in: workspace)

    // A rehearsal meets every fault before the cook is asked anything.
    var session = try ImportSession(
      reading.value, onDifference: replace ? .replace : .refuse,
      kitchen: takesKitchen ? .take : .leave, in: workspace)
    let preview = session.preview
    Output.report(reading.remarks)
    if rehearsal.isDryRun {
      Output.report(preview.remarks)
      return show(preview.value, session.content, preview.value.differences)
    }
    let mustAsk = !yes && !replace && !session.content.recipes.isEmpty
    let isAsking = mustAsk && Output.isInteractive && !output.isJSON
    if isAsking {
      try DraftQuestions(workspace).put(&session)
    } else if mustAsk, session.hasNews {
      throw Diagnostic(
        .usage, "Nothing was stored: there is no terminal to ask on.",
        hints: ["Look with --dry-run, then store with --yes."])
    }
    if !replace, !isAsking, !output.isJSON {
      for difference in preview.value.differences {
        Output.writeError(DifferenceText.text(of: difference).plainText)
      }
    }
    let outcome = try session.store(in: workspace)
    Output.report(outcome.remarks)
    show(
      outcome.value, isAsking ? nil : session.content,
      isAsking ? [] : outcome.value.differences, session.declined)
    if Output.isInteractive, !output.isJSON {
      try MissingEquipment(outcome.value.missingEquipment).offer(in: workspace)
    }
  }

  /// Prints what was done or would be; drafts and differences that were not shown before.
  private func show(
    _ report: ImportReport, _ content: ImportContent?, _ differences: [ImportReport.Difference],
    _ declined: [String] = []
  ) {
    let recipes = content?.recipes ?? []
    output.show {
      JSONValue(report, recipes: recipes.map { $0.json(tree ? .withTree : .draft) })
    } text: {
      var text = StyledText()
      for recipe in recipes where !report.unchanged.contains(recipe.draft.dish.name.text) {
        text.lines += DraftCard.text(of: recipe.draft, width: Output.width).lines
        text.lines.append(StyledLine())
      }
      for difference in differences {
        text.lines += DifferenceText.text(of: difference, width: Output.width).lines
      }
      let tense = rehearsal.isDryRun ? ImportCard.Tense.rehearsed : .done
      text.lines +=
        ImportCard.text(
          of: report, tense, needing: replace ? nil : "--replace", declined: declined,
          width: Output.width
        ).lines
      return text
    }
    if !output.isJSON { Output.report(recipes.flatMap(\.draft.warnings)) }
  }
}
