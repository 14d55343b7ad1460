package import KitchenModel

/// What the driver of a ``RunStateMachine`` is to do next.
///
/// Every method of the machine returns its actions in the order in which they are to be performed,
/// and the last is always one of ``wait(until:)``, ``consult(_:_:)`` and ``end(_:)``.
package enum RunAction: Sendable, Hashable {
  /// Make it durable, then say it.
  case record(RunEntry)
  /// Say it; it is not a fact of the run.
  case remark(RunRemark)
  /// Ask for a new plan and hand it to ``RunStateMachine/apply(_:)``.
  case consult(RunSituation, ReplanCause)
  /// Call ``RunStateMachine/advance(to:)`` at that moment, or earlier on a command; nil: only on a
  /// command.
  case wait(until: Seconds?)
  /// It is over.
  case end(Run.Status)
}

/// A line of the run's log: an event and, where it replaced the plan, the new one.
package struct RunEntry: Sendable, Hashable {
  /// What happened.
  package var event: RunEvent
  /// The plan from now on, for ``RunEvent/Kind/planReplaced`` only.
  package var plan: Plan?
  /// Why the plan was replaced, for ``RunEvent/Kind/planReplaced`` only.
  package var cause: ReplanCause?
  /// The dishes that are not served by then, by index.
  package var leftOut: Set<Int> = []

  /// Creates an entry.
  package init(
    _ event: RunEvent, plan: Plan? = nil, cause: ReplanCause? = nil, leftOut: Set<Int> = []
  ) {
    self.leftOut = leftOut
    self.event = event
    self.plan = plan
    self.cause = cause
  }
}
