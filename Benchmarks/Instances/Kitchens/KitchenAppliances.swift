import Scheduling

/// The appliances of one kind, as resources: a pool where they are all alike, else one each.
struct KitchenAppliances {
  /// How long heating one up takes.
  let preheat: TimeSpan
  private let resources: [ResourceID]
  private let slots: Int
  /// The temperature ranges in use, in order of appearance; a place is a family.
  private let ranges: [ClosedRange<Int>]

  private var isPool: Bool { resources.count == 1 && slots == 1 }

  /// Adds the appliances to the problem.
  init(
    _ name: String, _ value: Any, usedBy ways: [KitchenReader.Object],
    _ problem: inout SchedulingProblem
  ) throws {
    let details = value as? KitchenReader.Object ?? ["count": value]
    let count = details["count"] as? Int ?? 1
    slots = details["slots"] as? Int ?? 1
    let preheat = try details["preheat"].map(KitchenText.length) ?? 0
    self.preheat = preheat
    var ranges: [ClosedRange<Int>] = []
    for case let text as String in ways.map({ $0["temperature"] as Any }) {
      let range = try KitchenText.temperature(text)
      if !ranges.contains(range) { ranges.append(range) }
    }
    let setups = ranges.map { first in
      ranges.map { second in first.overlaps(second) ? nil : preheat as TimeSpan? }
    }
    let hasClash = setups.contains { $0.contains { $0 != nil } }
    self.ranges = hasClash ? ranges : []
    let first = problem.resources.count
    if slots == 1 && !hasClash {
      problem.resources.append(Resource(name: name, capacity: count))
    } else {
      for number in 1...max(1, count) {
        problem.resources.append(
          Resource(name: "\(name) \(number)", capacity: slots, setups: hasClash ? setups : []))
      }
    }
    resources = (first..<problem.resources.count).map { ResourceID($0) }
  }

  /// What holding some units at a temperature requires.
  func requirement(_ units: Int, _ temperature: ClosedRange<Int>?) -> Requirement {
    let family = temperature.flatMap { ranges.firstIndex(of: $0) }
    if isPool { return Requirement(resources[0], amount: units, family: family) }
    if slots > 1 {
      return Requirement(choose: 1, of: resources, amount: units, family: family)
    }
    return Requirement(choose: units, of: resources, family: family)
  }
}
