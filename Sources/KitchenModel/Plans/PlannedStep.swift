/// A step with its place in a plan.
package struct PlannedStep: Sendable, Hashable {
  /// Which step of the plan's menu.
  package var reference: StepReference
  /// The index of the way chosen; 0 for a step without options.
  package var option: Int
  /// Whether the way chosen takes a cook's hands.
  package var kind: Way.Kind
  /// Its start, from the plan's start.
  package var start: Seconds
  /// Its end, from the plan's start.
  package var end: Seconds
  /// The cooks who do it, by index in ``Kitchen/cooks``; empty for a waiting step.
  package var cooks: [Int]
  /// What it holds, in the order written; one entry per appliance where appliances are told apart.
  package var uses: [PlannedUse]
  /// How much later it could end with serving time and every limit unchanged.
  package var slack: Seconds

  /// Creates a planned step.
  package init(
    _ reference: StepReference, option: Int = 0, kind: Way.Kind, start: Seconds, end: Seconds,
    cooks: [Int] = [], uses: [PlannedUse] = [], slack: Seconds = .zero
  ) {
    self.reference = reference
    self.option = option
    self.kind = kind
    self.start = start
    self.end = end
    self.cooks = cooks
    self.uses = uses
    self.slack = slack
  }

  /// From start to end.
  package var duration: Seconds { end - start }
  /// Whether serving time moves when it ends later.
  package var isCritical: Bool { slack == .zero }
}

/// Equipment that a planned step holds.
package struct PlannedUse: Sendable, Hashable {
  /// The equipment's name.
  package var equipment: String
  /// Which appliance, from 1; nil where they are not told apart.
  package var unit: Int?
  /// The units of it held.
  package var units: Int

  /// Creates a use.
  package init(_ equipment: String, unit: Int? = nil, units: Int) {
    self.equipment = equipment
    self.unit = unit
    self.units = units
  }
}

/// An appliance that heats up for the use that follows.
package struct Preheat: Sendable, Hashable {
  /// The equipment's name.
  package var equipment: String
  /// Which appliance, from 1.
  package var unit: Int
  /// When to switch it on, from the plan's start.
  package var start: Seconds
  /// When it is hot.
  package var end: Seconds
  /// To what: as the step says it, or the part that several steps' ranges share.
  package var temperature: Temperature

  /// Creates a preheat.
  package init(
    equipment: String, unit: Int, start: Seconds, end: Seconds, temperature: Temperature
  ) {
    self.equipment = equipment
    self.unit = unit
    self.start = start
    self.end = end
    self.temperature = temperature
  }
}
