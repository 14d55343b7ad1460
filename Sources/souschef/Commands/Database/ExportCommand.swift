import ArgumentParser
import KitchenModel
import SouschefCore

/// `souschef export`: a kitchen file out.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write dishes, meals and the kitchen as a kitchen file.",
    discussion: """
      Without names everything is written; a meal brings its dishes along.

      Examples:
        souschef export > kitchen.yaml
        souschef export lunch --output lunch.yaml
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "Dishes or meals.", completion: Completions.menu) var names: [String] = []
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The file to write, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let text = try ExportKitchenFile(names: names).perform(in: database.workspace()).value
    try OutputFile.write(text, to: output)
  }
}
