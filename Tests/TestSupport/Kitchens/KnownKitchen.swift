import BenchmarkInstances
import Foundation
package import Scheduling

/// A kitchen file of the benchmark data and what is known of its plans, in seconds.
package struct KnownKitchen: Decodable, Sendable {
  /// The least makespan.
  package var makespanSeconds: Int
  /// The least staleness with that makespan; nil where only bounds are known.
  package var stalenessSeconds: Int?
  /// No less staleness is possible, where it is not known exactly.
  package var stalenessAtLeastSeconds: Int?
  /// So much staleness is possible, where it is not known exactly.
  package var stalenessAtMostSeconds: Int?
  /// The event loop's makespan; nil where a limit breaks.
  package var inOrderSeconds: Int?

  /// Everything known, by file.
  package static func all() throws -> [(file: String, known: KnownKitchen)] {
    let data = try BenchmarkData.data(at: "kitchens-staleness.json")
    return try JSONDecoder().decode([String: KnownKitchen].self, from: data)
      .sorted { $0.key < $1.key }.map { (file: $0.key, known: $0.value) }
  }

  /// The problem of one file.
  package static func problem(_ file: String) throws -> SchedulingProblem {
    try KitchenReader.problem(json: BenchmarkData.data(at: "kitchens/\(file)"))
  }
}
