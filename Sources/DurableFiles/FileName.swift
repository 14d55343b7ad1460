internal import Glibc

/// Names of files, and what the file system makes of them.
package enum FileName {
  /// The name from the root on, links followed, as SQLite follows them before it names the files
  /// beside a database.
  package static func resolved(_ path: String) -> String {
    if let whole = real(path) { return whole }
    // The file may not be there yet.
    let (folder, name) = split(path)
    return real(folder).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" } ?? path
  }

  /// The folder of a file and its name in it, links followed.
  package static func parts(of path: String) -> (folder: String, name: String) {
    split(resolved(path))
  }

  /// The names of what is in a folder; none where it cannot be read.
  package static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }
  }

  /// The beginning of a file's text; nil where it cannot be read.
  package static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < 1 << 20 {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether there is a file at `path`.
  package enum Presence: Hashable, Sendable {
    case present
    case missing
    /// Nobody can tell, and why.
    case unreachable(String)
  }

  /// Whether there is a file at `path`, links followed.
  package static func presence(of path: String) -> Presence {
    var facts = stat()
    if stat(path, &facts) == 0 { return .present }
    let number = errno
    return number == ENOENT || number == ENOTDIR
      ? .missing : .unreachable(String(cString: strerror(number)))
  }

  /// The size of a file in bytes, links followed; 0 where there is none.
  package static func size(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
  }

  /// Whether the disk that a file is on, or would be, has no room for more.
  package static func isOnFullDisk(_ path: String) -> Bool {
    var facts = statvfs()
    guard statvfs(parts(of: path).folder, &facts) == 0 else { return false }
    return UInt64(facts.f_bavail) * UInt64(facts.f_frsize) < 1 << 17
  }

  /// Makes the names in a file's folder survive the loss of power.
  ///
  /// - Returns: False where that is not known to have happened.
  @discardableResult
  package static func syncFolder(of path: String) -> Bool {
    let descriptor = open(parts(of: path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Some file systems have nothing to do for a folder.
    return fsync(descriptor) == 0 || errno == EINVAL
  }

  /// The folder of a file and its name in it, as they are written.
  package static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }

  private static func real(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
