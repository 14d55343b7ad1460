import KitchenModel

/// What a planned step, or an appliance that heats up, wants of the kitchen and when.
struct PlannedDemand {
  let start: Instant
  let end: Instant
  /// The cooks it takes, by their place in the kitchen.
  let cooks: [Int]
  let uses: [PlannedUse]
  let temperature: Temperature?
  /// Whether somebody must be at hand when it starts.
  let needsHand: Bool

  /// What the dishes of a plan want.
  static func of(_ plan: Plan, _ dishes: Range<Int>) -> [PlannedDemand] {
    guard let origin = plan.startAt else { return [] }
    let steps = plan.steps.filter { dishes.contains($0.reference.dish) }.map { step in
      let way = plan.menu[step.reference].ways[step.option]
      return PlannedDemand(
        start: origin + step.start, end: origin + step.end, cooks: step.cooks, uses: step.uses,
        temperature: way.temperature, needsHand: step.kind == .waiting && !way.startsItself)
    }
    let preheats = plan.preheats.map { heat in
      PlannedDemand(
        start: origin + heat.start, end: origin + heat.end, cooks: [],
        uses: [PlannedUse(heat.equipment, unit: heat.unit, units: 1)],
        temperature: heat.temperature, needsHand: false)
    }
    return steps + preheats
  }

  /// Whether a kitchen can do all of it as it stands; careful rather than clever: where two meals want
  /// one appliance at once it says no.
  static func fit(_ demands: [PlannedDemand], in kitchen: Kitchen) -> Bool {
    let cooks = kitchen.cooks.count
    for (place, demand) in demands.enumerated() {
      for other in demands[..<place] where demand.start < other.end && other.start < demand.end {
        if demand.cooks.contains(where: other.cooks.contains) { return false }
        for use in demand.uses {
          for taken in other.uses
          where Name.key(of: use.equipment) == Name.key(of: taken.equipment) {
            if use.unit != nil || taken.unit != nil {
              // The same plan has seen to its own appliances.
              guard use.unit == taken.unit else { continue }
              let slots = kitchen.equipment(named: use.equipment)?.slots ?? 1
              if use.units + taken.units > slots { return false }
              if let a = demand.temperature, let b = other.temperature, a != b { return false }
            }
          }
        }
      }
      guard sumFits(demand, demands, kitchen) else { return false }
      if demand.needsHand {
        let busy = demands.filter {
          !$0.cooks.isEmpty && $0.start < demand.start && demand.start < $0.end
        }
        if Set(busy.flatMap(\.cooks)).count >= cooks { return false }
      }
    }
    return true
  }

  /// Whether at the start of a demand there is enough of what it uses.
  private static func sumFits(
    _ demand: PlannedDemand, _ demands: [PlannedDemand], _ kitchen: Kitchen
  ) -> Bool {
    for use in demand.uses {
      guard let sort = kitchen.equipment(named: use.equipment) else { continue }
      let key = Name.key(of: use.equipment)
      let running = demands.filter { $0.start <= demand.start && demand.start < $0.end }
      let units = running.flatMap(\.uses).filter { Name.key(of: $0.equipment) == key }
        .reduce(0) { $0 + $1.units }
      if units > sort.count * max(sort.slots, 1) { return false }
    }
    return true
  }
}
