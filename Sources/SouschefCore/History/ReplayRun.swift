import KitchenModel
import KitchenStore
import MealExecution

/// Plays a past run as it happened; writes nothing.
package struct ReplayRun {
  private let id: Int
  private let speedThousandths: Int

  /// The longest wait without a look at whether to stop.
  private static let nap = Duration.milliseconds(50)

  /// Creates the request.
  ///
  /// - Parameters:
  ///   - id: The run's number.
  ///   - speedThousandths: How many of the run's seconds pass in a thousand.
  package init(id: Int, speedThousandths: Int = 1000) {
    self.id = id
    self.speedThousandths = speedThousandths
  }

  /// Tells the audience every event when it is due, counted from the run's start.
  ///
  /// - Parameter isCancelled: asked often; returning true ends the play.
  /// - Throws: ``Diagnostic``, also where there is no such run, or what the audience throws.
  package func perform(
    in workspace: Workspace, observer: any RunObserver,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    let store = try workspace.storeForReading()
    guard let run = try store.runs.run(id) else { throw Diagnostic(.noRun(id)) }
    let menu = try store.runs.currentPlan(of: id).menu.served(after: run.steps)
    let timeline = RunTimeline(startedAt: workspace.clock(), speedThousandths: speedThousandths)
    for event in try store.runs.events(of: id) where !event.kind.isUntold {
      let due = timeline.instant(at: event.elapsed).milliseconds
      while !isCancelled() {
        let left = due - workspace.clock().milliseconds
        if left <= 0 { break }
        workspace.wait(min(.milliseconds(left), Self.nap))
      }
      if isCancelled() { break }
      try observer.didRecord(event, of: id, cooking: menu)
    }
  }
}
