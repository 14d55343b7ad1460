package import Foundation

/// The folder of published instances with known values, where the environment names one.
package enum BenchmarkData {
  /// Whether there is such a folder.
  package static var isPresent: Bool { folder != nil }

  private static var folder: String? { ProcessInfo.processInfo.environment["BENCHMARK_DATA"] }

  /// The content of a file in the folder.
  package static func data(at path: String) throws -> Data {
    try Data(contentsOf: url(of: path))
  }

  /// The text of a file in the folder.
  package static func text(at path: String) throws -> String {
    try String(contentsOf: url(of: path), encoding: .utf8)
  }

  private static func url(of path: String) -> URL {
    URL(fileURLWithPath: folder ?? ".").appendingPathComponent(path)
  }
}
