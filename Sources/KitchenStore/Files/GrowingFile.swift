internal import Glibc
internal import KitchenModel

/// A file that grows beside the one it is to become, and takes its name when it is whole.
///
/// Until then there is nothing at that name, or what was there before. Where it never becomes whole it
/// goes, also after its process has been killed: the next that grows a file in the folder removes it.
struct GrowingFile: ~Copyable {
  /// What it is to become.
  let target: String
  private let file: HeldFile

  /// Begins an empty file.
  ///
  /// - Parameter model: A file whose permissions and owner it takes over, where that is there.
  /// - Throws: ``Diagnostic`` where it cannot be created.
  init(toBecome target: String, like model: String? = nil) throws(Diagnostic) {
    HeldFile.removeAbandoned(inFolderOf: target)
    self.target = target
    file = try HeldFile(.growing, beside: target)
    var facts = stat()
    guard let model, stat(model, &facts) == 0 else { return }
    _ = fchown(file.descriptor, facts.st_uid, facts.st_gid)
    _ = fchmod(file.descriptor, facts.st_mode & 0o7777)
  }

  /// Where it grows.
  var path: String { file.path }

  /// Adds to it.
  ///
  /// - Returns: False where there is no room for that.
  func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(file.descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno != EINTR { return false }
      written += max(count, 0)
    }
    return true
  }

  /// Gives it its name; what is there goes. All of it survives the loss of power from here on.
  ///
  /// - Returns: False where that was not possible; then what was there is there.
  func replaceTarget() -> Bool {
    guard fsync(file.descriptor) == 0, rename(path, target) == 0 else { return false }
    return FileName.syncFolder(of: target)
  }

  /// Gives it its name where nothing is there. All of it survives the loss of power from here on.
  ///
  /// A hard link, unlike a rename, never takes the place of a file that came there meanwhile; not
  /// every file system has them.
  ///
  /// - Returns: False where that was not possible; then there is nothing new.
  func becomeTarget() -> Bool {
    guard fsync(file.descriptor) == 0 else { return false }
    if link(path, target) != 0 {
      guard errno != EEXIST, !DatabaseFile.exists(target), rename(path, target) == 0 else {
        return false
      }
    }
    guard FileName.syncFolder(of: target) else {
      unlink(target)
      return false
    }
    return true
  }
}
