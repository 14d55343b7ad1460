import Foundation
import Glibc
import KitchenModel

/// Where a document goes: a file, a pipe, a device, or standard output.
///
/// A file gets it whole or not at all, keeps who may read it, and stays where its links lead.
enum OutputFile {
  /// Writes `text`.
  ///
  /// - Parameters:
  ///   - path: The file; nil and `-` are standard output.
  ///   - database: The database, which no document may take the place of.
  /// - Throws: a ``Diagnostic`` where the file cannot be created.
  static func write(_ text: String, to path: String?, sparing database: String) throws {
    try write(to: path, sparing: database) { try $0(text) }
  }

  /// Writes the pieces that `body` hands over; what is not a file gets each as it comes.
  ///
  /// - Throws: a ``Diagnostic`` where the file cannot be created, or what `body` throws.
  static func write(
    to path: String?, sparing database: String,
    _ body: (_ write: (String) throws -> Void) throws -> Void
  ) throws {
    let place = try OutputPlace(path, sparing: database)
    do {
      switch place {
      case .standardOutput:
        try body { piece in
          Output.write(piece)
          try Output.flush()
        }
      case .descriptor(let descriptor): try body { try Self.write($0, to: descriptor) }
      case .stream(let path):
        let descriptor = try openStream(path)
        defer { close(descriptor) }
        try body { try Self.write($0, to: descriptor) }
      case .file(let path, let status):
        var file = try GrowingFile(path, replacing: status)
        try body { try file.write($0) }
        try file.finish()
      }
    } catch let fault as GrowingFile.Fault {
      throw failure(path, String(cString: strerror(fault.number)).lowercased())
    }
  }

  fileprivate static func write(_ piece: String, to descriptor: Int32) throws(GrowingFile.Fault) {
    if let number = Descriptor.write(Array(piece.utf8)[...], to: descriptor) {
      throw GrowingFile.Fault(number: number)
    }
  }

  /// Opens a pipe or a device. A pipe that nobody reads is waited for a little, so that its reader may
  /// be started at the same time, and not for ever.
  private static func openStream(_ path: String) throws -> Int32 {
    let deadline = ContinuousClock.now.advanced(by: .seconds(3))
    while true {
      let descriptor = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
      if descriptor >= 0 {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return descriptor
      }
      let number = errno
      guard number == ENXIO || number == EINTR, ContinuousClock.now < deadline else {
        throw number == ENXIO
          ? failure(path, "nobody reads from it", hint: "Start its reader first.")
          : GrowingFile.Fault(number: number)
      }
      usleep(20_000)
    }
  }

  private static func failure(
    _ path: String?, _ reason: String,
    hint: String = "Check that its folder exists and may be written to."
  ) -> Diagnostic {
    Diagnostic(
      .cannotCreate, "\((path ?? "").quoted) cannot be written: \(reason).",
      hints: [hint])
  }
}
