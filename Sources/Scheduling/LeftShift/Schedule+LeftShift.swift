extension Schedule {
  /// This schedule with every activity as early as it can be while the others stay, the objective
  /// not becoming worse: the last level of the objective.
  ///
  /// Modes and allocations stay, the project start stays, decided activities stay. A free completion
  /// follows the activities. The activities are gone through by start, earlier ones of the list
  /// first, over and over until none can move; so the same schedule always gives the same result.
  ///
  /// The schedule must keep the problem. Each attempt takes time linear in the activities that share
  /// a resource, per blocked stretch passed over.
  public func leftShifted(in problem: SchedulingProblem) -> Schedule {
    var shifter = LeftShifter(self, problem)
    shifter.run()
    return shifter.schedule
  }
}
