import ArgumentParser
import Foundation
import KitchenModel
import SouschefCore

extension ExportFiles.Format: ExpressibleByArgument {}

/// `souschef export`: a kitchen file or recipes out.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write dishes, meals and the kitchen as a file.",
    usage: "souschef export [<options>] [<names> ...]",
    discussion: """
      Without names everything is written; a meal brings its dishes along. Cooklang (--format cook) \
      has one dish a file: several go to the folder that --output names. Anything the format cannot \
      hold is reported.

      Examples:
        souschef export > kitchen.yaml
        souschef export lunch --output lunch.yaml
        souschef export Gratin --format cook
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "Dishes or meals.", completion: Completions.menu) var names: [String] = []
  @Option(help: ArgumentHelp("The format (default: yaml); cook is Cooklang.", valueName: "format"))
  var format: ExportFiles.Format?
  @OptionGroup var target: OutputFileOption<KitchenFiles>

  func run() throws {
    let workspace = try database.workspace()
    let format = try format ?? target.format(or: .yaml)
    let outcome = try ExportFiles(names: names, format: format).perform(in: workspace)
    try write(outcome.value, as: format, sparing: workspace.databasePath)
    Output.report(outcome.remarks)
  }

  private func write(
    _ files: [ExportFiles.File], as format: ExportFiles.Format, sparing database: String
  ) throws {
    if format == .cook, let folder = target.file, isFolder(folder) {
      for file in files {
        // A leading dot would hide the file, or make it the folder itself.
        let name = file.name.hasPrefix(".") ? "_" + file.name : file.name
        try OutputFile.write(
          file.text, to: folder + (folder.hasSuffix("/") ? "" : "/") + name, sparing: database)
      }
    } else if files.count == 1 {
      try OutputFile.write(files[0].text, to: target.file, sparing: database)
    } else {
      throw Diagnostic(
        .usage,
        files.isEmpty
          ? "There is no dish to write."
          : "Cooklang has one dish a file; these are \(files.count).",
        hints: ["Name one dish, or a folder that exists with --output."])
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
