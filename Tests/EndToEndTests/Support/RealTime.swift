import Glibc

/// The passing of real time, for tests of processes that only the wall clock moves.
///
/// Nothing is measured by it: a test that lets time pass holds for every longer time too.
enum RealTime {
  /// Returns after so many milliseconds.
  static func pass(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }

  /// Returns after so many seconds; other tests go on meanwhile.
  static func pass(seconds: Int) async throws { try await Task.sleep(for: .seconds(seconds)) }
}
