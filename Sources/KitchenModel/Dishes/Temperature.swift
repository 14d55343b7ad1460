/// A temperature that equipment is held at while a step uses it, as the cook wrote it.
///
/// Comparisons are exact: degrees are compared in ninetieths of a degree Celsius, in which every
/// tenth of a degree of either scale is whole.
package struct Temperature: Sendable, Hashable {
  /// The scale it was written in.
  package var scale: Scale
  /// The lower end, in tenths of a degree of `scale`.
  package var lower: Int
  /// The upper end, in tenths of a degree of `scale`; equal to `lower` for a single temperature.
  package var upper: Int

  /// Creates a temperature or, where the ends differ, a range.
  package init(_ scale: Scale, lower: Int, upper: Int) {
    precondition(lower <= upper, "a range's ends are in order")
    self.scale = scale
    self.lower = lower
    self.upper = upper
  }

  /// A temperature scale.
  package enum Scale: String, Sendable, Hashable, Codable {
    /// Celsius.
    case celsius = "C"
    /// Fahrenheit.
    case fahrenheit = "F"
  }

  /// What it admits, in ninetieths of a degree Celsius: a single temperature 4 °C either side, a
  /// range itself.
  package var admitted: ClosedRange<Int> {
    let ends = [lower, upper].map { scale == .celsius ? $0 * 9 : ($0 - 320) * 5 }
    let tolerance = lower == upper ? 4 * 90 : 0
    return (ends[0] - tolerance)...(ends[1] + tolerance)
  }

  /// Whether every temperature that this admits is above all that the other admits.
  package func isHotter(than other: Temperature) -> Bool {
    !meets(other) && admitted.lowerBound > other.admitted.upperBound
  }

  /// Whether one appliance can serve both at once.
  package func meets(_ other: Temperature) -> Bool { admitted.overlaps(other.admitted) }
}
