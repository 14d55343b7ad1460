import Foundation
import PackagePlugin

/// Turns `Lexica/*.tsv` into a Swift file of the target it is
/// applied to, as `EmbedMigrations` does with the migrations: the build runs it again when a table is
/// edited or added.
@main
struct EmbedLexica: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    try [command(for: "Lexica", as: "EmbeddedLexica", context)]
  }

  private func command(
    for path: String, as type: String, _ context: PluginContext
  ) throws -> Command {
    let folder = context.package.directoryURL.appending(path: path)
    let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }
    return .buildCommand(
      displayName: "Embedding \(path)/*.tsv",
      executable: try context.tool(named: "embed-texts").url,
      arguments: [folder.path(), output.path(), type, "tsv", "text"],
      inputFiles: files + [folder],
      outputFiles: [output])
  }
}
