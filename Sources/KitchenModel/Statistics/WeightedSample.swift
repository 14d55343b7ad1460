/// Numbers with weights, and what can be said of them robustly.
///
/// All is exact integer arithmetic except for the weights, and the same numbers in another order
/// say the same.
package struct WeightedSample: Sendable, Hashable {
  /// The values in ascending order with their weights, which are positive.
  private let points: [(value: Int, weight: Double)]

  /// Creates a sample; what weighs nothing is left out.
  ///
  /// - Complexity: O(*n* log *n*).
  package init(_ points: [(value: Int, weight: Double)]) {
    self.points = points.filter { $0.weight > 0 }.sorted { a, b in
      (a.value, a.weight) < (b.value, b.weight)
    }
  }

  /// Creates a sample in which all weigh the same.
  package init(_ values: [Int]) { self.init(values.map { ($0, 1) }) }

  /// The least value whose weight, with that of all below it, is at least `share` of the whole; nil
  /// for an empty sample.
  ///
  /// - Parameter share: From 0 to 1.
  package func quantile(_ share: Double) -> Int? {
    let wanted = points.reduce(0) { $0 + $1.weight } * share
    var sum = 0.0
    for point in points {
      sum += point.weight
      // A hair's breadth for what adding up the weights loses.
      if sum >= wanted - 1e-9 { return point.value }
    }
    return points.last?.value
  }

  /// The least length that so large a share of these does not exceed; zero for an empty sample.
  package func length(_ share: Double) -> Seconds { quantile(share).map { Seconds($0) } ?? .zero }

  /// Half of the weight is no more; nil for an empty sample.
  package var median: Int? { quantile(0.5) }

  /// The mean of the middle half of the weight, which lies nearer to the median of what was sampled
  /// than the sample's own median does; nil for an empty sample.
  ///
  /// Also called the interquartile mean or midmean (Tukey, *Exploratory Data Analysis*, 1977). It
  /// forgets the outer quarters, so that no single value moves it far.
  package var middleMean: Double? {
    let total = points.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    let (lower, upper) = (total / 4, total * 3 / 4)
    var (below, sum) = (0.0, 0.0)
    for point in points {
      let above = below + point.weight
      sum += Double(point.value) * max(0, min(above, upper) - max(below, lower))
      below = above
    }
    return sum / (upper - lower)
  }

  /// The values beyond which a value counts as an outlier; nil for an empty sample.
  ///
  /// They lie 3.5 scaled median absolute deviations either side of the median (Iglewicz and
  /// Hoaglin, *How to Detect and Handle Outliers*, 1993), and never nearer than a tenth of it:
  /// times that agree to the second are not a reason to leave one out that differs by ten.
  package var ordinary: ClosedRange<Int>? {
    guard let median else { return nil }
    let deviations = WeightedSample(points.map { (abs($0.value - median), $0.weight) })
    let spread = Double(deviations.median ?? 0) * 1.4826 * 3.5
    let reach = Int(max(spread, Double(abs(median)) / 10).rounded(.up))
    return median - reach...median + reach
  }

  package static func == (a: WeightedSample, b: WeightedSample) -> Bool {
    a.points.elementsEqual(b.points) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    for point in points {
      hasher.combine(point.value)
      hasher.combine(point.weight)
    }
  }
}
