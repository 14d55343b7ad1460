package import KitchenModel

/// Limits that can no longer be kept, in kitchen words.
package enum BrokenLimitText {
  /// One sentence.
  package static func sentence(_ limit: BrokenLimit, in menu: Menu) -> String {
    func name(_ reference: StepReference) -> String { menu.stepTitle(reference) }
    let excess = limit.excess.exactText
    return switch limit.kind {
    case .hold(let dish):
      "\(menu.dishes[dish].label) waits \(limit.actual.exactText) to be served, \(excess) longer "
        + "than it should."
    case .distance(let step, let other):
      "\(name(step)) starts \(excess) later after \(name(other)) than it should."
    case .order(let step, let other): "\(name(step)) does not wait for \(name(other)) as it should."
    case .deadline(let step): "\(name(step)) is over \(excess) later than it should be."
    case .release(let step): "\(name(step)) starts sooner than it should."
    case .absence(let name): "\(name) is needed while away."
    case .cold(let step): "\(name(step)) starts before its equipment is hot."
    case .temperatures(let name): "The \(name) has no time to change its temperature."
    case .attendance: "A waiting step starts while nobody is at hand."
    case .past: "What has begun breaks a limit of the kitchen."
    }
  }
}
