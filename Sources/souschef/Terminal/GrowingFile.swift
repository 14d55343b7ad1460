import Foundation
import Glibc

/// A file that is written beside the one whose place it takes when it is whole.
///
/// It has no name until then where the file system allows that, so that a process that is killed leaves
/// nothing behind.
struct GrowingFile: ~Copyable {
  /// That the system refused, with its number for it.
  struct Fault: Error {
    let number: Int32
  }

  private let descriptor: Int32
  /// What it is called while it grows; nil where it has no name yet.
  private let name: String?
  private let path: String
  /// Whether it takes the other's place; else its content is copied into it.
  private let takesPlace: Bool

  /// Begins a file for `path`, at which there is what `status` says.
  init(_ path: String, replacing status: stat?) throws(Fault) {
    self.path = path
    if status != nil, access(path, W_OK) != 0 { throw Fault(number: errno) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    var file = Self.begin(in: folder)
    var takesPlace = (status?.st_nlink ?? 1) == 1
    if file == nil {
      let number = errno
      // The file may be written, its folder may not.
      guard status != nil, number == EACCES || number == EROFS || number == EPERM else {
        throw Fault(number: number)
      }
      takesPlace = false
      file = Self.begin(in: FileManager.default.temporaryDirectory.path + "/")
    }
    guard let file else { throw Fault(number: errno) }
    (descriptor, name) = file
    if takesPlace, let status { takesPlace = Self.give(descriptor, what: status) }
    self.takesPlace = takesPlace
  }

  deinit {
    close(descriptor)
    if let name { unlink(name) }
  }

  /// Adds to it.
  mutating func write(_ text: String) throws(Fault) {
    try Self.write(Array(text.utf8)[...], to: descriptor)
  }

  /// Puts it in its place.
  mutating func finish() throws(Fault) {
    guard takesPlace else { return try copy() }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Fault(number: errno) }
    var name = self.name
    if name == nil {
      let own = "/proc/self/fd/\(descriptor)"
      let named = Self.unusedName(beside: path)
      guard linkat(AT_FDCWD, own, AT_FDCWD, named, AT_SYMLINK_FOLLOW) == 0 else {
        throw Fault(number: errno)
      }
      name = named
    }
    guard let name, rename(name, path) == 0 else {
      let number = errno
      if let name { unlink(name) }
      throw Fault(number: number)
    }
  }

  /// Writes what it holds over the file that is there, which keeps all that it has besides.
  private func copy() throws(Fault) {
    let target = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard target >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw Fault(number: errno) }
    defer { close(target) }
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &part, part.count)
      if count == 0 { break }
      guard count > 0 else { throw Fault(number: errno) }
      try Self.write(part[..<count], to: target)
    }
    guard fsync(target) == 0 || errno == EINVAL else { throw Fault(number: errno) }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(Fault) {
    if let number = Descriptor.write(bytes, to: descriptor) { throw Fault(number: number) }
  }

  /// A new file in a folder, nameless where that is possible; nil with `errno` where it is not.
  private static func begin(in folder: String) -> (Int32, String?)? {
    let nameless = open(folder, Self.nameless | O_RDWR | O_CLOEXEC, 0o666)
    // Where the names of open files are not to be seen it could not get its own later.
    if nameless >= 0, access("/proc/self/fd/\(nameless)", F_OK) == 0 { return (nameless, nil) }
    if nameless >= 0 { close(nameless) }
    let name = unusedName(beside: folder)
    let named = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    return named >= 0 ? (named, name) : nil
  }

  /// `O_TMPFILE`, which is not imported.
  private static let nameless = 0o20000000 | O_DIRECTORY

  private static func unusedName(beside path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    return "\(folder).souschef-\(UUID().uuidString).partial"
  }

  /// Lets the new file belong to whom the old one does, with the same permissions; false where only
  /// the old file itself can have them.
  private static func give(_ descriptor: Int32, what old: stat) -> Bool {
    var own = stat()
    guard fstat(descriptor, &own) == 0 else { return false }
    let isSame = own.st_uid == old.st_uid && own.st_gid == old.st_gid
    guard isSame || fchown(descriptor, old.st_uid, old.st_gid) == 0 else { return false }
    return fchmod(descriptor, old.st_mode & 0o7777) == 0
  }
}
