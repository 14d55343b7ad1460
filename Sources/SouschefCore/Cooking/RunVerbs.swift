package import KitchenModel
import KitchenStore

/// What is cooking now.
package struct ShowStatus {
  /// Creates the request.
  package init() {}

  /// A run under way, or left behind by a process that is gone.
  package struct Status: Sendable {
    /// The run as the log has it.
    package var run: Run
    /// What it cooks.
    package var menu: Menu
    /// How long it has lasted.
    package var elapsed: Seconds
  }

  /// The newest run that is under way; nil where nothing is cooking.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<Status?> {
    let store = try workspace.storeForReading()
    try workspace.settleAbandoned(in: store)
    guard let open = try store.runs.open().first else { return Outcome(nil) }
    return Outcome(
      Status(
        run: open.run, menu: try store.plan(open.run.planID).menu,
        elapsed: open.run.elapsed(at: workspace.now)))
  }
}

/// Tells a run under way that a step is done.
package struct FinishStep {
  private let step: String?

  /// Creates the request; nil for the one step that can be meant.
  package init(step: String?) { self.step = step }

  /// Passes it on to the process that runs it, and waits until that has taken it.
  ///
  /// - Throws: ``Diagnostic``, also where nothing is cooking or no such step runs.
  package func perform(in workspace: Workspace) throws -> Outcome<String> {
    let store = try workspace.storeOfExisting()
    try workspace.settleAbandoned(in: store)
    guard let run = try store.runs.open().first?.run else { throw Self.nothingCooks }
    let menu = try store.plan(run.planID).menu
    let running = run.steps.filter { $0.status == .running }
    let found = try RunningStep.find(step, among: running, in: menu, run: run)
    try store.runs.post(
      RunVerbName.done.rawValue, payload: PostedVerb(step: found.reference).payload, to: run.id,
      at: workspace.now)
    return Outcome(menu.title(found.reference))
  }

  static let nothingCooks = Diagnostic(
    .couldNotBeDone, "Nothing is cooking.", hints: ["Start with: souschef cook MEAL"])
}

/// Ends a run and keeps its record.
package struct AbortRun {
  /// Creates the request.
  package init() {}

  /// Aborts the run under way or, where none is, the newest that was interrupted.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  package func perform(in workspace: Workspace) throws -> Outcome<Int> {
    let store = try workspace.storeOfExisting()
    try workspace.settleAbandoned(in: store)
    if let run = try store.runs.open().first?.run {
      try store.runs.post(
        RunVerbName.abort.rawValue, payload: PostedVerb().payload, to: run.id, at: workspace.now)
      return Outcome(run.id)
    }
    guard let run = try store.runs.list(RunFilter(statuses: [.interrupted], limit: 1)).first
    else { throw FinishStep.nothingCooks }
    let last = try store.runs.events(of: run.id).last
    try store.runs.append(
      [RunEvent(at: workspace.now, elapsed: last?.elapsed ?? .zero, .runAborted)], to: run.id)
    return Outcome(run.id)
  }
}

/// Finds the running step that a cook means.
enum RunningStep {
  /// The step named by `text`, `Dish/step` or a unique beginning of it; nil where only one fits.
  ///
  /// - Throws: ``Diagnostic``.
  static func find(_ text: String?, among running: [RunStep], in menu: Menu, run: Run) throws
    -> RunStep
  {
    guard let text else {
      let blocking = running.filter { $0.kind == .blocking }
      let fitting = blocking.isEmpty ? running : blocking
      guard let only = fitting.first else {
        throw Diagnostic(
          .couldNotBeDone, "No step is running.",
          hints: ["See what comes next: souschef run status"])
      }
      guard fitting.count == 1 else {
        throw Diagnostic(
          .couldNotBeDone, "Several steps are running.",
          hints: [
            "Name one: " + fitting.map { menu.path($0.reference).quoted }.joined(separator: ", ")
          ])
      }
      return only
    }
    return try Naming.find(text, "running step", among: running, .uniquePrefix) {
      menu.path($0.reference)
    }
  }
}

extension Run {
  /// How long the run has lasted at an instant, on its own clock.
  func elapsed(at now: Instant) -> Seconds {
    let milliseconds = max(0, (finishedAt ?? now).milliseconds - startedAt.milliseconds)
    return Seconds(milliseconds * speedThousandths / 1_000_000)
  }
}
