import KitchenModel
import MealExecution

/// When dinner was to be: at the time that was asked for, else as long after the run's start as the
/// plan takes.
struct ServingPromise: Sendable {
  /// The serving time that was asked for; nil for none.
  private let asked: Instant?
  private let planned: Seconds

  /// What a plan promises to a run in a mode: only a live one goes by the clock.
  ///
  /// - Parameter planned: How long the plan takes until serving.
  init(of plan: Plan, planned: Seconds, to mode: Run.Mode) {
    asked = mode == .live && plan.anchor == .serve ? plan.serveAt : nil
    self.planned = planned
  }

  /// The same for whoever tells the time of dinner.
  var forTimeline: RunTimeline.Promise { asked.map { .at($0) } ?? .after(planned) }

  /// When that is, from the run's start; negative where it was before.
  func moment(on timeline: RunTimeline) -> Seconds {
    asked.map { $0.seconds(since: timeline.startedAt) } ?? planned
  }
}
