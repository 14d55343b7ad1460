import Foundation

/// Writes the text files of a folder that have one ending, in order by name, as one Swift source file.
///
/// Usage: `embed-texts FOLDER OUTPUT TYPE ENDING FIELD`: an enum of that name, whose `all` lists the
/// name of each file, without the ending, and its text in a field of that name.
@main
enum EmbedTexts {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 6 else {
      FileHandle.standardError.write(
        Data("usage: embed-texts FOLDER OUTPUT TYPE ENDING FIELD\n".utf8))
      exit(64)
    }
    let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
    let (type, ending, field) = (arguments[3], arguments[4], arguments[5])
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == ending }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    var source = """
      /// The texts of `\(folder.lastPathComponent)/`, in order by name. Written by the build.
      enum \(type) {
        static let all: [(name: String, \(field): String)] = [

      """
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      let text = try String(contentsOf: file, encoding: .utf8)
      source +=
        "    (\n      name: \"\(name)\",\n      \(field): ####\"\"\"\n\(text)\n\"\"\"####\n    ),\n"
    }
    source += "  ]\n}\n"
    try Data(source.utf8).write(to: URL(filePath: arguments[2]))
  }
}
