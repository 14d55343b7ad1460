extension Schedule {
  /// How much later each activity could end, starting later or running longer, with the completion
  /// and every limit unchanged: the others move as needed, but modes and allocations stay, and so
  /// does the order of the activities on each unit of each resource. Activities of slack 0 are
  /// critical.
  ///
  /// The schedule should keep the problem; what breaks a limit has no slack. Complexity: O(*n* · *e* · *d*) for *n* activities, *e*
  /// neighbourhoods in time and *d* the activities on the longest chain.
  public func slacks(in problem: SchedulingProblem) -> [Int] {
    let network = PrecedenceNetwork(self, problem)
    return problem.activities.indices.map { index in
      let id = ActivityID(index)
      return max(0, network.latestEnd(of: id) - end(of: id, in: problem))
    }
  }
}
