internal import Glibc

/// Which file is behind a name: two names of one file are equal, and a file that takes another's
/// place is another.
package struct FileIdentity: Hashable, Sendable {
  /// The number of the file system.
  let device: UInt64
  /// The number of the file in it.
  let inode: UInt64

  /// The file that `path` leads to; nil where there is none or it cannot be reached.
  package init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// The file behind an open descriptor.
  package init?(descriptor: Int32) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return nil }
    self.init(facts)
  }

  private init(_ facts: stat) {
    (device, inode) = (UInt64(facts.st_dev), UInt64(facts.st_ino))
  }

  /// The file by its number alone, for others: another container may number file systems otherwise.
  package var mark: String { String(inode) }
}
