package import Foundation
package import KitchenModel

/// What to plan, and when.
package struct PlanRequest: Sendable {
  /// The dishes and the kitchen.
  package var menu: Menu
  /// What to optimise after the makespan.
  package var objective: PlanObjective
  /// The time asked for.
  package var anchor: TimeAsked
  /// How much later than it could be dinner may be, where less stands about for it.
  package var later: Seconds
  /// The present moment: what bare clock times are counted from.
  package var now: Instant
  /// The zone of clock times.
  package var timeZone: TimeZone
  /// What has been done already; empty before cooking starts.
  package var progress: [StepReference: BegunStep]
  /// How long cooking has been going on; nil before it starts. Nothing open starts earlier.
  package var elapsed: Seconds?
  /// A plan to start from and to stay close to; nil for none.
  package var current: Plan?
  /// The moments before which steps cannot start, besides what the menu says.
  package var releases: [StepReference: Seconds]
  /// How long open steps take where a cook has said another time than the menu, in the way in which they
  /// are planned to be done.
  package var lengths: [StepReference: Seconds]

  /// Creates a request.
  package init(
    menu: Menu, objective: PlanObjective = .hot, anchor: TimeAsked = .none,
    later: Seconds = .zero, now: Instant,
    timeZone: TimeZone = .gmt, progress: [StepReference: BegunStep] = [:],
    elapsed: Seconds? = nil, current: Plan? = nil, releases: [StepReference: Seconds] = [:],
    lengths: [StepReference: Seconds] = [:]
  ) {
    self.menu = menu
    self.objective = objective
    self.anchor = anchor
    self.later = later
    self.now = now
    self.timeZone = timeZone
    self.progress = progress
    self.elapsed = elapsed
    self.current = current
    self.releases = releases
    self.lengths = lengths
  }
}
