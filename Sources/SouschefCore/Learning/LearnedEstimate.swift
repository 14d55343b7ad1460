package import KitchenModel

/// A new estimate for a step, with what speaks for it.
package struct LearnedEstimate: Sendable, Hashable {
  /// The dish.
  package var dish: String
  /// The step's identifier.
  package var step: String
  /// Whose hands it is about; nil for whoever does it.
  package var cook: String?
  /// What plans use now.
  package var before: Estimate
  /// What they would use: the first tenth, the mean of the middle half and the last tenth of the times
  /// it took, recent ones weighing more.
  package var after: Estimate
  /// The runs that taught it, newest first.
  package var runs: [Int]
  /// The runs left out as outliers, newest first.
  package var outliers: [Int]

  /// The least number of times that teach anything.
  static let leastTimes = 5

  /// What samples of one step, newest first, teach; nil where they are too few.
  init?(dish: String, step: String, cook: String?, before: Estimate, samples: [StepSample]) {
    let weighted = samples.enumerated().map { age, sample in
      (value: sample.length.count, weight: Self.weight(age: age))
    }
    guard let ordinary = WeightedSample(weighted).ordinary else { return nil }
    let kept = zip(samples, weighted).filter { ordinary.contains($0.0.length.count) }
    let sample = WeightedSample(kept.map(\.1))
    guard kept.count >= Self.leastTimes, let least = sample.quantile(0.1),
      let middle = sample.middleMean, let most = sample.quantile(0.9)
    else { return nil }
    self.dish = dish
    self.step = step
    self.cook = cook
    self.before = before
    let unit = Self.unit(for: Self.standardError(of: kept.count, between: least, and: most))
    let likely = Int((middle / Double(unit)).rounded()) * unit
    after = Estimate(
      minimum: Seconds(least), likely: Seconds(min(most, max(least, likely))),
      maximum: Seconds(most))
    runs = kept.map(\.0.run)
    outliers = samples.filter { !ordinary.contains($0.length.count) }.map(\.run)
  }

  /// The standard error of ``after``'s likely value.
  var standardError: Double {
    Self.standardError(
      of: runs.count, between: after.minimum.count, and: after.maximum.count)
  }

  /// That of a median of so many normally distributed times, of which eight in ten lie in a range.
  private static func standardError(of count: Int, between least: Int, and most: Int) -> Double {
    1.2533 * Double(most - least) / 2.563 / Double(count).squareRoot()
  }

  /// What a likely value is rounded to, in seconds: it is known no better than its standard error, and
  /// a clock time with seconds in it would only seem so.
  private static func unit(for error: Double) -> Int {
    [60, 30, 15, 5].first { Double($0) <= error } ?? 1
  }

  /// Halves with every twenty times that came after.
  static func weight(age: Int) -> Double {
    // By multiplying alone, which gives the same on every machine.
    (0..<age).reduce(1.0) { weight, _ in weight * decay }
  }

  /// The twentieth root of one half.
  private static let decay = 0.965_936_328_924_846
}
