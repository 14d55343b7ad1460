import Foundation
import KitchenModel
import KitchenStore
import MealExecution
import Rendering

/// What is known of a run from an earlier look.
enum KnownRun: Sendable {
  /// Nothing.
  case nothing
  /// All of it: nothing has been written since.
  case current(RunReading)
  /// How it was before something was written.
  case earlier(RunReading)

  /// What was read, whenever that was.
  var reading: RunReading? {
    switch self {
    case .nothing: nil
    case .current(let reading), .earlier(let reading): reading
    }
  }
}

/// A run under way as its log and its plans have it. What it shows changes with time alone until the
/// log grows, so that it is read again only then.
struct RunReading: Sendable {
  /// The run as the log has it.
  let run: Run
  private let events: [RunEvent]
  private let machine: RunStateMachine
  /// When dinner was promised, from the run's start.
  private let promised: Seconds

  /// Reads a run.
  ///
  /// - Parameter known: What was read before, perhaps of it.
  /// - Throws: ``Diagnostic``.
  init(of run: Run, from store: KitchenStore, knowing known: RunReading?, in zone: TimeZone) throws
  {
    let plans = try store.runs.plans(of: run.id)
    let timeline = run.timeline()
    self.run = run
    events = try store.runs.events(
      of: run.id, continuing: known?.run.id == run.id ? known?.events ?? [] : [])
    machine = RunStateMachine(
      plans: plans,
      settings: .init(
        policy: run.policy, ending: run.mode.ending, timeline: timeline,
        limits: RunLimits(of: plans[plans.count - 1], in: zone)),
      replaying: events)
    let promise = ServingPromise(
      of: try store.plan(run.planID), planned: run.planned, to: run.mode)
    promised = promise.moment(on: timeline)
  }

  /// Where the run stands at an instant.
  func status(at now: Instant) -> ShowStatus.Status {
    let elapsed = run.elapsed(at: now)
    var machine = machine
    // What is late goes on being late.
    machine.look(at: elapsed)
    var live = LiveState(machine, run: run.id, promised: promised)
    live.status = run.status
    return ShowStatus.Status(run: run, menu: live.menu, elapsed: elapsed, live: live)
  }
}
