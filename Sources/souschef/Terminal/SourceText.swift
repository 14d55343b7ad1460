import Foundation
import KitchenModel
import SouschefCore

/// The text of files named on the command line.
enum SourceText {
  /// The most bytes that are read of one file.
  static let limit = 64 << 20

  /// Reads a file, what can be imported in a folder and below, or standard input for `-`.
  ///
  /// - Throws: a ``Diagnostic`` where something cannot be read.
  static func read(_ path: String) throws -> [SourceFile] {
    guard path != "-" else { return [try readFile(path)] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      if path.hasPrefix("http://") || path.hasPrefix("https://") {
        throw Diagnostic(
          .usage, "\"\(path)\" is an address, and nothing is fetched from the web.",
          hints: ["Save the page from your browser and import that file, or use --paste."])
      }
      throw Diagnostic(
        .unreadable, "There is no file \"\(path)\".",
        hints: ["Check the spelling and the folder you are in."])
    }
    guard isFolder.boolValue else { return [try readFile(path)] }
    let names = try importable(in: path)
    guard !names.isEmpty else {
      throw Diagnostic(
        .unreadable, "The folder \"\(path)\" has nothing to import in it.",
        hints: [
          "Kitchen files end in .yaml, .yml or .json, recipes in .cook, .html, .json, .txt or .md, "
            + "exports in .zip or .paprikarecipes."
        ])
    }
    return try names.map { name in
      var file = try readFile(path + (path.hasSuffix("/") ? "" : "/") + name)
      file.way = .found
      return file
    }
  }

  /// The endings of what is imported from a folder.
  private static let endings = [
    ".yaml", ".yml", ".json", ".jsonld", ".cook", ".html", ".htm", ".txt", ".md", ".mmf", ".zip",
    ".paprikarecipes", ".paprikarecipe",
  ]

  /// The files in a folder and below by their endings, in order by path; nothing hidden, and links
  /// to other folders are not followed.
  private static func importable(in folder: String) throws -> [String] {
    // Only this says why a folder cannot be read.
    _ = try contents(folder)
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    var names: [String] = []
    while let name = walk.nextObject() as? String {
      let last = name.split(separator: "/").last ?? ""
      if last.hasPrefix(".") {
        walk.skipDescendants()
      } else if endings.contains(where: { last.lowercased().hasSuffix($0) }) {
        var isFolder: ObjCBool = false
        let path = folder + "/" + name
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
          continue
        }
        names.append(name)
      }
    }
    return names.sorted()
  }

  /// Reads one file, which must not be a folder.
  static func readFile(_ path: String, limit: Int = limit) throws -> SourceFile {
    if path == "-" {
      return SourceFile(
        name: SourceFile.standardInput, bytes: try read(FileHandle.standardInput, path, limit))
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Diagnostic(
        .unreadable, "\"\(path)\" is a folder, not a file.", hints: ["Name a file in it."])
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      return SourceFile(name: path, bytes: try read(handle, path, limit))
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic(
        .unreadable, "\"\(path)\" cannot be read: \(FileFault.reason(error)).",
        hints: ["Check that it exists and may be read."])
    }
  }

  private static func contents(_ path: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw Diagnostic(
        .unreadable, "The folder \"\(path)\" cannot be read: \(FileFault.reason(error)).",
        hints: ["Check that it may be read."])
    }
  }

  private static func read(
    _ handle: FileHandle, _ path: String, _ limit: Int
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
      bytes.append(contentsOf: part)
      guard bytes.count <= limit else {
        throw Diagnostic(
          .badContent, "\"\(path)\" is larger than \(limit >> 20) MB.",
          hints: ["Kitchen files and recipes are smaller. Is it the right file?"])
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
