/// What keeps a step from starting now.
package enum StartObstacle: Sendable, Hashable {
  /// It follows this step, which is not done.
  case step(StepReference)
  /// It starts no sooner than then, from the run's start.
  case time(Seconds)
  /// Its cook, by index, is at this step.
  case cook(Int, StepReference)
  /// Its cook, by index, is away.
  case away(Int)
  /// Nobody is at hand to begin it; what somebody is busy with.
  case hands(StepReference?)
  /// The equipment has no room.
  case equipment(String)
  /// The equipment has not its temperature.
  case heat(String)
}
