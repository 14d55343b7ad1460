internal import Glibc

/// A file that grows where nobody sees it, and takes its name when it is whole.
///
/// Until then there is nothing at that name, or what was there before. Where it never becomes whole it
/// goes, also after its process has been killed: one without a name goes by itself, any other is removed
/// by the next that grows a file in its folder.
package final class GrowingFile: Sendable {
  /// What it is to become.
  package let target: String
  /// A name under which it can be opened while it grows.
  package var place: String { held?.path ?? "/proc/self/fd/\(descriptor)" }
  private let descriptor: Int32
  /// What keeps its name for it.
  private let held: HeldFile?
  /// The folder in which it grows, with a slash at its end.
  private let folder: String

  /// Whether others find it while it grows.
  package enum Naming: Sendable {
    /// It has a name from the beginning, for whoever can open files by name alone.
    case fromTheStart
    /// It has none before it is whole, where the file system and the system's settings allow that.
    case whenWhole
  }

  /// Begins an empty file.
  ///
  /// - Parameter folder: Where it grows instead of beside `target`, if it is to be copied there.
  /// - Throws: ``SystemFault`` where it cannot be created.
  package init(
    toBecome target: String, named naming: Naming, in folder: String? = nil
  ) throws(SystemFault) {
    let folder = (folder ?? FileName.split(target).folder) + "/"
    self.target = target
    self.folder = folder
    switch naming {
    case .fromTheStart:
      HeldFile.removeAbandoned(in: folder)
      held = try HeldFile(.growing, beside: target)
    case .whenWhole:
      // In anybody's folder only what bears the program's name.
      HeldFile.removeAbandoned(in: folder, of: [.growing])
      if let nameless = Self.nameless(in: folder) {
        (held, descriptor) = (nil, nameless)
        return
      }
      held = try HeldFile(.growing, beside: folder, permissions: 0o666)
    }
    descriptor = held?.descriptor ?? -1
  }

  deinit {
    if held == nil { close(descriptor) }
  }

  /// Takes over the owner and the permissions of the file that is there, if one is.
  ///
  /// - Returns: False where it cannot have them.
  @discardableResult
  package func adoptTarget() -> Bool {
    var (own, old) = (stat(), stat())
    guard stat(target, &old) == 0 else { return true }
    guard fstat(descriptor, &own) == 0 else { return false }
    let isSame = own.st_uid == old.st_uid && own.st_gid == old.st_gid
    guard isSame || fchown(descriptor, old.st_uid, old.st_gid) == 0 else { return false }
    return fchmod(descriptor, old.st_mode & 0o7777) == 0
  }

  /// Adds to it.
  ///
  /// - Throws: ``SystemFault``, as where there is no room.
  package func write(_ bytes: [UInt8]) throws(SystemFault) {
    try Descriptor.write(bytes[...], to: descriptor)
  }

  /// Gives it its name; what is there goes. All of it survives the loss of power from here on.
  ///
  /// - Throws: ``SystemFault``; then what was there is there.
  package func replaceTarget() throws(SystemFault) {
    try bringToDisk()
    let name = try ownName()
    guard rename(name, target) == 0 else {
      let fault = SystemFault.last
      if held == nil { unlink(name) }
      throw fault
    }
    guard FileName.syncFolder(of: target) else { throw .last }
  }

  /// Gives it its name where nothing is there. All of it survives the loss of power from here on.
  ///
  /// A hard link, unlike a rename, never takes the place of a file that came there meanwhile; not
  /// every file system has them.
  ///
  /// - Throws: ``SystemFault``; then there is nothing new.
  package func becomeTarget() throws(SystemFault) {
    try bringToDisk()
    if linkat(AT_FDCWD, place, AT_FDCWD, target, AT_SYMLINK_FOLLOW) != 0 {
      guard errno != EEXIST, let held, FileName.presence(of: target) == .missing,
        rename(held.path, target) == 0
      else { throw .last }
    }
    guard FileName.syncFolder(of: target) else {
      let fault = SystemFault.last
      unlink(target)
      throw fault
    }
  }

  /// Writes what it holds over the file that is there, which keeps its owner, its permissions and its
  /// other names.
  ///
  /// - Throws: ``SystemFault``; then part of it may be there.
  package func copyOntoTarget() throws(SystemFault) {
    let file = open(target, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &part, part.count)
      if count == 0 { break }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .last }
      try Descriptor.write(part[..<count], to: file)
    }
    guard fsync(file) == 0 || errno == EINVAL else { throw .last }
  }

  private func bringToDisk() throws(SystemFault) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last }
  }

  /// A name of it, which it is given where it has none.
  private func ownName() throws(SystemFault) -> String {
    if let held { return held.path }
    // Held, so that nobody takes it for one that was left behind.
    flock(descriptor, LOCK_EX | LOCK_NB)
    while true {
      let name = HeldFile.Kind.growing.path(folder, HeldFile.newToken())
      if linkat(AT_FDCWD, place, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 { return name }
      guard errno == EEXIST else { throw .last }
    }
  }

  /// A new file without a name in a folder; nil where there is no such thing.
  private static func nameless(in folder: String) -> Int32? {
    let descriptor = open(folder, withoutName | O_RDWR | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return nil }
    // Where the names of open files are not to be seen it could not get its own later.
    if access("/proc/self/fd/\(descriptor)", F_OK) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  /// `O_TMPFILE`, which is not imported.
  private static let withoutName = 0o20000000 | O_DIRECTORY
}
