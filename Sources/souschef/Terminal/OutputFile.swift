import DurableFiles
import Glibc
import KitchenModel
import Rendering

/// Where a document goes: a file, a pipe, a device, or standard output.
///
/// Opening it finds out whether it can be written at all. A file gets the document whole or not at
/// all, keeps who may read it, and stays where its links lead; what is not a file gets each piece
/// as it comes.
final class OutputFile {
  private let path: String?
  private let sink: Sink

  private enum Sink {
    case standardOutput
    /// A file that is open already.
    case descriptor(Int32)
    /// A pipe or a device, opened here.
    case stream(Int32)
    case file(GrowingFile, Finishing)
  }

  /// How what has grown gets to its place.
  private enum Finishing {
    case replace, copy
  }

  /// Opens it.
  ///
  /// - Parameters:
  ///   - path: The file; nil and `-` are standard output.
  ///   - database: The database, which no document may take the place of.
  /// - Throws: a ``Diagnostic`` where it cannot be written.
  init(_ path: String?, sparing database: String) throws {
    self.path = path
    do {
      switch try OutputPlace(path, sparing: database) {
      case .standardOutput: sink = .standardOutput
      case .descriptor(let descriptor): sink = .descriptor(descriptor)
      case .stream(let place): sink = .stream(try Self.openStream(place))
      case .file(let place, let status): sink = try Self.begin(place, replacing: status)
      }
    } catch let fault as SystemFault {
      throw Self.failure(path, fault)
    }
  }

  deinit {
    if case .stream(let descriptor) = sink { close(descriptor) }
  }

  /// Adds to the document.
  ///
  /// - Throws: a ``Diagnostic`` where that cannot be written.
  func write(_ text: String) throws {
    do {
      switch sink {
      case .standardOutput:
        Output.write(text)
        try Output.flush()
      case .descriptor(let descriptor), .stream(let descriptor):
        try Descriptor.write(Array(text.utf8)[...], to: descriptor)
      case .file(let file, _): try file.write(Array(text.utf8))
      }
    } catch let fault as SystemFault {
      throw Self.failure(path, fault)
    }
  }

  /// Puts the document in its place, and says where it is.
  ///
  /// - Throws: a ``Diagnostic`` where that is not possible.
  func finish() throws {
    do {
      switch sink {
      case .standardOutput, .descriptor, .stream: return
      case .file(let file, .replace): try file.replaceTarget()
      case .file(let file, .copy): try file.copyOntoTarget()
      }
    } catch {
      throw Self.failure(path, error)
    }
    Output.writeError("Wrote \(TerminalText.sanitized(path ?? "")).\n")
  }

  /// Writes a document that is there as a whole.
  ///
  /// - Throws: a ``Diagnostic`` where it cannot be written.
  static func write(_ text: String, to path: String?, sparing database: String) throws {
    let file = try OutputFile(path, sparing: database)
    try file.write(text)
    try file.finish()
  }

  /// Begins a file for `path`, at which there is what `status` says.
  private static func begin(_ path: String, replacing status: stat?) throws -> Sink {
    if status != nil, access(path, W_OK) != 0 { throw SystemFault.last }
    do throws(SystemFault) {
      let file = try GrowingFile(toBecome: path, named: .whenWhole)
      // Only the old file itself has its other names, and an owner that another cannot be given.
      let isReplaced = (status?.st_nlink ?? 1) == 1 && file.adoptTarget()
      return .file(file, isReplaced ? .replace : .copy)
    } catch {
      // The file may be written, its folder may not.
      guard status != nil, [EACCES, EROFS, EPERM].contains(error.number) else { throw error }
      let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
      return .file(try GrowingFile(toBecome: path, named: .whenWhole, in: folder), .copy)
    }
  }

  /// Opens a pipe or a device. A pipe that nobody reads is waited for a little, so that its reader
  /// may be started at the same time, and not for ever.
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
          ? Diagnostic(
            .cannotCreate, "\(path.quoted) cannot be written: nobody reads from it.",
            hints: ["Start the program that reads it first."])
          : SystemFault(number)
      }
      usleep(20_000)
    }
  }

  private static func failure(_ path: String?, _ fault: SystemFault) -> Diagnostic {
    Diagnostic(
      fault.hintForRoom == nil ? .cannotCreate : .storageFailed,
      "\((path ?? "").quoted) cannot be written: \(fault.reason).",
      hints: [fault.hintForRoom ?? "Check that its folder exists and may be written to."])
  }
}
