extension Schedule {
  /// How much later each activity could end, starting later or running longer, with the completion
  /// and every limit unchanged: the others move as needed, but modes and allocations stay, and so
  /// does the order of the activities on each unit of each resource. Activities of slack 0 are
  /// critical.
  ///
  /// The schedule should keep the problem; what breaks a limit has no slack. Complexity: O(*e* log *n*)
  /// for *n* activities and *e* neighbourhoods in time, and as much again for each activity that
  /// maximum lags tie to what it could run into.
  ///
  /// - Parameter numbering: which units of a resource each activity holds, where that is not as
  ///   ``unitAssignment(of:in:)`` has it.
  public func slacks(
    in problem: SchedulingProblem, holding numbering: [ResourceID: [ActivityID: [Int]]] = [:]
  ) -> [TimeSpan] {
    var units = numbering
    for index in problem.resources.indices where units[ResourceID(index)] == nil {
      units[ResourceID(index)] = unitAssignment(of: ResourceID(index), in: problem)
    }
    return PrecedenceNetwork(self, problem, holding: units).delays().map { TimeSpan($0) }
  }
}
