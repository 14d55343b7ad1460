package import KitchenModel
import KitchenStore

/// Lists the runs, newest first, without their steps.
package struct ListRuns {
  private let question: RunQuestion

  /// Creates the request.
  package init(_ question: RunQuestion = RunQuestion()) { self.question = question }

  /// The runs; where there are none, whether the dish or the meal was ever cooked is remarked.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[Run]> {
    let store = try workspace.storeForReading()
    let runs = try workspace.runs(try question.filter(), in: store)
    return Outcome(runs, remarks: runs.isEmpty ? try question.strangers(in: store.history) : [])
  }

  /// Hands the runs to `body`, some at a time, while the rest is still being read.
  ///
  /// - Throws: ``Diagnostic``, or what `body` throws.
  package func perform(
    in workspace: Workspace, inParts body: ([Run]) throws -> Void
  ) throws -> Outcome<Void> {
    let store = try workspace.storeForReading()
    guard !store.isReadOnly else {
      try body(try workspace.runs(try question.filter(), in: store))
      return Outcome(())
    }
    try workspace.settleAbandoned(in: store)
    return Outcome(try store.runs.list(try question.filter(), inParts: body))
  }
}

/// Which runs are asked for; what is not said does not matter.
package struct RunQuestion: Sendable {
  /// Runs that had this dish.
  package var dish: String?
  /// Runs of this meal.
  package var meal: String?
  /// Runs that began then or later.
  package var since: Instant?
  /// Runs that began before.
  package var until: Instant?
  /// Runs that came so far.
  package var status: Run.Status?
  /// By their clocks.
  package var clocks: RunClocks
  /// At most so many.
  package var limit: Int?

  /// Creates a question, by default for all.
  package init(
    dish: String? = nil, meal: String? = nil, since: Instant? = nil, until: Instant? = nil,
    status: Run.Status? = nil, clocks: RunClocks = .any, limit: Int? = nil
  ) {
    self.dish = dish
    self.meal = meal
    self.since = since
    self.until = until
    self.status = status
    self.clocks = clocks
    self.limit = limit
  }

  /// Whether every run is asked for, except for how many.
  package var isForAll: Bool {
    dish == nil && meal == nil && since == nil && until == nil && status == nil
      && clocks != .simulated
  }

  /// That the dish or the meal asked for is in no run at all.
  fileprivate func strangers(in history: HistoryRepository) throws -> [Diagnostic] {
    func stranger(_ text: String?, _ kind: String, among known: [String]) -> Diagnostic? {
      guard let text, !known.isEmpty,
        case .none(let nearest) = NameLookup(known, name: \.self).match(text, .exact)
      else { return nil }
      return Diagnostic(
        .couldNotBeDone, "No \(kind) named \(text.quoted) has been cooked.",
        hints: nearest.map { [.text(NearMiss.question($0))] } ?? [], severity: .remark)
    }
    return [
      stranger(dish, "dish", among: try history.dishes(.any).filter { $0.runs > 0 }.map(\.dish)),
      stranger(
        meal, "meal",
        among: try [.real, .simulated].flatMap { try history.meals($0) }.map(\.meal)),
    ].compactMap(\.self)
  }

  func filter() throws(Diagnostic) -> RunFilter {
    if let since, let until, since >= until {
      throw Diagnostic(.rangeReversed)
    }
    var dishName: Name?
    if let dish { dishName = try name(dish) }
    let modes: [Run.Mode] =
      switch clocks {
      case .any: []
      case .real: [.live]
      case .simulated: [.scaled, .simulated]
      }
    return RunFilter(
      dish: dishName, meal: meal, since: since, until: until, statuses: status.map { [$0] } ?? [],
      modes: modes, limit: limit)
  }
}

/// Finds a run with its steps.
package struct ShowRun {
  private let id: Int

  /// Creates the request.
  package init(id: Int) { self.id = id }

  /// The run, the plan it began with and what was said of it.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  package func perform(in workspace: Workspace) throws -> Outcome<ShownRun> {
    let store = try workspace.storeForReading()
    try workspace.settleAbandoned(in: store)
    var shown = try store.shownRun(id)
    shown.run = try workspace.asItStands(shown.run, in: store)
    return Outcome(shown)
  }
}

/// Puts two runs side by side.
package struct CompareRuns {
  private let ids: (Int, Int)

  /// Creates the request.
  package init(_ a: Int, _ b: Int) { ids = (a, b) }

  /// Both runs.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such run.
  package func perform(in workspace: Workspace) throws -> Outcome<(ShownRun, ShownRun)> {
    let store = try workspace.storeForReading()
    return Outcome((try store.shownRun(ids.0), try store.shownRun(ids.1)))
  }
}

extension KitchenStore {
  fileprivate func shownRun(_ id: Int) throws -> ShownRun {
    guard let run = try runs.run(id) else {
      throw Diagnostic(.noRun(id))
    }
    let plan = try plan(run.planID)
    var served: [Seconds: Seconds] = [:]
    var notes: [ShownRun.Note] = []
    for event in try runs.events(of: id) {
      if event.kind == .runServed, case .serve(let course) = event.act {
        served[course] = event.elapsed
      }
      if event.kind == .runNoted, let text = event.text {
        notes.append(.init(elapsed: event.elapsed, at: event.at, text: text))
      }
    }
    return ShownRun(
      run: run, plan: plan, followed: run.replans > 0 ? try runs.currentPlan(of: id) : plan,
      edits: try runs.edits(of: id), served: served, notes: notes)
  }
}
