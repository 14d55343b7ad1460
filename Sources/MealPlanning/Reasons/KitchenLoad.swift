import KitchenModel

/// How much of a plan's time each cook and each appliance is busy.
struct KitchenLoad {
  private let plan: Plan
  private let cooks: CookNaming

  /// Prepares to measure a plan.
  init(_ plan: Plan) {
    self.plan = plan
    cooks = CookNaming(plan.menu.kitchen)
  }

  /// A stretch of the plan.
  struct Stretch: Hashable {
    var start: Seconds
    var end: Seconds
  }

  /// `Ana's hands are busy 1 h 36 of 1 h 44.`, for the cook with the most to do, and the same of an
  /// appliance that is in use for longer than that and for more than half of the plan.
  var sentences: [String] {
    guard plan.makespan > .zero else { return [] }
    var sentences: [String] = []
    let hands = cooks.names.indices.map { busy(cook: $0) }
    let most = hands.max() ?? .zero
    if most > .zero, let cook = hands.firstIndex(of: most) {
      sentences.append("\(cooks.hands(of: cook)) are busy \(share(most)).")
    }
    let appliance = appliances.max { $0.busy < $1.busy }
    if let appliance, appliance.busy > most, appliance.busy + appliance.busy > plan.makespan {
      sentences.append("\(appliance.name.firstUpper) is in use \(share(appliance.busy)).")
    }
    return sentences
  }

  /// The cooks and appliances that are busy for more than half of the time, else the busiest.
  var mostShared: String? {
    let hands = cooks.names.indices.map { (name: cooks.handsOf($0), busy: busy(cook: $0)) }
    let all = (hands + appliances.map { (name: $0.name, busy: $0.busy) })
      .filter { $0.busy > .zero }
    let half = all.filter { $0.busy + $0.busy > plan.makespan }.map(\.name)
    if !half.isEmpty { return half.listed() }
    return all.max { $0.busy < $1.busy }?.name
  }

  /// When a cook is there and has nothing to do before serving: no work, and no food to move. Turning a
  /// knob ends no break.
  func freeTimes(of cook: Int, outside absences: [Stretch]) -> [Stretch] {
    // Who leaves when all is done is away from nothing.
    let end = max(plan.makespan, plan.steps.map(\.end).max() ?? .zero)
    var taken = absences.filter { $0.start < end }
    taken += plan.steps.filter { $0.cooks.contains(cook) }.map {
      Stretch(start: $0.start, end: $0.end)
    }
    if cooks.isAlone {
      taken += plan.steps.filter { $0.kind == .waiting }.map {
        Stretch(start: $0.start, end: $0.start)
      }
    }
    var free: [Stretch] = []
    var from = Seconds.zero
    for stretch in taken.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if stretch.start > from { free.append(Stretch(start: from, end: stretch.start)) }
      from = max(from, stretch.end)
    }
    if plan.makespan > from { free.append(Stretch(start: from, end: plan.makespan)) }
    return free
  }

  private func busy(cook: Int) -> Seconds {
    plan.steps.filter { $0.cooks.contains(cook) }.reduce(.zero) { $0 + $1.duration }
  }

  /// Every appliance that can be told apart or is the only one of its sort, with how long something
  /// is in it.
  private var appliances: [(name: String, busy: Seconds)] {
    plan.menu.kitchen.equipment.flatMap { sort -> [(name: String, busy: Seconds)] in
      (1...sort.count).compactMap { unit in
        let stretches = plan.steps.filter { step in
          step.uses.contains {
            $0.equipment == sort.name && ($0.unit == unit || $0.unit == nil && sort.count == 1)
          }
        }.map { Stretch(start: $0.start, end: $0.end) }
        let busy = Self.covered(stretches)
        let name = sort.count == 1 ? "the \(sort.name)" : "\(sort.name) \(unit)"
        return busy > .zero ? (name, busy) : nil
      }
    }
  }

  /// The time that stretches cover together.
  private static func covered(_ stretches: [Stretch]) -> Seconds {
    var total = Seconds.zero
    var until: Seconds?
    for stretch in stretches.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      let start = max(stretch.start, until ?? stretch.start)
      if stretch.end > start { total = total + (stretch.end - start) }
      until = max(until ?? stretch.end, stretch.end)
    }
    return total
  }

  /// `1 h 36 of 1 h 44`.
  private func share(_ part: Seconds) -> String {
    let whole = max(plan.makespan, plan.steps.map(\.end).max() ?? .zero)
    return "\(part.spokenText) of \(whole.spokenText)"
  }
}
