/// Durations that activities may turn out to have, drawn the same way every time.
///
/// Each activity's durations are spread evenly over its distribution, in an order of its own (Latin
/// hypercube sampling; McKay, Beckman & Conover 1979), so that a few draws tell much. All arithmetic
/// is in whole numbers: the same problem has the same draws on every machine.
struct DurationDraws {
  /// The present moment: what is in progress then has lasted for some time already.
  let now: Int
  /// For each activity and each of its modes, the duration in each draw.
  private let durations: [[[Int]]]

  /// How many draws there are.
  var count: Int { Self.quantiles.count }

  /// A true duration as a share of the estimate, in thousandths: the middles of 32 equally likely
  /// ranges of a lognormal distribution whose logarithm has deviation 0.3. So far off are the times of
  /// a kitchen whose estimates are no more than that.
  private static let quantiles = [
    524, 605, 654, 691, 724, 753, 779, 805, 829, 852, 875, 898, 920, 943, 965, 988, 1012, 1036,
    1061, 1087, 1114, 1143, 1174, 1207, 1243, 1283, 1328, 1382, 1446, 1530, 1653, 1908,
  ]

  /// Draws durations of a problem's activities; those of activities that have ended are known.
  init(_ problem: SchedulingProblem, at now: Int, seed: UInt64) {
    self.now = now
    var numbers = RandomNumbers(seed: seed)
    durations = problem.activities.map { activity in
      var ranks = Array(Self.quantiles.indices)
      for place in ranks.indices.dropFirst().reversed() {
        ranks.swapAt(place, numbers.number(below: place + 1))
      }
      return activity.modes.map { mode in
        guard let decided = activity.decided else {
          return ranks.map { mode.duration.value * Self.quantiles[$0] / 1000 }
        }
        if decided.start.value + mode.duration.value <= now {
          return Array(repeating: mode.duration.value, count: ranks.count)
        }
        return Self.durations(of: mode.duration.value, after: now - decided.start.value, ranks)
      }
    }
  }

  /// How long an activity takes in a draw.
  func duration(of activity: Int, mode: Int, in draw: Int) -> Int {
    durations[activity][mode][draw]
  }

  /// Durations of what has lasted for some time already: of those that are longer, the ones at the same
  /// places as the draws have among all.
  private static func durations(of estimate: Int, after elapsed: Int, _ ranks: [Int]) -> [Int] {
    let longer = quantiles.map { estimate * $0 / 1000 }.filter { $0 > elapsed }
    guard !longer.isEmpty else {
      return Array(repeating: max(estimate, elapsed + 1), count: ranks.count)
    }
    return ranks.map { longer[$0 * longer.count / ranks.count] }
  }
}
