package import KitchenModel

/// Where a run as a whole stands.
package enum RunPhase: Sendable, Hashable {
  /// Not started.
  case ready
  case running
  /// Nothing starts; running steps continue.
  case paused
  /// Restored from the log of a process that is gone; `hasBegun` says whether it got as far as
  /// beginning.
  case detached(hasBegun: Bool)
  case over(Run.Status)

  /// The run's status.
  package var status: Run.Status {
    switch self {
    case .ready, .running: .running
    case .paused: .paused
    case .detached: .interrupted
    case .over(let status): status
    }
  }

  /// Whether it is over or was left.
  package var isOver: Bool { if case .over = self { true } else { false } }

  /// Whether it waits to be taken up again.
  package var isDetached: Bool { if case .detached = self { true } else { false } }
}
