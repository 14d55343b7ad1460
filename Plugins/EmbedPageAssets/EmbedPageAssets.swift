import Foundation
import PackagePlugin

/// Turns the style sheets and scripts of `PageAssets/` into Swift files of the target it is applied
/// to: the build runs it again when one is edited or added.
@main
struct EmbedPageAssets: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    try [("css", "EmbeddedStyles"), ("js", "EmbeddedScripts"), ("svg", "EmbeddedIcons")].map {
      (ending, type) in
      let folder = context.package.directoryURL.appending(path: "PageAssets")
      let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
      let files = try FileManager.default
        .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == ending }
      return .buildCommand(
        displayName: "Embedding PageAssets/*.\(ending)",
        executable: try context.tool(named: "embed-texts").url,
        arguments: [folder.path(), output.path(), type, ending, "text"],
        inputFiles: files + [folder],
        outputFiles: [output])
    }
  }
}
