public import Scheduling

/// Projects with minimum and maximum lags from start to start (`.sch`, RCPSP/max).
///
/// Source: Schwindt, "ProGen/max: a new problem generator for different resource-constrained project
/// scheduling problems with minimal and maximal time lags", 1995.
public enum GeneralizedLagProject {
  /// The problem of a file's text.
  ///
  /// - Throws: ``InstanceError`` where the text is not such a file.
  public static func problem(_ text: String) throws(InstanceError) -> SchedulingProblem {
    var lines = InstanceLines(text)
    let head = try lines.numbers(atLeast: 2)
    let (count, resources) = (head[0] + 2, head[1])
    guard count >= 2, resources >= 0 else { throw lines.error(expected: "counts") }
    var problem = SchedulingProblem()
    for index in 0..<count {
      let row = try lines.numbers(atLeast: 3)
      let successors = row.dropFirst(3).prefix(max(0, row[2]))
      let lags = row.dropFirst(3 + successors.count)
      guard row[0] == index, successors.count == row[2], lags.count == row[2],
        successors.allSatisfy({ (0..<count).contains($0) })
      else { throw lines.error(expected: "job \(index) with a lag for each successor") }
      // A negative distance to an earlier job is a maximum, written the other way round.
      for (successor, lag) in zip(successors, lags) {
        problem.timeLags.append(
          TimeLag(
            from: ActivityID(index), .start, to: ActivityID(successor), minimum: TimeSpan(lag)))
      }
    }
    for index in 0..<count {
      let row = try lines.numbers(atLeast: 3 + resources)
      guard row[0] == index, row[2] >= 0 else { throw lines.error(expected: "job \(index)") }
      problem.activities.append(
        Activity(
          name: "job \(index)",
          modes: [Mode(duration: TimeSpan(row[2]), requirements: requirements(row.dropFirst(3)))]))
    }
    for (index, capacity) in try lines.numbers(atLeast: resources).enumerated() {
      problem.resources.append(Resource(name: "R\(index + 1)", capacity: capacity))
    }
    return problem
  }
}
