import Foundation
import Glibc
import KitchenModel
import SouschefCore

/// The cook's own editor.
enum Editor {
  private static let noEditor = Diagnostic(
    .usage, "There is no editor: EDITOR is not set.", hints: ["Set EDITOR to one, such as nano."])

  /// Opens `text` in the editor and gives what was saved.
  ///
  /// - Parameter missing: What is said where there is no editor.
  /// - Throws: a ``Diagnostic`` where there is none, it fails, or nothing was changed.
  static func edit(
    _ text: String, named name: String, missing: Diagnostic = noEditor
  ) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let chosen = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }
      .first { !$0.isEmpty }
    guard let editor = chosen else { throw missing }
    guard !isMissing(editor, path: environment["PATH"]) else { throw cannotStart(editor) }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "souschef-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: fileName(name))
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: file)
    } catch {
      throw Diagnostic(
        .cannotCreate, "A file for the editor cannot be created: \(FileFault.reason(error)).",
        hints: ["Set TMPDIR to a folder that may be written to and has room."])
    }

    let status = try ForegroundProgram(
      "\(editor) \"$1\"", arguments: [file.path(percentEncoded: false)]
    ).wait()
    // The shell's statuses for a program that is not there, or cannot be run.
    guard status != 127, status != 126 else { throw cannotStart(editor) }
    guard status == 0 else {
      throw Diagnostic(
        .couldNotBeDone, "The editor \"\(editor)\" ended with \(status).",
        hints: ["Nothing was changed. Check EDITOR."])
    }
    let saved = try SourceText.readFile(file.path(percentEncoded: false))
    guard let edited = String(validating: saved.bytes, as: UTF8.self) else {
      throw Diagnostic(
        .badContent, "What the editor saved is not text in UTF-8.",
        hints: ["Nothing was changed. Save it as UTF-8."])
    }
    guard edited != text else {
      throw Diagnostic(
        .couldNotBeDone, "Nothing was edited.", hints: ["Save in the editor to change the dish."])
    }
    return edited
  }

  private static func cannotStart(_ editor: String) -> Diagnostic {
    Diagnostic(
      .couldNotBeDone, "The editor \(editor.quoted) could not be started.",
      hints: ["Nothing was changed. Set EDITOR to a program that is installed, such as nano."])
  }

  /// Whether the shell would find no program by the first word of a command, so that the cook hears
  /// of it from this program and not from the shell; what only a shell can read is left to it.
  private static func isMissing(_ command: String, path: String?) -> Bool {
    let word = command.trimmed.prefix { !$0.isWhitespace }
    guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0.isNumber || "/._+-".contains($0) })
    else { return false }
    let files = FileManager.default
    guard !word.contains("/") else { return !files.isExecutableFile(atPath: String(word)) }
    guard let path else { return false }
    return !path.split(separator: ":").contains { files.isExecutableFile(atPath: "\($0)/\(word)") }
  }

  /// Keeps what was written in the editor and could not be stored.
  ///
  /// - Returns: Where it is; nil where it could be written nowhere.
  static func keep(_ text: String, named name: String) -> String? {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "souschef-\(UUID().uuidString.prefix(8))-\(fileName(name))")
    do { try Data(text.utf8).write(to: file, options: .withoutOverwriting) } catch { return nil }
    return file.path(percentEncoded: false)
  }

  private static func fileName(_ name: String) -> String {
    // A name may be longer than file systems allow.
    name.utf8.count > 200 ? "dish.yaml" : String(name.map { $0 == "/" ? "-" : $0 })
  }
}
