import Foundation
import KitchenModel

/// Where a document goes: a file, or standard output.
enum OutputFile {
  /// Writes `text` whole or not at all.
  ///
  /// - Throws: a ``Diagnostic`` where the file cannot be created.
  static func write(_ text: String, to path: String?) throws {
    guard let path, path != "-" else { return Output.write(text) }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Diagnostic(
        .cannotCreate, "\"\(path)\" cannot be written: \(FileFault.reason(error)).",
        hints: ["Check that its folder exists and may be written to."])
    }
  }
}
