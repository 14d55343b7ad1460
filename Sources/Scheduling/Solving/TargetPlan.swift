/// Which bound on the objective to ask for next, and how hard to try.
///
/// Two sides take turns. The *upper* one asks for a schedule better than the best by a part of the
/// gap, the *lower* one for a schedule in the lower part of the gap, which it expects to be refuted.
/// Success keeps a side at work; running out of effort makes it less ambitious, hands over to the
/// other side and doubles the effort of its next turn.
struct TargetPlan {
  private enum Side { case upper, lower }

  private var side: Side
  private var upper = Ambition(divisor: 1 << 8)
  private var lower = Ambition(divisor: 2)

  private struct Ambition {
    var divisor: Int
    var effort = 100

    mutating func succeed(least: Int) { divisor = max(least, divisor / 2) }

    mutating func fail() {
      divisor = min(divisor * 4, 1 << 40)
      effort = min(effort * 2, 1 << 40)
    }
  }

  /// Creates a plan that begins with the lower side, or with the upper one where the first schedules
  /// are likely to be poor.
  init(startsAbove: Bool) { side = startsAbove ? .upper : .lower }

  /// The conflicts to spend on the next question.
  var effort: Int { side == .upper ? upper.effort : lower.effort }

  /// The next question: is there a schedule of at most this value?
  func target(bound: Int, value: Int) -> Int {
    let gap = value - bound
    switch side {
    case .upper: return value - max(1, gap / upper.divisor)
    case .lower: return min(bound + gap / lower.divisor, value - 1)
    }
  }

  /// There was a schedule.
  mutating func foundSchedule() {
    if side == .upper { upper.succeed(least: 4) }
  }

  /// There was none.
  mutating func refuted() {
    if side == .lower { lower.succeed(least: 2) } else { upper.divisor *= 2 }
  }

  /// The effort ran out.
  mutating func ranOut() {
    switch side {
    case .upper:
      upper.fail()
      side = .lower
    case .lower:
      lower.fail()
      side = .upper
    }
  }
}
