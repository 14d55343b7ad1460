import Foundation

/// Writes the SQL files of a folder, in order by name, as one Swift source file.
///
/// Usage: `embed-migrations FOLDER OUTPUT`.
@main
enum EmbedMigrations {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: embed-migrations FOLDER OUTPUT\n".utf8))
      exit(64)
    }
    let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "sql" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    var source = """
      /// The SQL of `Migrations/`, in order by name. Written by the build.
      enum EmbeddedMigrations {
        static let all: [(name: String, sql: String)] = [

      """
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      let sql = try String(contentsOf: file, encoding: .utf8)
      source +=
        "    (\n      name: \"\(name)\",\n      sql: ####\"\"\"\n\(sql)\n\"\"\"####\n    ),\n"
    }
    source += "  ]\n}\n"
    try Data(source.utf8).write(to: URL(filePath: arguments[2]))
  }
}
