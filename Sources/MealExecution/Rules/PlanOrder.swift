import KitchenModel

/// The order that a plan gives to the steps on each cook and each appliance.
///
/// What is recorded is the order alone, not the times: each cook and each slot of each appliance is
/// a chain of the steps that hold it one after another, so that a late step delays what comes after
/// it on the same cook or slot and nothing else (a *partial-order schedule* by chaining; Policella,
/// Cesta, Oddi and Smith, *From Precedence Constraint Posting to Partial Order Schedules*, 2007).
/// Appliances that the plan does not tell apart are dealt out so that untouched ones come first.
///
/// Complexity: O(n log n + n · slots) for n steps.
struct PlanOrder: Sendable {
  /// For each step's number, the steps that must no longer be pending when it starts.
  private(set) var before: [[Int]]
  /// Whether the order is kept no more.
  private(set) var isGivenUp = false

  /// One slot of one appliance.
  private struct Slot {
    var unit: Int
    var holder: Int?
    var freeFrom = Seconds.zero
  }

  init(_ plan: Plan, _ graph: StepGraph) {
    before = Array(repeating: [], count: graph.references.count)
    var lastOfCook: [Int: Int] = [:]
    var heated: [String: [(step: Int, use: PlannedUse, temperature: Temperature)]] = [:]
    var slots: [String: [Slot]] = [:]
    for equipment in plan.menu.kitchen.equipment {
      slots[Name.key(of: equipment.name)] = (0..<equipment.count).flatMap { unit in
        Array(repeating: Slot(unit: unit + 1), count: equipment.slots)
      }
    }
    // A step of no length holds nobody and nothing.
    let steps = plan.steps.filter { step in
      graph.contains(step.reference)
        && plan.menu[step.reference].ways[step.option].duration.likely > .zero
    }
    .sorted { ($0.start, $0.end, $0.reference) < ($1.start, $1.end, $1.reference) }
    for planned in steps {
      let step = graph.index(of: planned.reference)
      for cook in planned.cooks {
        if let last = lastOfCook.updateValue(step, forKey: cook) { before[step].append(last) }
      }
      let temperature = plan.menu[planned.reference].ways[planned.option].temperature
      for use in planned.uses {
        let key = Name.key(of: use.equipment)
        before[step] += Self.take(use, for: planned, step, of: &slots[key, default: []])
        guard let temperature else { continue }
        let others = heated[key, default: []]
        before[step] += others.filter {
          $0.use.unit == use.unit && !$0.temperature.meets(temperature)
        }.map(\.step)
        heated[key, default: []].append((step, use, temperature))
      }
    }
  }

  /// Forgets the order.
  mutating func giveUp() {
    before = before.map { _ in [] }
    isGivenUp = true
  }

  /// Takes slots for a use; returns the steps that held them before.
  private static func take(
    _ use: PlannedUse, for planned: PlannedStep, _ step: Int, of slots: inout [Slot]
  ) -> [Int] {
    let free = slots.indices.filter { index in
      slots[index].freeFrom <= planned.start && (use.unit ?? slots[index].unit) == slots[index].unit
    }
    let untouchedFirst =
      free.filter { slots[$0].holder == nil } + free.filter { slots[$0].holder != nil }
    var holders: [Int] = []
    for index in untouchedFirst.prefix(use.units) {
      if let holder = slots[index].holder { holders.append(holder) }
      slots[index].holder = step
      slots[index].freeFrom = planned.end
    }
    return holders
  }
}
