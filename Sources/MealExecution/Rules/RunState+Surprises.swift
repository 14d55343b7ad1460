import KitchenModel

/// How well the estimates of a run hold so far.
extension RunState {
  /// How many steps must be off before that is more than chance.
  private static let leastSurprises = 4
  /// By how much a step is off at least, in seconds: nobody answers to the second.
  private static let leastDifference = 15

  /// Whether steps take other times than planned as a rule: at least half of those that tell, and at
  /// least four, took a twentieth more or less. A step in progress tells once it is as late.
  var areEstimatesRough: Bool {
    var surprises = 0
    var others = 0
    for step in steps where step.status == .finished || step.status == .running {
      let planned = step.planned.duration.count
      guard planned > 0, let start = step.start else { continue }
      let difference = ((step.end ?? now) - start).count - planned
      let isOff =
        abs(difference) * 20 >= planned && abs(difference) >= Self.leastDifference
      if isOff, difference > 0 || step.status == .finished {
        surprises += 1
      } else if step.status == .finished {
        others += 1
      }
    }
    return surprises >= max(Self.leastSurprises, others)
  }
}
