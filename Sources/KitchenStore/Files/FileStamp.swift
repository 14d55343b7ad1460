internal import Glibc

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
