package import KitchenModel
import KitchenStore
import MealExecution
package import Rendering

/// What is cooking now.
package struct ShowStatus {
  /// Creates the request.
  package init() {}

  /// A run under way.
  package struct Status: Sendable {
    /// The run as the log has it.
    package var run: Run
    /// What it cooks.
    package var menu: Menu
    /// How long it has lasted.
    package var elapsed: Seconds
    /// What a live view shows of it.
    package var live: LiveState
  }

  /// The newest run that is under way; nil where nothing is cooking.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<Status?> {
    let found = try perform(in: workspace, knowing: .nothing)
    return Outcome(found.value?.status(at: workspace.clock()), remarks: found.remarks)
  }

  /// The newest run that is under way, read from its log; nil where nothing is cooking.
  ///
  /// - Throws: ``Diagnostic``.
  func perform(in workspace: Workspace, knowing known: KnownRun) throws -> Outcome<RunReading?> {
    let store = try workspace.storeForReading()
    try workspace.settleAbandoned(in: store)
    // Where nothing can be written, a run that was abandoned still seems to be open.
    let open = try store.runs.open().first { open in
      !store.isReadOnly || open.lease.map(workspace.isAlive) ?? false
    }
    guard let open else {
      return Outcome(nil, remarks: [workspace.strandedRun].compactMap(\.self).map(\.asWarning))
    }
    if case .current(let reading) = known, reading.run == open.run { return Outcome(reading) }
    return Outcome(
      try RunReading(of: open.run, from: store, knowing: known.reading, in: workspace.timeZone))
  }
}

/// The newest run that was interrupted and can be taken up again.
package struct FindInterrupted {
  /// Creates the request.
  package init() {}

  /// The run; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<Run?> {
    let store = try workspace.storeForReading()
    func latest(_ statuses: [Run.Status]) throws -> Run? {
      let filter = RunFilter(statuses: statuses, modes: [.live, .scaled], limit: 1)
      return try workspace.runs(filter, in: store).first
    }
    guard let interrupted = try latest([.interrupted]) else { return Outcome(nil) }
    // One that was to begin later is the latest by its time, even if it was given up long before.
    let other = try latest([])
    return Outcome(other.map { $0.id <= interrupted.id } ?? true ? interrupted : nil)
  }
}

extension Run {
  /// How long the run has lasted at an instant, on its own clock.
  func elapsed(at now: Instant) -> Seconds {
    timeline().elapsed(at: finishedAt ?? now)
  }

  /// Where the run lies on the wall clock.
  func timeline() -> RunTimeline {
    RunTimeline(startedAt: startedAt, speedThousandths: speedThousandths)
  }
}

extension Run.Mode {
  /// What ends the steps of such a run, where nothing is known of their true durations.
  var ending: StepEnding {
    switch self {
    case .live: .cook
    case .scaled, .simulated: .timer(TrueDurations())
    }
  }
}

extension Diagnostic {
  /// The same for somebody who only looks.
  fileprivate var asWarning: Diagnostic {
    var said = self
    said.severity = .warning
    return said
  }
}
