package import JSON
package import KitchenModel

extension JSONValue {
  /// A run as `souschef.run/1`, with what was noted meanwhile and said of it afterwards where anything was.
  package init(_ run: Run, edits: [RunEdit] = [], notes: [ShownRun.Note] = []) {
    var members = ObjectMembers(of: run)
    members.add("steps", .array(run.steps.map(JSONValue.init)))
    if !notes.isEmpty { members.add("notes", .array(notes.map(JSONValue.init))) }
    if !edits.isEmpty { members.add("edits", .array(edits.map { JSONValue($0, of: run) })) }
    self = members.object
  }

  /// A run with all that is known of it, as `souschef.run/1`.
  package init(_ shown: ShownRun) { self.init(shown.run, edits: shown.edits, notes: shown.notes) }

  /// A run under way as `souschef.run/1`, with the present moment, when everything will be ready, and
  /// when each step is expected to start and end by now.
  package init(_ run: Run, as state: LiveState, at elapsed: Seconds) {
    let expected = Dictionary(
      state.steps.map { ($0.planned.reference, $0) }, uniquingKeysWith: { first, _ in first })
    var run = run
    run.meal = state.menu.title
    var members = ObjectMembers(of: run)
    members.add("nowSeconds", .seconds(elapsed))
    members.add("servingSeconds", .seconds(state.serving))
    let steps = run.steps.map { step in
      guard case .object(let told) = JSONValue(step), let live = expected[step.reference],
        step.status == .pending || step.status == .running
      else { return JSONValue(step) }
      return .object(
        told + [
          Member("expectedStartSeconds", .seconds(live.start ?? live.planned.start)),
          Member("expectedEndSeconds", .seconds(live.expectedEnd ?? live.planned.end)),
        ])
    }
    members.add("steps", .array(steps))
    members.add("acts", .array(state.acts.map { JSONValue($0, in: state.menu) }))
    members.add("next", .array(state.coming.map { JSONValue($0, in: state.menu) }))
    self = members.object
  }

  /// A run as `souschef.run/1` without its steps, for a list.
  package init(listed run: Run) { self = ObjectMembers(of: run).object }

  private init(_ note: ShownRun.Note) {
    self = [
      "at": .instant(note.at), "elapsedSeconds": .seconds(note.elapsed), "text": .string(note.text),
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

  /// One event of a run, for a line of JSON Lines.
  package init(_ event: RunEvent, runID: Int, menu: Menu) {
    var members = [
      Member("event", .string(event.kind.rawValue)), Member("runId", .int(runID)),
      Member("at", .instant(event.at)), Member("elapsedSeconds", .seconds(event.elapsed)),
    ]
    if let act = event.act, event.kind != .runServed {
      members += Self.members(of: act, cook: event.cooks.first, in: menu)
    } else {
      members.append(Member("dish", .text(event.step.map { menu.dishes[$0.dish].label })))
      members.append(Member("step", .text(event.step.map { menu[$0].id })))
    }
    members.append(Member("text", .text(event.text)))
    if event.kind == .runServed, case .serve(let course) = event.act {
      members.append(Member("dishes", .texts(menu.servedDishes(ofCourse: course))))
    }
    self = .object(members)
  }

  /// What an act is about.
  private static func members(of act: Act, cook: String?, in menu: Menu) -> [Member] {
    var dish = act.step.map { menu.dishes[$0.dish].label }
    if case .serve(let course) = act { dish = menu.label(ofCourse: course) }
    var heating: Act.Heating?
    if case .heat(let asked) = act { heating = asked }
    // What is done in one of several ways is told by the text.
    let ways = act.step.map { menu[$0].ways } ?? []
    let way = ways.count == 1 ? ways.first : nil
    let uses = way.map { $0.uses.map(\.equipment).joined(separator: ", ") } ?? ""
    return [
      Member("act", .string(act.kind.rawValue)), Member("dish", .text(dish)),
      Member("step", .text(act.step.map { menu[$0].id })),
      Member(
        "equipment",
        .text(
          heating.map { menu.appliance($0.equipment, $0.unit) } ?? (uses.isEmpty ? nil : uses))),
      Member("temperature", .text((heating?.temperature ?? way?.temperature)?.text)),
      Member("cook", .text(cook)),
    ]
  }

  /// An act that is due.
  private init(_ due: LiveState.DueAct, in menu: Menu) {
    let names = menu.kitchen.cooks.names
    let cook = names.indices.contains(due.cook) ? names[due.cook] : nil
    self = .object(
      Self.members(of: due.act, cook: cook, in: menu) + [
        Member("sinceSeconds", .seconds(due.since)),
        Member("deadlineSeconds", .seconds(due.deadline)), Member("text", .string(due.text)),
      ])
  }

  /// An act to come.
  private init(_ coming: LiveState.ComingAct, in menu: Menu) {
    let names = menu.kitchen.cooks.names
    let cook = coming.cook.flatMap { names.indices.contains($0) ? names[$0] : nil }
    self = .object(
      Self.members(of: coming.act, cook: cook, in: menu) + [
        Member("expectedSeconds", .seconds(coming.at)), Member("text", .string(coming.text)),
      ])
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

/// The members of an object as a value.
private struct ObjectMembers: JSONMemberSink {
  private var members: [JSONValue.Member] = []

  init(of run: Run) { add(run) }

  var object: JSONValue { .object(members) }

  mutating func add(_ key: StaticString, _ value: JSONValue) {
    members.append(JSONValue.Member("\(key)", value))
  }
}

extension JSONMemberSink {
  /// Takes the members of a run without its steps.
  mutating func add(_ run: Run) {
    add("format", "souschef.run/1")
    add("id", .int(run.id))
    add("meal", .string(run.meal))
    add("status", .string(run.status.rawValue))
    add("mode", .string(run.mode.rawValue))
    add("speed", .decimal(units: run.speedThousandths, places: 3))
    add("policy", .string(run.policy.rawValue))
    add("planId", .int(run.planID))
    add("startedAt", .instant(run.startedAt))
    add("finishedAt", .instant(run.finishedAt))
    add("plannedSeconds", .seconds(run.planned))
    add("actualSeconds", .seconds(run.actual))
    add("replans", .int(run.replans))
    add("rating", .number(run.rating))
    guard let figures = run.figures else { return }
    add("handsOnSeconds", .seconds(figures.handsOn))
    add("elapsedSeconds", .seconds(figures.elapsed))
    add("holdSeconds", .seconds(figures.hold))
    add("standingSeconds", .seconds(figures.standing))
    add("stalenessSeconds", .seconds(figures.staleness))
    add("plannedHoldSeconds", .seconds(figures.plannedHold))
    add("plannedStandingSeconds", .seconds(figures.plannedStanding))
    add("plannedStalenessSeconds", .seconds(figures.plannedStaleness))
    add("bottleneck", figures.bottleneck.map(JSONValue.init) ?? .null)
  }
}

extension JSONValue {
  fileprivate init(_ bottleneck: RunFigures.Bottleneck) {
    self = [
      "dish": .string(bottleneck.dish), "step": .string(bottleneck.step),
      "lengthSeconds": .seconds(bottleneck.length),
    ]
  }
}
