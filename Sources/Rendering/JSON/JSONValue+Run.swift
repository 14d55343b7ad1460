package import KitchenModel

extension JSONValue {
  /// A run as `souschef.run/1`, with what was said of it afterwards where anything was.
  package init(_ run: Run, edits: [RunEdit] = []) {
    let steps = Member("steps", .array(run.steps.map(JSONValue.init)))
    let said = Member("edits", .array(edits.map { JSONValue($0, of: run) }))
    self = .object(Self.members(of: run) + [steps] + (edits.isEmpty ? [] : [said]))
  }

  private static func members(of figures: RunFigures) -> [Member] {
    [
      Member("handsOnSeconds", .seconds(figures.handsOn)),
      Member("elapsedSeconds", .seconds(figures.elapsed)),
      Member("holdSeconds", .seconds(figures.hold)),
      Member(
        "bottleneck",
        figures.bottleneck.map { step in
          [
            "dish": .string(step.dish), "step": .string(step.step),
            "lengthSeconds": .seconds(step.length),
          ]
        } ?? .null),
    ]
  }

  private init(_ edit: RunEdit, of run: Run) {
    let at = Member("at", .instant(edit.madeAt))
    switch edit.kind {
    case .rated(let rating): self = .object([at, Member("rating", .int(rating))])
    case .noted(let text): self = .object([at, Member("note", .string(text))])
    case .amended(let reference, let start, let end):
      let step = run.steps.first { $0.reference == reference }
      self = .object([
        at, Member("dish", .text(step?.dish)), Member("step", .text(step?.step)),
        Member("actualStartSeconds", .seconds(start)), Member("actualEndSeconds", .seconds(end)),
      ])
    }
  }

  /// A run as `souschef.run/1` without its steps, for a list.
  package init(listed run: Run) { self = .object(Self.members(of: run)) }

  /// One event of a run, for a line of JSON Lines.
  package init(_ event: RunEvent, runID: Int, menu: Menu) {
    self = [
      "event": .string(event.kind.rawValue),
      "runId": .int(runID),
      "at": .instant(event.at),
      "elapsedSeconds": .seconds(event.elapsed),
      "dish": .text(event.step.map { menu.dishes[$0.dish].label }),
      "step": .text(event.step.map { menu[$0].id }),
      "text": .text(event.text),
    ]
  }

  private static func members(of run: Run) -> [Member] {
    [
      Member("format", "souschef.run/1"),
      Member("id", .int(run.id)),
      Member("meal", .string(run.meal)),
      Member("status", .string(run.status.rawValue)),
      Member("mode", .string(run.mode.rawValue)),
      Member("speed", .decimal(units: run.speedThousandths, places: 3)),
      Member("policy", .string(run.policy.rawValue)),
      Member("planId", .int(run.planID)),
      Member("startedAt", .instant(run.startedAt)),
      Member("finishedAt", .instant(run.finishedAt)),
      Member("plannedSeconds", .seconds(run.planned)),
      Member("actualSeconds", .seconds(run.actual)),
      Member("replans", .int(run.replans)),
      Member("rating", .number(run.rating)),
    ] + (run.figures.map(members(of:)) ?? [])
  }

  private init(_ step: RunStep) {
    self = [
      "dish": .string(step.dish),
      "step": .string(step.step),
      "kind": .string(step.kind.rawValue),
      "status": .string(step.status.rawValue),
      "plannedStartSeconds": .seconds(step.plannedStart),
      "plannedEndSeconds": .seconds(step.plannedEnd),
      "actualStartSeconds": .seconds(step.actualStart),
      "actualEndSeconds": .seconds(step.actualEnd),
      "cooks": .texts(step.cooks),
      "endedBy": .text(step.endedBy?.rawValue),
    ]
  }
}
