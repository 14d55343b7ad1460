internal import Glibc
internal import KitchenModel

/// A file under a name of its own that is locked for as long as this process wants it.
///
/// The kernel drops the lock with the process, however that ends; a file of such a name that nobody
/// has locked was left by one that was killed, and may be removed.
final class HeldFile: Sendable {
  /// What tells its name from those of its kind.
  let token: String
  /// Where it is.
  let path: String
  let descriptor: Int32

  /// The names of one kind of file.
  struct Kind: Sendable {
    /// What stands before the token, behind the name of the file that it belongs to.
    var infix: String
    /// What stands behind the token.
    var ending: String

    /// The locks of cooks.
    static let lease = Kind(infix: "-cook-", ending: "")
    /// Files that grow beside the one that they are to become.
    static let growing = Kind(infix: ".souschef-", ending: ".partial")
    /// Copies that are looked at.
    static let examined = Kind(infix: ".souschef-", ending: ".examined")

    func path(_ base: String, _ token: String) -> String { base + infix + token + ending }

    /// The token in the name of a file of this kind; nil for any other name.
    func token(in name: String) -> Substring? {
      guard name.hasSuffix(ending) else { return nil }
      let rest = name.dropLast(ending.count)
      let token = rest.suffix(HeldFile.tokenLength)
      return HeldFile.isToken(token) && rest.dropLast(token.count).hasSuffix(infix) ? token : nil
    }
  }

  /// Creates one beside `base`, empty, with these permissions.
  ///
  /// - Throws: ``Diagnostic`` where it cannot be created.
  init(_ kind: Kind, beside base: String, mode: mode_t = 0o644) throws(Diagnostic) {
    while true {
      let token = Self.newToken()
      let path = kind.path(base, token)
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      guard descriptor >= 0 else {
        if errno == EEXIST || errno == EINTR { continue }
        throw Self.failure(errno, path)
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
        throw Self.failure(failure, path)
      }
    }
  }

  deinit {
    // The name goes first: what is found under it is locked or left over.
    Self.remove(path)
    close(descriptor)
  }

  /// Whether some process holds the file at `path`. Where that cannot be found out, it does.
  static func isHeld(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno != ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  /// Removes what killed processes have left in the folder of `base`.
  static func removeAbandoned(inFolderOf base: String) {
    let folder = FileName.parts(of: base).folder
    var names: Set<String> = []
    for name in FileName.entries(of: folder) {
      // SQLite's own files beside it go with it.
      let main =
        companions.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
      let kinds: [Kind] = [.lease, .growing, .examined]
      if kinds.contains(where: { $0.token(in: main) != nil }) { names.insert(main) }
    }
    for name in names where !isHeld("\(folder)/\(name)") { remove("\(folder)/\(name)") }
  }

  private static let companions = ["-wal", "-shm", "-journal"]

  private static func remove(_ path: String) {
    unlink(path)
    for companion in companions { unlink(path + companion) }
  }

  /// Whether a text can be a token.
  static func isToken(_ text: some StringProtocol) -> Bool {
    text.utf8.count == tokenLength
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private static let tokenLength = 16

  private static func newToken() -> String {
    let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    return String(repeating: "0", count: tokenLength - digits.count) + digits
  }

  private static func failure(_ number: Int32, _ path: String) -> Diagnostic {
    if number == ENOSPC || number == EDQUOT {
      return Diagnostic(
        .storageFailed, "The file \"\(path)\" cannot be created: the disk is full.",
        hints: ["Free some space and try again."])
    }
    return Diagnostic(
      .cannotCreate,
      "The file \"\(path)\" cannot be created: \(String(cString: strerror(number))).",
      hints: ["See that its folder is there and may be written to."])
  }
}
