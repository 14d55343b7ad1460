import KitchenModel

/// When to switch which appliance on, and to what.
///
/// The heated uses of an appliance, by start, fall into runs that one temperature serves. Each run
/// is preheated just before its first use.
struct PreheatPlanning {
  private let menu: Menu

  /// Plans the preheats of a menu's steps.
  init(menu: Menu) { self.menu = menu }

  /// The preheats of steps with known appliances, by start, then in the kitchen's order.
  func preheats(for steps: [PlannedStep]) -> [Preheat] {
    var result: [Preheat] = []
    for equipment in menu.kitchen.equipment where equipment.preheat > .zero {
      for unit in 1...equipment.count {
        let uses = heatedUses(of: equipment, unit: unit, in: steps)
        result += runs(of: uses).map { run in
          Preheat(
            equipment: equipment.name, unit: unit, start: run.start - equipment.preheat,
            end: run.start, temperature: Temperature.shared(by: run.temperatures))
        }
      }
    }
    return result.enumerated()
      .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }

  private struct HeatedUse {
    var start: Seconds
    var end: Seconds
    var temperature: Temperature
  }

  private struct HeatedRun {
    var start: Seconds
    var temperatures: [Temperature]
  }

  private func heatedUses(of equipment: Equipment, unit: Int, in steps: [PlannedStep])
    -> [HeatedUse]
  {
    steps.compactMap { step -> HeatedUse? in
      guard step.uses.contains(where: { $0.equipment == equipment.name && $0.unit == unit }),
        let temperature = menu[step.reference].ways[step.option].temperature
      else { return nil }
      return HeatedUse(start: step.start, end: step.end, temperature: temperature)
    }.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
  }

  private func runs(of uses: [HeatedUse]) -> [HeatedRun] {
    var runs: [HeatedRun] = []
    var members: [HeatedUse] = []
    for use in uses {
      if !members.isEmpty, members.allSatisfy({ $0.temperature.meets(use.temperature) }) {
        members.append(use)
        runs[runs.count - 1].temperatures.append(use.temperature)
      } else {
        // What still runs shares the new temperature: it meets both.
        members = members.filter { $0.end > use.start } + [use]
        runs.append(HeatedRun(start: use.start, temperatures: members.map(\.temperature)))
      }
    }
    return runs
  }
}

extension Temperature {
  /// The temperature that serves all of `temperatures`, which meet one another: the first single
  /// one as its step says it, else the part that the ranges share.
  static func shared(by temperatures: [Temperature]) -> Temperature {
    if let single = temperatures.first(where: { $0.lower == $0.upper }) { return single }
    guard var shared = temperatures.first else {
      preconditionFailure("a preheat is for at least one use")
    }
    for other in temperatures.dropFirst() {
      let ends = other.tenths(in: shared.scale)
      let lower = max(shared.lower, ends.lower)
      let upper = min(shared.upper, ends.upper)
      // Rounding to tenths of the other scale can cross over by one; the ranges still touch.
      shared = Temperature(shared.scale, lower: min(lower, upper), upper: max(lower, upper))
    }
    return shared
  }

  /// The two ends in tenths of a degree of `scale`, rounded inwards.
  private func tenths(in scale: Scale) -> (lower: Int, upper: Int) {
    guard scale != self.scale else { return (lower, upper) }
    let ends = [lower, upper].map { self.scale == .celsius ? $0 * 9 : ($0 - 320) * 5 }
    func convert(_ ninetieths: Int, _ rounding: Int) -> Int {
      scale == .celsius
        ? (ninetieths + rounding * 8).floorDivided(by: 9).quotient
        : (ninetieths + rounding * 4).floorDivided(by: 5).quotient + 320
    }
    return (convert(ends[0], 1), convert(ends[1], 0))
  }
}
