import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

/// `souschef import`: kitchen files in.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Store the dishes and meals of kitchen files.",
    usage: "souschef import [<options>] <paths> ...",
    discussion: """
      What is stored already and the same stays; a dish that differs needs --replace. A folder \
      stands for the .yaml, .yml and .json files in it, - for standard input.

      Example:
        souschef import Examples/lunch.yaml
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "Files or folders.", completion: .file()) var paths: [String]
  @Flag(help: "Replace dishes and meals that differ.") var replace = false
  @Flag(name: .customLong("kitchen"), help: "Take the file's kitchen too.") var takesKitchen = false
  @OptionGroup var rehearsal: RehearsalOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let sources = try paths.map { try SourceText.read($0) }.flatMap { $0 }
    let outcome = try ImportKitchenFiles(
      sources: sources, onDifference: replace ? .replace : .refuse,
      kitchen: takesKitchen ? .take : .leave, rehearsing: rehearsal.value
    ).perform(in: database.workspace())
    Output.report(outcome.remarks)
    output.show {
      JSONValue(outcome.value)
    } text: {
      ImportCard.text(
        of: outcome.value, rehearsal.isDryRun ? .rehearsed : .done, width: Output.width)
    }
  }
}
