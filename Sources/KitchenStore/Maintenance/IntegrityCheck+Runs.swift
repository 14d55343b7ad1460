internal import GRDB
internal import KitchenModel

extension IntegrityCheck {
  /// Runs whose records, dishes or logs are not what they should be.
  static func wrongRuns(in db: Database) throws -> [String] {
    // Runs of one plan come one after the other, so that each plan is read once.
    var last: StoredPlan?
    return try db.mapRows("SELECT id FROM run WHERE removed_at IS NULL ORDER BY plan_id, id") {
      try $0.int()
    }
    .compactMap { try fault(ofRun: $0, knowing: &last, in: db) }
  }

  /// What is wrong with a run, as a sentence; nil where nothing is.
  ///
  /// - Parameter last: The plan that was read last, of the run before or of this one.
  static func fault(
    ofRun id: Int, knowing last: inout StoredPlan?, in db: Database
  ) throws -> String? {
    guard let run = try? RunRows.load(id, from: db),
      let events = try? EventRows.load(run: id, from: db)
    else { return "Run \(id) cannot be read." }
    guard try hasWholeLog(id, events, in: db) else {
      return "The log of run \(id) has gaps, or does not begin with its start."
    }
    if last?.summary.id != run.planID { last = try? PlanRows.load(run.planID, from: db) }
    guard let plan = last?.plan else { return "The plan of run \(id) cannot be read." }
    var replayed = Run(
      id: id, of: plan, planID: run.planID, mode: run.mode,
      speedThousandths: run.speedThousandths, policy: run.policy, startedAt: run.startedAt)
    // Dishes that came later are in plans of the run's own.
    replayed.steps += run.steps.filter { $0.reference.dish >= plan.menu.dishes.count }
      .map(\.asPlanned)
    if run.replans > 0, !plan.chosenWays.isEmpty {
      guard let followed = try? PlanRows.followed(by: id, from: db) else {
        return "A plan of run \(id) cannot be read."
      }
      for plan in followed.dropFirst() { replayed.follow(plan) }
    }
    let hasGrown = replayed.steps.count > plan.steps.count
    let latest = hasGrown ? try? PlanRows.current(of: id, from: db)?.plan : plan
    let menu = (latest ?? plan).menu
    let offsets = menu.dishes.map(\.dish.serveOffset)
    do {
      for event in events { try replayed.apply(event, offsets) }
      for edit in try EditRows.load(run: id, from: db) { try replayed.apply(edit, offsets) }
    } catch {
      return "The log of run \(id) or an edit names a step that the run does not have."
    }
    replayed.figures = RunFigures(
      of: replayed, menu: menu, planned: plan.servingFigures)
    guard try hasDishes(of: menu, run, in: db) else {
      return "The dishes of run \(id) are not those of its plan."
    }
    return replayed == run ? nil : "The record of run \(id) is not what its log says."
  }

  /// Whether the events of a run are numbered without a gap, from its start on. A process may end
  /// before it has written any.
  private static func hasWholeLog(_ run: Int, _ events: [RunEvent], in db: Database) throws -> Bool
  {
    if events.isEmpty { return true }
    let last = try db.firstRow("SELECT max(sequence) FROM run_event WHERE run_id = ?", [run]) {
      try $0.int()
    }
    // Whoever was killed before saying that it began is known to have been interrupted all the
    // same, and may have been taken up again, to begin later than it was to.
    let said = events.drop { [.runInterrupted, .runResumed, .runAborted].contains($0.kind) }
    let isLate = said.count < events.count
    return last == events.count
      && said.first.map { $0.kind == .runStarted && ($0.elapsed == .zero || isLate) } ?? true
  }

  /// Whether a run's dishes are reported as its plan has them, and as of its start.
  private static func hasDishes(of menu: Menu, _ run: Run, in db: Database) throws -> Bool {
    let told = try db.mapRows(
      """
      SELECT label, dish_key, serve, serve_offset_seconds, started_at FROM run_dish
      WHERE run_id = ? ORDER BY position
      """, [run.id]
    ) { row in
      [
        try row.text(), try row.text(), try row.text(), String(try row.int()), try row.text(),
      ]
    }
    return told
      == menu.dishes.map { serving in
        let dish = serving.dish
        return [
          serving.label, dish.name.key, dish.serve.rawValue, String(dish.serveOffset.count),
          run.startedAt.stored,
        ]
      }
  }
}
