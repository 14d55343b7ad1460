/// Reads a plan as this program writes it, and as it was written before standing was counted.
extension Plan {
  private enum Key: String, CodingKey {
    case menu, status, objective, anchor, makespan, lowerBound, stalenessLowerBound, startSum
    case startSumLowerBound, sequential, inOrder, startAt, serveAt, steps, preheats, why, solver
    /// Of older plans: no plan of this makespan holds less.
    case holdLowerBound
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      menu: try values.decode(Menu.self, forKey: .menu),
      status: try values.decode(Status.self, forKey: .status),
      objective: try values.decode(PlanObjective.self, forKey: .objective),
      anchor: try values.decodeIfPresent(Anchor.self, forKey: .anchor),
      makespan: try values.decode(Seconds.self, forKey: .makespan),
      lowerBound: try values.decode(Seconds.self, forKey: .lowerBound),
      stalenessLowerBound: try values.decodeIfPresent(Seconds.self, forKey: .stalenessLowerBound),
      startSum: try values.decodeIfPresent(Seconds.self, forKey: .startSum),
      startSumLowerBound: try values.decodeIfPresent(Seconds.self, forKey: .startSumLowerBound),
      sequential: try values.decode(Seconds.self, forKey: .sequential),
      inOrder: try values.decodeIfPresent(Seconds.self, forKey: .inOrder),
      startAt: try values.decodeIfPresent(Instant.self, forKey: .startAt),
      serveAt: try values.decodeIfPresent(Instant.self, forKey: .serveAt),
      steps: try values.decode([PlannedStep].self, forKey: .steps),
      preheats: try values.decode([Preheat].self, forKey: .preheats),
      why: try values.decode([String].self, forKey: .why),
      solver: try values.decode(SolverReport.self, forKey: .solver))
    if let bound = try values.decodeIfPresent(Seconds.self, forKey: .holdLowerBound) {
      // Whatever stands besides, a hold counts twice. Less of it may be possible than then.
      stalenessLowerBound = bound + bound
      // How food stands can be told of a plan that makes sense alone.
      if objective == .hot, fault == nil, staleness > bound + bound { status = .feasible }
    }
  }
}
