package import KitchenModel
import KitchenStore

/// The meals of the days to come, when to start each, and what begins on an earlier day.
package struct ShowWeek {
  private let from: String?
  private let days: Int

  /// Creates the request; nil for from today on.
  package init(from: String? = nil, days: Int = 7) {
    self.from = from
    self.days = days
  }

  /// How long the plans of a week may take together.
  private static let patience = Duration.milliseconds(600)
  /// How many days behind the last one shown are looked at for what begins before.
  private static let horizon = 4

  /// The week.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<PlannedWeek> {
    let window = try WeekWindow(from: from, days: days, in: workspace)
    let store = try workspace.storeForReading()
    let entries = try store.week.entries(
      from: window.first, until: window.end.advanced(by: Self.horizon))
    let states = try store.week.runs(of: entries)
    let stored = try store.dishes.all()
    let dishes = Dictionary(stored.map { ($0.name, $0) }) { first, _ in first }
    let zone = workspace.timeZone
    func isCooked(_ entry: WeekEntry) -> Bool {
      entry.runID.flatMap { states[$0] }?.isCooked == true
    }
    // What is over is not planned again.
    let open = entries.filter { !isCooked($0) && $0.serveAt(in: zone) >= workspace.now }
    let planner = WeekPlanner(
      kitchen: try store.kitchen(), dishes: dishes, workspace: workspace,
      deadline: WeekDeadline(Self.patience))
    let planned = Dictionary(
      uniqueKeysWithValues: planner.plan(open).map { ($0.entry.id, $0) })
    let portions = WeekPortions(
      dishes: stored, meals: [],
      entries: entries.contains { $0.leftoversOf != nil } ? try store.week.all() : entries,
      workspace: workspace)
    let shown = entries.filter { window.contains($0.day) }.map { entry in
      let plan = planned[entry.id]
      let source = portions.entries.first { $0.id == entry.leftoversOf }
      return PlannedWeek.Entry(
        entry: entry, serveAt: entry.serveAt(in: zone), startAt: plan?.startAt,
        handsOn: plan.flatMap(Self.handsOn) ?? (entry.leftoversOf == nil ? nil : .zero),
        isCooked: isCooked(entry), trouble: plan?.trouble,
        warnings: source.map { portions.warnings(of: entry, from: $0) } ?? [])
    }
    return Outcome(
      PlannedWeek(
        first: window.first, days: days, entries: shown,
        ahead: Self.ahead(open.compactMap { planned[$0.id] }, workspace)))
  }

  private static func handsOn(_ planned: WeekPlanner.Planned) -> Seconds? {
    guard planned.plan != nil else { return nil }
    return planned.steps.filter { $0.planned.kind == .blocking }
      .reduce(.zero) { $0 + $1.planned.duration }
  }

  /// What begins on an earlier day than it is eaten, from today on.
  private static func ahead(
    _ planned: [WeekPlanner.Planned], _ workspace: Workspace
  ) -> [AheadStep] {
    let zone = workspace.timeZone
    var ahead: [AheadStep] = []
    for meal in planned {
      guard let menu = meal.plan?.menu else { continue }
      for step in meal.steps {
        let day = CookDay(of: step.start, in: zone)
        guard day < meal.entry.day, day >= CookDay(of: workspace.now, in: zone) else { continue }
        let first = meal.dishes.lowerBound
        ahead.append(
          AheadStep(
            at: step.start, dish: menu.dishes[step.reference.dish].label(behind: first, in: menu),
            step: menu[step.reference].id, title: menu[step.reference].title,
            length: step.planned.duration, kind: step.planned.kind, entry: meal.entry,
            serveAt: meal.serveAt))
      }
    }
    return ahead.sorted {
      ($0.at, $0.serveAt, $0.dish, $0.step) < ($1.at, $1.serveAt, $1.dish, $1.step)
    }
  }
}

extension Menu.Serving {
  /// What the dish is called in its own entry, where it is planned together with another's.
  fileprivate func label(behind first: Int, in menu: Menu) -> String {
    first == 0 ? label : dish.name.text
  }
}
