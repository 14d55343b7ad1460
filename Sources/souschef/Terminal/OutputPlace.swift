import Foundation
import Glibc
import KitchenModel

/// What a path leads to that a document is to be written to.
enum OutputPlace {
  /// Standard output.
  case standardOutput
  /// Another file that is open already: `/dev/fd/3`.
  case descriptor(Int32)
  /// A pipe or a device, which gets each piece as it comes.
  case stream(String)
  /// A file that is there, or would be, behind all links.
  case file(String, stat?)

  /// Finds it.
  ///
  /// - Parameter database: The database, which no document may take the place of.
  /// - Throws: a ``Diagnostic`` of kind `cannotCreate` for a folder and the files of a database.
  init(_ path: String?, sparing database: String) throws {
    guard let path, path != "-" else {
      self = .standardOutput
      return
    }
    let end = try Self.followed(path)
    if let number = Self.openFile(end) {
      self = number == STDOUT_FILENO ? .standardOutput : .descriptor(number)
      return
    }
    guard !Self.belongs(end, to: database) else { throw Self.isDatabase(path) }
    var status = stat()
    guard stat(end, &status) == 0 else {
      self = .file(end, nil)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard !Self.isDatabaseFile(end) else { throw Self.isDatabase(path) }
      self = .file(end, status)
    case S_IFDIR:
      throw Diagnostic(
        .cannotCreate, "\(path.quoted) is a folder.", hints: ["Name a file in it."])
    default: self = .stream(end)
    }
  }

  /// The path behind a chain of links, also where nothing is there yet.
  private static func followed(_ path: String) throws -> String {
    var path = path
    for _ in 0..<40 {
      if openFile(path) != nil { return path }
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &buffer, buffer.count)
      guard count > 0 else { return path }
      let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    throw Diagnostic(
      .cannotCreate, "\(path.quoted) cannot be written: its links go in a circle.",
      hints: ["Choose another file."])
  }

  /// The number of an open file that a path names: `/dev/fd/3`, `/dev/stdout`.
  private static func openFile(_ path: String) -> Int32? {
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }

  /// Whether a path is the database's, by whatever name, or that of a file kept beside it.
  private static func belongs(_ path: String, to database: String) -> Bool {
    guard let end = try? followed(database) else { return false }
    var (one, other) = (stat(), stat())
    if stat(path, &one) == 0, stat(end, &other) == 0, one.st_dev == other.st_dev,
      one.st_ino == other.st_ino
    {
      return true
    }
    let (file, own) = (split(path), split(end))
    guard file.name == own.name || file.name.hasPrefix(own.name + "-") else { return false }
    return file.folder == own.folder
  }

  /// The folder without links, and the name in it.
  private static func split(_ path: String) -> (folder: String, name: String) {
    let mark = path.lastIndex(of: "/")
    let folder = mark.map { String(path[...$0]) } ?? "."
    let resolved = realpath(folder, nil)
    defer { free(resolved) }
    return (
      resolved.map { String(cString: $0) } ?? folder,
      mark.map { String(path[path.index(after: $0)...]) } ?? path
    )
  }

  /// Whether the file is a database of anybody's, by its first bytes. It is never that of this
  /// process, of which SQLite would lose its locks when another of its descriptors is closed.
  private static func isDatabaseFile(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  private static func isDatabase(_ path: String) -> Diagnostic {
    Diagnostic(
      .cannotCreate, "\(path.quoted) is a database; a document would destroy it.",
      hints: ["Choose another file. `souschef db backup FILE` copies the database."])
  }
}
