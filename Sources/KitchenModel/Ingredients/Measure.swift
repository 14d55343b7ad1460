/// What a unit measures, whatever the language that names it.
///
/// Units of one ``Family`` add up exactly. A cup is not turned into millilitres, nor flour's volume into
/// its weight: that would be guessing.
package struct Measure: Sendable, Hashable {
  /// The unit's name in the tables: `g`, `cup`, `clove`.
  package let name: String

  /// The measure of a name in the tables.
  package init(_ name: String) { self.name = name }

  /// Units that add up.
  package enum Family: String, Sendable, Hashable {
    case metricMass, metricVolume, usMass, usVolume
  }

  private struct Known {
    var family: Family
    /// How many of the family's smallest unit it is.
    var size: Int
  }

  private static let known: [String: Known] = [
    "mg": Known(family: .metricMass, size: 1), "g": Known(family: .metricMass, size: 1000),
    "hg": Known(family: .metricMass, size: 100_000),
    "pfund": Known(family: .metricMass, size: 500_000),
    "kg": Known(family: .metricMass, size: 1_000_000),
    "ml": Known(family: .metricVolume, size: 1), "cl": Known(family: .metricVolume, size: 10),
    "dl": Known(family: .metricVolume, size: 100), "l": Known(family: .metricVolume, size: 1000),
    "oz": Known(family: .usMass, size: 1), "lb": Known(family: .usMass, size: 16),
    "tsp": Known(family: .usVolume, size: 1), "tbsp": Known(family: .usVolume, size: 3),
    "fl-oz": Known(family: .usVolume, size: 6), "cup": Known(family: .usVolume, size: 48),
    "pint": Known(family: .usVolume, size: 96), "quart": Known(family: .usVolume, size: 192),
    "gallon": Known(family: .usVolume, size: 768),
  ]

  /// The units it adds up with; nil for one that adds up with itself alone.
  package var family: Family? { Self.known[name]?.family }

  /// How many of its family's smallest unit it is; 1 for one without a family.
  package var size: Int { Self.known[name]?.size ?? 1 }

  /// Whether amounts of it are written as decimals.
  package var isMetric: Bool { family == .metricMass || family == .metricVolume }
}
