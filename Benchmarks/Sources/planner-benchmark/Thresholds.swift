import Foundation
import Scheduling

/// Limits on the conflicts and propagations that instances may take: the same on every machine, so
/// that a change which makes the search larger is seen at once.
struct Thresholds: Codable {
  /// The limits of each instance.
  var instances: [String: Limit]

  struct Limit: Codable {
    var conflicts: Int
    var propagations: Int
  }

  /// Whether every instance of the file is proved within its limits.
  static func check(_ file: URL) throws -> Bool {
    let thresholds = try JSONDecoder().decode(Thresholds.self, from: Data(contentsOf: file))
    var isKept = true
    for (name, limit) in thresholds.instances.sorted(by: { $0.key < $1.key }) {
      let result = try solve(name, conflicts: limit.conflicts)
      let (conflicts, propagations) = (result.statistics.conflicts, result.statistics.propagations)
      let isWithin =
        result.isOptimal && conflicts <= limit.conflicts
        && propagations <= limit.propagations
      isKept = isKept && isWithin
      print(
        "\(isWithin ? "kept  " : "BROKEN") \(name): \(conflicts) of \(limit.conflicts) conflicts, "
          + "\(propagations) of \(limit.propagations) propagations, \(result.word)")
    }
    return isKept
  }

  /// Sets the limits of the instances in the file a quarter above what they take.
  static func write(to file: URL) throws -> Bool {
    var thresholds = try JSONDecoder().decode(Thresholds.self, from: Data(contentsOf: file))
    for name in thresholds.instances.keys.sorted() {
      let result = try solve(name, conflicts: 1_000_000)
      guard result.isOptimal else {
        print("\(name) is not proved: \(result.word)")
        return false
      }
      thresholds.instances[name] = Limit(
        conflicts: withMargin(result.statistics.conflicts),
        propagations: withMargin(result.statistics.propagations))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(thresholds) + Data("\n".utf8)).write(to: file)
    return true
  }

  private static func solve(_ name: String, conflicts: Int) throws -> SolveResult {
    // One conflict more than allowed, so that breaking the limit is distinguished from keeping it.
    try Instance(name).problem().solve(SolveOptions(conflictLimit: conflicts + 1))
  }

  private static func withMargin(_ count: Int) -> Int { count + count / 4 + 10 }
}
