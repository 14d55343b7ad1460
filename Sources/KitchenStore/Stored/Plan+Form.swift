package import KitchenModel

/// A plan as this program writes it, and as it was written before standing was counted.
extension Plan: Codable {
  private enum Key: String, CodingKey {
    case menu, status, objective, anchor, makespan, lowerBound, stalenessLowerBound, startSum
    case startSumLowerBound, sequential, inOrder, startAt, serveAt, steps, preheats, why, solver
    /// Of older plans: no plan of this makespan holds less.
    case holdLowerBound
  }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      menu: try form.read(.menu), status: try form.read(.status),
      objective: try form.read(.objective), anchor: try form.find(.anchor),
      makespan: try form.read(.makespan), lowerBound: try form.read(.lowerBound),
      stalenessLowerBound: try form.find(.stalenessLowerBound),
      startSum: try form.find(.startSum), startSumLowerBound: try form.find(.startSumLowerBound),
      sequential: try form.read(.sequential), inOrder: try form.find(.inOrder),
      startAt: try form.find(.startAt), serveAt: try form.find(.serveAt),
      steps: try form.read(.steps), preheats: try form.read(.preheats), why: try form.read(.why),
      solver: try form.read(.solver))
    if let bound: Seconds = try form.find(.holdLowerBound) {
      // Whatever stands besides, a hold counts twice. Less of it may be possible than then.
      stalenessLowerBound = bound + bound
      // Only of a plan that makes sense can it be said how food stands.
      if objective == .hot, fault == nil, staleness > bound + bound { status = .feasible }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.menu, menu), (.status, status), (.objective, objective), (.anchor, anchor),
      (.makespan, makespan), (.lowerBound, lowerBound),
      (.stalenessLowerBound, stalenessLowerBound), (.startSum, startSum),
      (.startSumLowerBound, startSumLowerBound), (.sequential, sequential), (.inOrder, inOrder),
      (.startAt, startAt), (.serveAt, serveAt), (.steps, steps), (.preheats, preheats),
      (.why, why), (.solver, solver))
  }
}

extension PlannedStep: Codable {
  private enum Key: String, CodingKey {
    case reference, option, kind, start, end, cooks, uses, slack
  }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      try form.read(.reference), option: try form.read(.option), kind: try form.read(.kind),
      start: try form.read(.start), end: try form.read(.end), cooks: try form.read(.cooks),
      uses: try form.read(.uses), slack: try form.read(.slack))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.reference, reference), (.option, option), (.kind, kind), (.start, start), (.end, end),
      (.cooks, cooks), (.uses, uses), (.slack, slack))
  }
}

extension PlannedUse: Codable {
  private enum Key: String, CodingKey { case equipment, unit, units }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      try form.read(.equipment), unit: try form.find(.unit), units: try form.read(.units))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write((Key.equipment, equipment), (.unit, unit), (.units, units))
  }
}

extension Preheat: Codable {
  private enum Key: String, CodingKey { case equipment, unit, start, end, temperature }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      equipment: try form.read(.equipment), unit: try form.read(.unit),
      start: try form.read(.start), end: try form.read(.end),
      temperature: try form.read(.temperature))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.equipment, equipment), (.unit, unit), (.start, start), (.end, end),
      (.temperature, temperature))
  }
}

extension SolverReport: Codable {
  private enum Key: String, CodingKey { case nanoseconds, conflicts, propagations }

  package init(from decoder: any Decoder) throws {
    let form = try decoder.container(keyedBy: Key.self)
    self.init(
      nanoseconds: try form.read(.nanoseconds), conflicts: try form.read(.conflicts),
      propagations: try form.read(.propagations))
  }

  package func encode(to encoder: any Encoder) throws {
    try encoder.write(
      (Key.nanoseconds, nanoseconds), (.conflicts, conflicts), (.propagations, propagations))
  }
}
