package import KitchenModel

/// Fits the lengths that were guessed to the times that a recipe states for the whole.
package enum GuessScale {
  /// A step's length with what is known of it.
  package struct Length: Sendable, Hashable {
    package var kind: Way.Kind
    package var estimate: Estimate
    package var isGuessed: Bool
    /// Whether something heats it.
    package var isHeated: Bool

    /// Creates a length.
    package init(kind: Way.Kind, estimate: Estimate, isGuessed: Bool, isHeated: Bool) {
      self.kind = kind
      self.estimate = estimate
      self.isGuessed = isGuessed
      self.isHeated = isHeated
    }
  }

  /// How much longer than usual work at the stove may be: a slow cook takes no longer to heat milk.
  private static let heatedWork = 1.5

  /// What becomes of a factor that is out of bounds.
  private enum Beyond { case ignored, cut }

  /// The lengths with the guessed ones scaled: work to the preparation, waits on the heat to the
  /// cooking, other waits to what the whole time leaves. A time that cannot be meant is not followed.
  ///
  /// O(n).
  package static func fitted(
    _ lengths: [Length], prep: Seconds?, cook: Seconds?, total: Seconds?
  ) -> [Estimate] {
    var result = lengths.map(\.estimate)
    func sum(_ isCounted: (Length) -> Bool) -> Int {
      lengths.reduce(0) { $0 + (isCounted($1) ? $1.estimate.likely.count : 0) }
    }
    func scale(
      to target: Int, within bounds: ClosedRange<Double>, beyond: Beyond = .ignored,
      _ isScaled: (Length) -> Bool
    ) {
      let guessed = sum { $0.isGuessed && isScaled($0) }
      guard guessed > 0, target > 0 else { return }
      let wanted = Double(target) / Double(guessed)
      guard beyond == .cut || bounds.contains(wanted) else { return }
      let factor = min(bounds.upperBound, max(bounds.lowerBound, wanted))
      for index in lengths.indices where lengths[index].isGuessed && isScaled(lengths[index]) {
        let length = lengths[index]
        let own = length.kind == .blocking && length.isHeated ? min(factor, heatedWork) : factor
        result[index] = Estimate(rounded(Double(length.estimate.likely.count) * own))
      }
    }
    if let prep {
      let stated = sum { $0.kind == .blocking && !$0.isGuessed && !$0.isHeated }
      scale(to: max(prep.count - stated, prep.count / 4), within: 0.25...4, beyond: .cut) {
        $0.kind == .blocking
      }
    }
    if let cook {
      let stated = sum { !$0.isGuessed && $0.isHeated }
      scale(to: cook.count - stated, within: 0.3...3) { $0.kind == .waiting && $0.isHeated }
    }
    if let total, let known = [prep, cook].compactMap({ $0 }).reduce(nil, { ($0 ?? .zero) + $1 }),
      total > known
    {
      let stated = sum { $0.kind == .waiting && !$0.isGuessed && !$0.isHeated }
      scale(to: (total - known).count - stated, within: 0.25...4) {
        $0.kind == .waiting && !$0.isHeated
      }
    }
    return result
  }

  /// To half a minute below five minutes, to a minute above; never nothing.
  private static func rounded(_ seconds: Double) -> Seconds {
    let unit = seconds < 300 ? 30.0 : 60.0
    return Seconds(max(30, Int((seconds / unit).rounded() * unit)))
  }
}
