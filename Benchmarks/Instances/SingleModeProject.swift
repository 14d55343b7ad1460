public import Scheduling

/// Projects of the PSPLIB, single mode (`.sm`): precedences and cumulative resources.
///
/// Source: Kolisch and Sprecher, "PSPLIB, a project scheduling problem library", 1997.
public enum SingleModeProject {
  /// The problem of a file's text.
  ///
  /// - Throws: ``InstanceError`` where the text is not such a file.
  public static func problem(_ text: String) throws(InstanceError) -> SchedulingProblem {
    var lines = InstanceLines(text)
    try lines.skip(through: "PRECEDENCE RELATIONS")
    guard lines.next() != nil else { throw lines.error(expected: "a heading") }
    var successors: [[Int]] = []
    while let row = try row(&lines, atLeast: 3) { successors.append(Array(row.dropFirst(3))) }
    guard successors.joined().allSatisfy({ (1...successors.count).contains($0) }) else {
      throw lines.error(expected: "successors among the jobs")
    }
    try lines.skip(through: "REQUESTS/DURATIONS")
    guard lines.next() != nil, lines.next() != nil else {
      throw lines.error(expected: "headings")
    }
    var problem = SchedulingProblem()
    while let row = try row(&lines, atLeast: 3) {
      guard row[2] >= 0 else { throw lines.error(expected: "a duration") }
      problem.activities.append(
        Activity(
          name: "job \(row[0])",
          modes: [Mode(duration: TimeSpan(row[2]), requirements: requirements(row.dropFirst(3)))]))
    }
    try lines.skip(through: "RESOURCEAVAILABILITIES")
    guard lines.next() != nil else { throw lines.error(expected: "a heading") }
    for (index, capacity) in try lines.numbers(atLeast: 1).enumerated() {
      problem.resources.append(Resource(name: "R\(index + 1)", capacity: capacity))
    }
    guard successors.count == problem.activities.count else {
      throw lines.error(expected: "as many jobs in both tables")
    }
    for (index, followers) in successors.enumerated() {
      for follower in followers {
        problem.timeLags.append(TimeLag(from: ActivityID(index), to: ActivityID(follower - 1)))
      }
    }
    return problem
  }

  /// The next row of a table; nil at its end.
  private static func row(
    _ lines: inout InstanceLines, atLeast count: Int
  ) throws(InstanceError) -> [Int]? {
    var ahead = lines
    guard let line = ahead.next(), !line.hasPrefix("*") else { return nil }
    return try lines.numbers(atLeast: count)
  }
}

/// What amounts of each resource, in order, require.
func requirements(_ amounts: some Collection<Int>) -> [Requirement] {
  amounts.enumerated().compactMap { index, amount in
    amount > 0 ? Requirement(ResourceID(index), amount: amount) : nil
  }
}
