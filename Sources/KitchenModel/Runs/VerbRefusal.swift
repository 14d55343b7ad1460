/// Why a verb was refused; nothing has changed.
package enum VerbRefusal: Error, Sendable, Hashable {
  /// The run is over.
  case over(Run.Status)
  /// The menu has no such step.
  case unknown(StepReference)
  /// Nothing is due; the next thing, and when.
  case nothingDue(Act?, at: Seconds?)
  /// The act is not due.
  case notDue(Act)
  /// Nothing can start now: what starts next and when, and what everybody's hands are busy with, if they
  /// are.
  case nothingToStart(StepReference?, at: Seconds?, busyWith: StepReference?)
  /// No step fits.
  case nothingFits
  /// Several fit and none was named.
  case ambiguous([StepReference])
  /// It is not running but stands so.
  case notRunning(StepReference, RunStep.Status)
  /// It is not pending but stands so.
  case notPending(StepReference, RunStep.Status)
  /// It cannot start yet, and what is in its way; nil where that cannot be said.
  case notPossible(StepReference, StartObstacle?)
  /// The cook, by index, is at another step.
  case cookBusy(Int, with: StepReference)
  /// The moment given is before the step's start or after now.
  case outOfTime(StepReference?, Seconds)
  /// It takes nobody's hands, so that there is nothing to hand over.
  case needsNoHands(StepReference)
  /// Only this cook may do it.
  case needsCook(StepReference, String)
  /// That cook does it already.
  case inTheseHands(StepReference)
  /// Nothing of the dish is left.
  case dishOver(Int)
  /// Nothing has been said that could be taken back.
  case nothingToUndo
  /// Cooking has not begun yet.
  case notBegun
  /// Nothing starts while the run is paused.
  case startsNothing
  /// The run is already paused.
  case paused
  /// The run is not paused.
  case notPaused
}
