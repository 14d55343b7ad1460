import Foundation

/// What is known of a published instance.
package struct KnownValue: Decodable, Sendable {
  /// No schedule has less.
  package var lowerBound: Int?
  /// Some schedule has this much.
  package var upperBound: Int?
  /// That there is no schedule.
  package var infeasible: Bool?

  /// The known values of a folder of the benchmark data, by instance, sorted.
  package static func all(in folder: String) throws -> [(name: String, known: KnownValue)] {
    let data = try BenchmarkData.data(at: "\(folder)/known.json")
    return try JSONDecoder().decode([String: KnownValue].self, from: data)
      .sorted { $0.key < $1.key }.map { (name: $0.key, known: $0.value) }
  }
}
