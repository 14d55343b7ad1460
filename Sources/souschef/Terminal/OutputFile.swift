import Foundation
import Glibc
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

  /// Writes the pieces that `body` hands over, to a file whole or not at all; standard output gets
  /// each as it comes.
  ///
  /// - Throws: a ``Diagnostic`` where the file cannot be created, or what `body` throws.
  static func write(
    to path: String?, _ body: (_ write: (String) throws -> Void) throws -> Void
  ) throws {
    guard let path, path != "-" else {
      return try body { piece in
        Output.write(piece)
        try Output.flush()
      }
    }
    let growing = "\(path).\(UUID().uuidString).partial"
    defer { try? FileManager.default.removeItem(atPath: growing) }
    func failed(_ error: any Error) -> Diagnostic {
      Diagnostic(
        .cannotCreate, "\"\(path)\" cannot be written: \(FileFault.reason(error)).",
        hints: ["Check that its folder exists and may be written to."])
    }
    let file: FileHandle
    do {
      try Data().write(to: URL(filePath: growing))
      file = try FileHandle(forWritingTo: URL(filePath: growing))
    } catch { throw failed(error) }
    try body { piece in
      do { try file.write(contentsOf: Data(piece.utf8)) } catch { throw failed(error) }
    }
    do {
      try file.close()
      guard rename(growing, path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    } catch { throw failed(error) }
  }
}
