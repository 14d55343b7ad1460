internal import Glibc

/// Which file is behind a name: two names of one file are equal, and a file that takes another's
/// place is another.
struct FileIdentity: Hashable, Sendable {
  /// The number of the file system.
  let device: UInt64
  /// The number of the file in it.
  let inode: UInt64

  /// The file that `path` leads to; nil where there is none or it cannot be reached.
  init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// The file behind an open descriptor.
  init?(descriptor: Int32) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return nil }
    self.init(facts)
  }

  private init(_ facts: stat) {
    (device, inode) = (UInt64(facts.st_dev), UInt64(facts.st_ino))
  }

  /// The file by its number alone, for others: another container may number file systems otherwise.
  var mark: String { String(inode) }
}

/// When a file was last written, and how long it is: differs after anybody has written to it.
package struct FileStamp: Hashable, Sendable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The stamp of the file at `path`; nil where there is none.
  init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    (size, seconds, nanoseconds) =
      (Int(facts.st_size), Int(facts.st_mtim.tv_sec), Int(facts.st_mtim.tv_nsec))
  }
}
