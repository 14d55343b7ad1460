package import KitchenModel

/// How long steps really take in a scaled or simulated run, unknown to the plan until they end.
package struct TrueDurations: Sendable, Hashable {
  private var durations: [StepReference: Seconds]

  /// Creates true durations; what is not listed takes as long as planned.
  package init(_ durations: [StepReference: Seconds] = [:]) { self.durations = durations }

  /// How long a step takes that is planned to take `planned`.
  package func duration(of step: StepReference, planned: Seconds) -> Seconds {
    durations[step] ?? planned
  }
}

/// What tells the machine that a step has ended.
package enum StepEnding: Sendable, Hashable {
  /// Waiting steps end when their planned time is up, blocking ones when a cook says so: live runs.
  case cook
  /// Every step ends by timer, after its true duration: scaled and simulated runs.
  case timer(TrueDurations)
}
