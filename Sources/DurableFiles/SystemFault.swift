internal import Glibc

/// That the system refused something to do with a file.
package struct SystemFault: Error, Hashable, Sendable {
  /// The system's number for the reason.
  package let number: Int32

  /// Creates a fault.
  package init(_ number: Int32) { self.number = number }

  /// What the last call to the system failed for.
  package static var last: SystemFault { SystemFault(errno) }

  /// That there is no more room on a disk.
  package static let diskFull = SystemFault(ENOSPC)
  /// That a file would grow larger than files may be.
  package static let tooLarge = SystemFault(EFBIG)

  /// Why, in a few words without a full stop.
  package var reason: String {
    switch number {
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "files may not grow larger here"
    default: String(cString: strerror(number)).lowercased()
    }
  }

  /// What makes room where that is the reason; nil for any other.
  package var hintForRoom: String? {
    switch number {
    case ENOSPC, EDQUOT: "Free some space and try again."
    case EFBIG: "Allow larger files, as with `ulimit -f unlimited`, and try again."
    default: nil
    }
  }
}
