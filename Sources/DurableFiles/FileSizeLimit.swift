internal import Glibc

/// The size beyond which the system lets no file of this process grow (`ulimit -f`).
package enum FileSizeLimit {
  /// Whether one of these files may be at the limit, so that a write to it, or to a passing file that is
  /// made with it, has failed for that.
  package static func mayBeReached(by paths: [String]) -> Bool {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0,
      limit.rlim_cur < UInt64(Int.max)
    else { return false }
    let largest = paths.map(FileName.size).max() ?? 0
    return Int(limit.rlim_cur) <= largest + growth
  }

  /// More than any write adds at once.
  private static let growth = 16 << 20
}
