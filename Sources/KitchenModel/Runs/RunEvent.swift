/// A fact of a run: appended to its log, never changed.
package struct RunEvent: Sendable, Hashable {
  /// When it happened on the wall clock.
  package var at: Instant
  /// When it happened on the run's clock, from the run's start.
  package var elapsed: Seconds
  /// What happened.
  package var kind: Kind
  /// To which step; nil for what concerns the whole run.
  package var step: StepReference?
  /// What is said of it; nil where nothing is.
  package var text: String?
  /// What ended the step, for ``Kind/stepFinished`` and ``Kind/stepSkipped``.
  package var endedBy: RunStep.EndedBy?
  /// Who does the step, by name, for ``Kind/stepStarted``, ``Kind/stepHanded`` and ``Kind/actDue``.
  package var cooks: [String]
  /// What is to be done, or is done, for ``Kind/actDue``, ``Kind/actDone`` and ``Kind/runServed``.
  package var act: Act?

  /// Creates an event.
  package init(
    at: Instant, elapsed: Seconds, _ kind: Kind, step: StepReference? = nil, text: String? = nil,
    endedBy: RunStep.EndedBy? = nil, cooks: [String] = [], act: Act? = nil
  ) {
    self.at = at
    self.elapsed = elapsed
    self.kind = kind
    self.step = step
    self.text = text
    self.endedBy = endedBy
    self.cooks = cooks
    self.act = act
  }

  /// The kinds of event, named as in the JSON Lines.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case runStarted = "run.started"
    case stepStarted = "step.started"
    case stepOverdue = "step.overdue"
    case stepFinished = "step.finished"
    case stepSkipped = "step.skipped"
    /// The step was left out together with its dish.
    case stepDropped = "step.dropped"
    /// Another cook goes on with it.
    case stepHanded = "step.handed"
    /// The step's last event was a mistake: what had ended keeps running, what had started is
    /// pending.
    case stepUndone = "step.undone"
    /// A cook is to do something.
    case actDue = "act.due"
    /// It is done.
    case actDone = "act.done"
    case planReplaced = "plan.replaced"
    /// A cook said something that can be taken back; what it led to is in the events that follow.
    case cookSaid = "cook.said"
    /// A cook took back what they had said last; what that led to is in the events that follow.
    case cookTookBack = "cook.took-back"
    /// A cook's own words.
    case runNoted = "run.noted"
    /// A course is served.
    case runServed = "run.served"
    case runPaused = "run.paused"
    case runResumed = "run.resumed"
    case runInterrupted = "run.interrupted"
    case runAborted = "run.aborted"
    case runFinished = "run.finished"

    /// Whether it is in the log for undo alone and is shown to nobody.
    package var isUntold: Bool { self == .cookSaid || self == .cookTookBack }
  }
}
