import Foundation
import PackagePlugin

/// Turns `Migrations/*.sql` into one Swift file of the target it is applied to.
///
/// The build runs it again when a file is edited (each is an input) and when one is added (the folder
/// is an input). Landed migrations are never removed; where one that had not landed goes away, the
/// next build says that it misses an input, until `Package.swift` is touched.
@main
struct EmbedMigrations: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Migrations")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedMigrations.swift")
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "sql" }
    return [
      .buildCommand(
        displayName: "Embedding Migrations/*.sql",
        executable: try context.tool(named: "embed-texts").url,
        arguments: [folder.path(), output.path(), "EmbeddedMigrations", "sql", "sql"],
        inputFiles: files + [folder],
        outputFiles: [output])
    ]
  }
}
