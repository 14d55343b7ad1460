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
  /// What they would use: the tenth, the middle and the ninth tenth of the times it took, recent ones
  /// weighing more.
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
      let middle = sample.median, let most = sample.quantile(0.9)
    else { return nil }
    self.dish = dish
    self.step = step
    self.cook = cook
    self.before = before
    after = Estimate(
      minimum: Seconds(least), likely: Seconds(middle), maximum: Seconds(most))
    runs = kept.map(\.0.run)
    outliers = samples.filter { !ordinary.contains($0.length.count) }.map(\.run)
  }

  /// Halves with every twenty times that came after.
  static func weight(age: Int) -> Double {
    // By multiplying alone, which gives the same on every machine.
    (0..<age).reduce(1.0) { weight, _ in weight * decay }
  }

  /// The twentieth root of one half.
  private static let decay = 0.965_936_328_924_846
}
