/// What an event does to a run: the one place that says it.
///
/// The record in the store, the executor that takes a run up again, the check of a database and the
/// import of a history all fold a log by these rules. A new kind of event does not compile until it
/// has its effect here.
package enum RunLog {
  /// What an event does.
  package enum Effect: Sendable, Hashable {
    /// Cooking begins.
    case begins
    /// It goes on after a pause or an interruption.
    case goesOn
    /// Nothing starts until it goes on.
    case pauses
    /// Nobody is at it any more; it can be taken up again.
    case isLeft
    /// It is over.
    case ends(Run.Status)
    /// It goes over to another plan.
    case isReplanned
    /// A cook said something that can be taken back.
    case isTold
    /// What a cook said last is taken back.
    case isTakenBack
    /// Something happens to the step of the event.
    case happensTo(StepChange)
    /// A cook is to do something.
    case isDue
    /// What a cook was to do is done.
    case isDone
    /// A course is served.
    case isServed
    /// Nothing: it is there to be read.
    case isNoted
  }

  /// What happens to a step.
  package enum StepChange: Sendable, Hashable {
    /// Its cooks begin it.
    case starts
    /// It runs past its time.
    case isOverdue
    /// It is done.
    case finishes
    /// It is left out, or ended as not done.
    case isSkipped
    /// It is left out together with its dish.
    case isDropped
    /// Other cooks go on with it.
    case isHanded
    /// What happened to it last has not happened.
    case isUndone
  }

  /// What an event of a kind does.
  package static func effect(of kind: RunEvent.Kind) -> Effect {
    switch kind {
    case .runStarted: .begins
    case .runResumed: .goesOn
    case .runPaused: .pauses
    case .runInterrupted: .isLeft
    case .runAborted: .ends(.aborted)
    case .runFinished: .ends(.finished)
    case .planReplaced: .isReplanned
    case .cookSaid: .isTold
    case .cookTookBack: .isTakenBack
    case .runNoted: .isNoted
    case .actDue: .isDue
    case .actDone: .isDone
    case .runServed: .isServed
    case .stepStarted: .happensTo(.starts)
    case .stepOverdue: .happensTo(.isOverdue)
    case .stepFinished: .happensTo(.finishes)
    case .stepSkipped: .happensTo(.isSkipped)
    case .stepDropped: .happensTo(.isDropped)
    case .stepHanded: .happensTo(.isHanded)
    case .stepUndone: .happensTo(.isUndone)
    }
  }
}

/// A step as a log tells it: the record's, and the executor's.
package protocol LoggedStep {
  /// Which step of the menu.
  var reference: StepReference { get }
  /// Where it stands.
  var status: RunStep.Status { get set }
  /// Its true start, from the run's start; nil while it has not started.
  var actualStart: Seconds? { get set }
  /// Its true end; nil while it has not ended, and for a step skipped before it started.
  var actualEnd: Seconds? { get set }
  /// What ended it; nil while it has not ended.
  var endedBy: RunStep.EndedBy? { get set }
  /// Whether it has run past its time; false where nobody needs to know.
  var isOverdue: Bool { get set }
  /// Sets who does it, by name.
  mutating func setCooks(_ names: [String])
}

extension LoggedStep {
  /// Takes in what an event says of the step.
  package mutating func take(_ change: RunLog.StepChange, of event: RunEvent) {
    switch change {
    case .starts:
      status = .running
      actualStart = event.elapsed
      setCooks(event.cooks)
    case .isOverdue: isOverdue = true
    case .finishes: end(as: .finished, at: event.elapsed, by: event.endedBy)
    case .isSkipped: end(as: .skipped, at: event.elapsed, by: .skipped)
    case .isDropped: end(as: .dropped, at: event.elapsed, by: endedBy)
    case .isHanded: setCooks(event.cooks)
    case .isUndone: takeBack()
    }
  }

  /// Takes back what happened to the step last: what had ended keeps running, what had started is
  /// pending again.
  package mutating func takeBack() {
    if status == .running || actualStart == nil {
      status = .pending
      actualStart = nil
      setCooks([])
      isOverdue = false
    } else {
      status = .running
    }
    actualEnd = nil
    endedBy = nil
  }

  private mutating func end(
    as status: RunStep.Status, at moment: Seconds, by endedBy: RunStep.EndedBy?
  ) {
    self.status = status
    // What never began has no end either.
    if actualStart != nil || status == .finished { actualEnd = moment }
    self.endedBy = endedBy
  }
}
