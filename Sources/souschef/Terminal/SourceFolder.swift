import Foundation
import Glibc
import KitchenModel

/// What can be imported in a folder and below, told by the endings of the files.
///
/// Nothing hidden, and links to other folders are not followed. Names are read as bytes, since a
/// file system takes any.
struct SourceFolder {
  /// The files by their paths in the folder, in order.
  private(set) var files: [String] = []
  /// What was left out, and why.
  private(set) var remarks: [Diagnostic] = []
  private let root: String

  private static let endings = [
    ".yaml", ".yml", ".json", ".jsonld", ".cook", ".html", ".htm", ".txt", ".md", ".mmf", ".zip",
    ".paprikarecipes", ".paprikarecipe",
  ]

  /// Looks through a folder.
  ///
  /// - Throws: a ``Diagnostic`` where it cannot be read.
  init(_ path: String) throws {
    root = path.hasSuffix("/") ? path : path + "/"
    guard let names = Self.names(in: path) else {
      throw Diagnostic(
        .unreadable,
        "The folder \(path.quoted) cannot be read: \(String(cString: strerror(errno)).lowercased()).",
        hints: ["Check that it may be read."])
    }
    var open = names
    while let name = open.popLast() {
      guard let text = String(validating: name, as: UTF8.self) else {
        leaveOut(String(decoding: name, as: UTF8.self), "its name is not UTF-8")
        continue
      }
      look(at: text, &open)
    }
    files.sort()
    remarks.sort { $0.message < $1.message }
  }

  private mutating func look(at name: String, _ open: inout [[UInt8]]) {
    let isWanted = Self.endings.contains { name.lowercased().hasSuffix($0) }
    var status = stat()
    guard lstat(root + name, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      guard let below = Self.names(in: root + name) else {
        return leaveOut(name, String(cString: strerror(errno)).lowercased())
      }
      open += below.map { Array(name.utf8) + [UInt8(ascii: "/")] + $0 }
      return
    }
    guard isWanted else { return }
    // A link is what it leads to; one that leads nowhere is reported when it is read.
    if stat(root + name, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR: return
      default: return leaveOut(name, "it is a pipe or a device, not a file")
      }
    }
    files.append(name)
  }

  private mutating func leaveOut(_ name: String, _ reason: String) {
    remarks.append(
      Diagnostic(
        .unreadable, "\((root + name).quoted) cannot be read: \(reason). It is left out.",
        severity: .warning))
  }

  /// The names in a folder, none of them hidden; nil with `errno` where it cannot be read.
  private static func names(in path: String) -> [[UInt8]]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names
  }
}
