package import JSON
package import KitchenModel

extension JSONValue {
  /// A plan as `souschef.plan/1`.
  ///
  /// - Parameter cook: A cook by index, whose steps alone are listed; what the plan amounts to is
  ///   that of the whole.
  package init(_ plan: Plan, for cook: Int? = nil) {
    let figures = plan.servingFigures
    let shown = cook.map(plan.shown(to:)) ?? plan
    var members: [Member] = [
      Member("format", "souschef.plan/1"),
      Member("status", .string(plan.status.rawValue)),
      Member("objective", .string(plan.objective.rawValue)),
      Member("anchor", .text(plan.anchor?.rawValue)),
      Member("makespanSeconds", .seconds(plan.makespan)),
      Member("lowerBoundSeconds", .seconds(plan.lowerBound)),
      Member("stalenessSeconds", .seconds(figures.staleness)),
      Member("stalenessLowerBoundSeconds", .seconds(plan.stalenessLowerBound)),
      Member("holdSeconds", .seconds(figures.hold)),
      Member("standingSeconds", .seconds(figures.standing)),
    ]
    if plan.objective == .early {
      members.append(Member("startSumSeconds", .seconds(plan.startSum)))
      members.append(Member("startSumLowerBoundSeconds", .seconds(plan.startSumLowerBound)))
    }
    members += [
      Member("sequentialSeconds", .seconds(plan.sequential)),
      Member("inOrderSeconds", .seconds(plan.inOrder)),
      Member("handsOnSeconds", .seconds(shown.handsOn)),
      Member("cooks", .int(plan.menu.kitchen.cooks.count)),
      Member("startAt", .instant(plan.startAt)),
      Member("serveAt", .instant(plan.serveAt)),
      Member("steps", .array(shown.steps.map { Self.step($0, of: plan.menu, figures) })),
      Member("preheats", .array(plan.preheats.map(JSONValue.init))),
      Member("why", .texts(plan.why)),
    ]
    let scaled = plan.menu.dishes.compactMap(Self.scaled)
    if !scaled.isEmpty { members.append(Member("scaled", .array(scaled))) }
    members.append(Member("solver", JSONValue(plan.solver)))
    self = .object(members)
  }

  /// A meal without a plan, as `souschef.plan/1` with the status `infeasible`: the keys of a plan,
  /// null where there is nothing to say, and `changes` that would make it possible.
  package init(
    _ infeasibility: Infeasibility, objective: PlanObjective = .hot, anchor: Plan.Anchor? = nil
  ) {
    var members: [Member] = [
      Member("format", "souschef.plan/1"),
      Member("status", "infeasible"),
      Member("objective", .string(objective.rawValue)),
      Member("anchor", .text(anchor?.rawValue)),
    ]
    var unknown = [
      "makespanSeconds", "lowerBoundSeconds", "stalenessSeconds", "stalenessLowerBoundSeconds",
      "holdSeconds", "standingSeconds",
    ]
    if objective == .early {
      unknown += ["startSumSeconds", "startSumLowerBoundSeconds"]
    }
    unknown += [
      "sequentialSeconds", "inOrderSeconds", "handsOnSeconds", "cooks", "startAt", "serveAt",
    ]
    members += unknown.map { Member($0, nil) }
    members += [
      Member("steps", []),
      Member("preheats", []),
      Member("why", .texts(infeasibility.why)),
      Member("changes", .texts(infeasibility.changes)),
      Member("solver", JSONValue(infeasibility.solver)),
    ]
    self = .object(members)
  }

  private static func step(
    _ planned: PlannedStep, of menu: Menu, _ figures: ServingFigures
  ) -> JSONValue {
    let standing = figures[planned.reference]
    let step = menu[planned.reference]
    let names = menu.kitchen.cooks.names
    return [
      "dish": .string(menu.dishes[planned.reference.dish].label),
      "step": .string(step.id),
      "title": .string(step.title),
      "kind": .string(planned.kind.rawValue),
      "option": .int(planned.option),
      "startSeconds": .seconds(planned.start),
      "endSeconds": .seconds(planned.end),
      "cooks": .texts(planned.cooks.map { names[$0] }),
      "uses": .array(
        planned.uses.map { use in
          [
            "equipment": .string(use.equipment), "unit": .number(use.unit),
            "units": .int(use.units),
          ]
        }),
      "critical": .bool(planned.isCritical),
      "slackSeconds": .seconds(planned.slack),
      "keepsSeconds": .seconds(standing?.keeps.limit),
      "standsSeconds": .seconds(standing?.stands),
    ]
  }

  /// A dish whose recipe was multiplied; nil for one as it is.
  private static func scaled(_ serving: Menu.Serving) -> JSONValue? {
    guard let scale = serving.scale else { return nil }
    return [
      "dish": .string(serving.label),
      "times": .string(scale.text),
      "servings": serving.dish.servings.map { .int($0) } ?? .null,
      "ingredients": .texts(serving.dish.ingredients),
    ]
  }

  private init(_ preheat: Preheat) {
    self = [
      "equipment": .string(preheat.equipment),
      "unit": .int(preheat.unit),
      "startSeconds": .seconds(preheat.start),
      "endSeconds": .seconds(preheat.end),
      "temperature": .string(preheat.temperature.text),
    ]
  }

  private init(_ report: SolverReport) {
    self = [
      "seconds": .decimal(units: report.nanoseconds, places: 9),
      "conflicts": .int(report.conflicts),
      "propagations": .int(report.propagations),
    ]
  }
}
