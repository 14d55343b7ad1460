import Foundation
import KitchenModel
import SouschefCore

/// Text that the cook pastes: what the clipboard holds, else what they put into their editor.
enum PastedText {
  /// Reads it.
  ///
  /// - Throws: a ``Diagnostic`` where there is neither.
  static func read() throws -> SourceFile {
    if let bytes = clipboard(), bytes.contains(where: { $0 > 0x20 }) {
      return SourceFile(name: SourceFile.pastedText, bytes: bytes)
    }
    let environment = ProcessInfo.processInfo.environment
    guard ["VISUAL", "EDITOR"].contains(where: { environment[$0]?.isEmpty == false }) else {
      throw Diagnostic(
        .usage, "There is no clipboard to read and no editor: EDITOR is not set.",
        hints: ["Set EDITOR, or pipe the text in: souschef import -"])
    }
    let text = try Editor.edit("", named: "recipe.txt")
    return SourceFile(name: SourceFile.pastedText, bytes: Array(text.utf8))
  }

  /// What the clipboard holds; nil where no program gives it.
  private static func clipboard() -> [UInt8]? {
    let environment = ProcessInfo.processInfo.environment
    var programs: [[String]] = []
    if environment["WAYLAND_DISPLAY"]?.isEmpty == false {
      programs.append(["wl-paste", "--no-newline"])
    }
    if environment["DISPLAY"]?.isEmpty == false {
      programs.append(["xclip", "-selection", "clipboard", "-out"])
    }
    programs.append(["pbpaste"])
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for program in programs {
      for folder in folders {
        let path = "\(folder)/\(program[0])"
        guard FileManager.default.isExecutableFile(atPath: path) else { continue }
        if let bytes = output(of: path, Array(program.dropFirst())) { return bytes }
      }
    }
    return nil
  }

  /// What a program prints; nil where it fails.
  private static func output(of path: String, _ arguments: [String]) -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Array(data) : nil
  }
}
