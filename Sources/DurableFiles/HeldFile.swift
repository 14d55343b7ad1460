internal import Glibc

/// A file under a name of its own that is locked for as long as this process wants it.
///
/// The kernel drops the lock with the process, however that ends; a file of such a name that nobody
/// has locked was left by one that was killed, and may be removed.
package final class HeldFile: Sendable {
  /// What tells its name from those of its kind.
  package let token: String
  /// Where it is.
  package let path: String
  /// The open file.
  package let descriptor: Int32

  /// The names of one kind of file.
  package struct Kind: Sendable {
    /// What stands before the token, behind the name of the file that it belongs to.
    var infix: String
    /// What stands behind the token.
    var ending: String

    /// The locks of cooks.
    package static let lease = Kind(infix: "-cook-", ending: "")
    /// Files that grow beside the one that they are to become.
    package static let growing = Kind(infix: ".souschef-", ending: ".partial")
    /// Copies that are looked at.
    package static let examined = Kind(infix: ".souschef-", ending: ".examined")
    /// Every kind.
    package static let all = [lease, growing, examined]

    /// The path of the file with a token that belongs to the file at `base`.
    package func path(_ base: String, _ token: String) -> String { base + infix + token + ending }

    /// The token in the name of a file of this kind; nil for any other name.
    package func token(in name: String) -> Substring? {
      guard name.hasSuffix(ending) else { return nil }
      let rest = name.dropLast(ending.count)
      let token = rest.suffix(HeldFile.tokenLength)
      return HeldFile.isToken(token) && rest.dropLast(token.count).hasSuffix(infix) ? token : nil
    }
  }

  /// Creates one beside `base`, empty, with these permissions.
  ///
  /// - Throws: ``SystemFault`` where it cannot be created.
  package init(
    _ kind: Kind, beside base: String, permissions: UInt32 = 0o644
  ) throws(SystemFault) {
    while true {
      let token = Self.newToken()
      let path = kind.path(base, token)
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
      guard descriptor >= 0 else {
        if errno == EEXIST || errno == EINTR { continue }
        throw .last
      }
      let failure = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
      if failure == 0, let identity = FileIdentity(descriptor: descriptor),
        FileIdentity(path) == identity
      {
        (self.token, self.descriptor, self.path) = (token, descriptor, path)
        return
      }
      close(descriptor)
      // Whoever clears away what nobody holds may have been here first; else there are no locks here.
      guard [0, EWOULDBLOCK, EINTR].contains(failure) else {
        unlink(path)
        throw SystemFault(failure)
      }
    }
  }

  deinit {
    // The name goes first: what is found under it is locked or left over.
    Self.remove(path)
    close(descriptor)
  }

  /// Whether some process holds the file at `path`. Where that cannot be found out, it does.
  package static func isHeld(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno != ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  /// Removes what killed processes have left in a folder.
  package static func removeAbandoned(in folder: String, of kinds: [Kind] = Kind.all) {
    var names: Set<String> = []
    for name in FileName.entries(of: folder) {
      // SQLite's own files beside it go with it.
      let main =
        companions.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
      if kinds.contains(where: { $0.token(in: main) != nil }) { names.insert(main) }
    }
    for name in names { removeIfAbandoned("\(folder)/\(name)") }
  }

  /// Removes a file that nobody holds.
  ///
  /// The lock is kept until the name is gone: a process that has just created the file and comes to lock
  /// it would else take a file whose name is about to go.
  private static func removeIfAbandoned(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { remove(path) }
      return
    }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      let identity = FileIdentity(descriptor: descriptor), FileIdentity(path) == identity
    else { return }
    remove(path)
  }

  private static let companions = ["-wal", "-shm", "-journal"]

  private static func remove(_ path: String) {
    unlink(path)
    for companion in companions { unlink(path + companion) }
  }

  /// Whether a text can be a token.
  package static func isToken(_ text: some StringProtocol) -> Bool {
    text.utf8.count == tokenLength
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private static let tokenLength = 16

  static func newToken() -> String {
    let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    return String(repeating: "0", count: tokenLength - digits.count) + digits
  }
}
