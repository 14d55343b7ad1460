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
      let guessed = sum { $0.kind == .blocking && $0.isGuessed }
      var target = max(prep.count - stated, prep.count / 4)
      // A preparation that is all of the time has the cooking in it.
      if cook == nil, total.map({ $0.count <= prep.count + 60 }) ?? true {
        let cooking = sum { $0.isHeated && ($0.kind == .waiting || !$0.isGuessed) }
        target = max(target - cooking, min(target, guessed))
      }
      // Nobody prepares so little for so long, or nothing else has the waits in it.
      let hasNoRest = total.map { $0.count <= prep.count + (cook?.count ?? 0) + 600 } ?? false
      let resting = sum { $0.kind == .waiting && !$0.isHeated && !$0.isGuessed }
      if target > 4 * guessed || hasNoRest && resting >= 1800, resting < target {
        target = max(target - resting, min(target, guessed))
      }
      let isMeant = target <= 4 * guessed || target <= Self.longestPrep
      scale(to: target, within: 0.25...4, beyond: isMeant ? .cut : .ignored) {
        $0.kind == .blocking
      }
    }
    if let cook {
      let stated = sum { !$0.isGuessed && $0.isHeated }
      scale(to: cook.count - stated, within: 0.3...3) { $0.kind == .waiting && $0.isHeated }
      lengthen(&result, of: lengths, to: cook.count)
    }
    if let total, let known = [prep, cook].compactMap({ $0 }).reduce(nil, { ($0 ?? .zero) + $1 }),
      total > known
    {
      let stated = sum { $0.kind == .waiting && !$0.isGuessed && !$0.isHeated }
      scale(to: (total - known).count - stated, within: 0.25...4) {
        $0.kind == .waiting && !$0.isHeated
      }
    }
    if let total { shorten(&result, of: lengths, to: total.count) }
    return result
  }

  /// The longest preparation that is all work, in seconds.
  private static let longestPrep = 7200

  /// Lengthens guessed work at the stove where that is all the cooking there is.
  private static func lengthen(_ result: inout [Estimate], of lengths: [Length], to cook: Int) {
    func sum(_ isCounted: (Length) -> Bool) -> Int {
      zip(lengths, result).reduce(0) { $0 + (isCounted($1.0) ? $1.1.likely.count : 0) }
    }
    func isGuess(_ length: Length) -> Bool {
      length.isGuessed && length.isHeated && length.kind == .blocking
    }
    let (heated, guessed) = (sum(\.isHeated), sum(isGuess))
    guard guessed > 0, 2 * heated < cook else { return }
    let factor = min(3, Double(cook - heated + guessed) / Double(guessed))
    for place in lengths.indices where isGuess(lengths[place]) {
      result[place] = Estimate(rounded(Double(result[place].likely.count) * factor))
    }
  }

  /// Shortens guessed waits before the last heat, which the whole time has in it, where all is too
  /// long for that: what is cooled so far as to be filled need not be cold. Dough takes its time.
  private static func shorten(_ result: inout [Estimate], of lengths: [Length], to total: Int) {
    let over = result.reduce(0) { $0 + $1.likely.count } - total
    guard over > max(300, total / 10),
      let last = lengths.lastIndex(where: { $0.kind == .waiting && $0.isHeated })
    else { return }
    let places = lengths.indices.filter {
      $0 < last && lengths[$0].isGuessed && lengths[$0].kind == .waiting && !lengths[$0].isHeated
        && lengths[$0].estimate.likely <= .minutes(60)
    }
    let sum = places.reduce(0) { $0 + result[$1].likely.count }
    guard sum > 0 else { return }
    let factor = max(0.25, 1 - Double(over) / Double(sum))
    for place in places {
      result[place] = Estimate(rounded(Double(result[place].likely.count) * factor))
    }
  }

  /// To half a minute below five minutes, to a minute above; never nothing.
  private static func rounded(_ seconds: Double) -> Seconds {
    let unit = seconds < 300 ? 30.0 : 60.0
    return Seconds(max(30, Int((seconds / unit).rounded() * unit)))
  }
}
