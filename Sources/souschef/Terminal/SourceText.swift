import Foundation
import Glibc
import KitchenModel
import SouschefCore

/// The text of files named on the command line.
enum SourceText {
  /// The most bytes that are read of one file.
  static let limit = 64 << 20
  /// The most bytes that are read of what has no size, such as a pipe.
  static let streamLimit = 1 << 30

  /// Reads a file, what can be imported in a folder and below, or standard input for `-`; what is
  /// left out of a folder is said.
  ///
  /// - Throws: a ``Diagnostic`` where something cannot be read.
  static func read(_ path: String) throws -> (files: [SourceFile], remarks: [Diagnostic]) {
    guard path != "-" else { return ([try readFile(path)], []) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      if SourceFile.isAddress(path) {
        throw SourceFile.refusal(
          ofAddress: path,
          hint: "Save the page from your browser and import that file, or use --paste.")
      }
      throw Diagnostic(
        .unreadable, "There is no file \(path.quoted).",
        hints: ["Check the spelling and the folder you are in."])
    }
    guard isFolder.boolValue else { return ([try readFile(path)], []) }
    let folder = try SourceFolder(path)
    guard !folder.files.isEmpty else {
      if var fault = folder.remarks.first {
        fault.severity = .error
        throw fault
      }
      throw Diagnostic(
        .unreadable, "The folder \"\(path)\" has nothing to import.",
        hints: [
          "Kitchen files end in .yaml, .yml or .json, recipes in .cook, .html, .json, .txt or .md, "
            + "exports in .zip or .paprikarecipes."
        ])
    }
    let files = try folder.files.map { name in
      var file = try readFile(path + (path.hasSuffix("/") ? "" : "/") + name)
      file.way = .found
      return file
    }
    return (files, folder.remarks)
  }

  /// Reads one file, which must not be a folder.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that are read; of what has no size of its own, such as a pipe, no more
  ///     than ``streamLimit``.
  ///   - lineLimit: The most bytes without a line end.
  static func readFile(
    _ path: String, limit: Int = limit, lineLimit: Int = .max
  ) throws -> SourceFile {
    if path == "-" {
      return SourceFile(
        name: SourceFile.standardInput,
        bytes: try read(FileHandle.standardInput, path, limit, lineLimit))
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Diagnostic(
        .unreadable, "\"\(path)\" is a folder, not a file.", hints: ["Name a file in it."])
    }
    do {
      let handle = try SourcePipe.open(path) ?? FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      return SourceFile(name: path, bytes: try read(handle, path, limit, lineLimit))
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic(
        .unreadable, "\"\(path)\" cannot be read: \(FileFault.reason(error)).",
        hints: ["Check that it exists and may be read."])
    }
  }

  private static func read(
    _ handle: FileHandle, _ path: String, _ limit: Int, _ lineLimit: Int
  ) throws -> [UInt8] {
    var status = stat()
    let isSized = fstat(handle.fileDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let limit = isSized ? limit : min(limit, streamLimit)
    let name = path == "-" ? SourceFile.standardInput : path.quoted
    var bytes: [UInt8] = []
    var lineStart = 0
    while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
      if let end = part.withUnsafeBytes({ $0.lastIndex(of: 0x0A) }) {
        lineStart = bytes.count + end
      }
      bytes.append(contentsOf: part)
      guard bytes.count - lineStart <= lineLimit else {
        throw Diagnostic(
          .badContent, "A line of \(name) is longer than \(lineLimit >> 20) MB.",
          hints: ["Is it the right file?"])
      }
      guard bytes.count <= limit else {
        throw Diagnostic(
          .badContent, "\(name) is larger than \(limit >> 20) MB.",
          hints: ["Is it the right file? Write what comes from a pipe to a file first."])
      }
    }
    return bytes
  }
}

/// The system's reason for a failed file operation, in a few words.
enum FileFault {
  /// Why it failed.
  static func reason(_ error: any Error) -> String {
    let cocoa = error as NSError
    let underlying = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError
    let posix = [cocoa, underlying].compactMap { $0 }.first { $0.domain == NSPOSIXErrorDomain }
    if let posix { return String(cString: strerror(Int32(posix.code))).lowercased() }
    switch CocoaError.Code(rawValue: cocoa.code) {
    case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
    case .fileNoSuchFile, .fileReadNoSuchFile: return "no such file or folder"
    case .fileWriteOutOfSpace: return "no space left"
    default: return "the system refused"
    }
  }
}
