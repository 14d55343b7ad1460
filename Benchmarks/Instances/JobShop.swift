public import Scheduling

/// Job shops in the usual text: the numbers of jobs and machines, then a line for each job with the
/// machine and the duration of each of its operations in order.
public enum JobShop {
  /// The problem of an instance's text; lines that begin with `#` are comments.
  ///
  /// - Throws: ``InstanceError`` where the text is not such an instance.
  public static func problem(_ text: String) throws(InstanceError) -> SchedulingProblem {
    var lines = InstanceLines(text)
    let head = try lines.numbers(atLeast: 2)
    let (jobs, machines) = (head[0], head[1])
    guard jobs > 0, machines > 0 else { throw lines.error(expected: "counts") }
    var problem = SchedulingProblem()
    problem.resources = (0..<machines).map { Resource(name: "machine \($0)", capacity: 1) }
    for job in 0..<jobs {
      let row = try lines.numbers(atLeast: 2)
      guard row.count.isMultiple(of: 2) else { throw lines.error(expected: "pairs") }
      for operation in 0..<row.count / 2 {
        let (machine, duration) = (row[2 * operation], row[2 * operation + 1])
        guard (0..<machines).contains(machine), duration >= 0 else {
          throw lines.error(expected: "a machine and a duration")
        }
        let id = ActivityID(problem.activities.count)
        if operation > 0 {
          problem.timeLags.append(TimeLag(from: ActivityID(id.index - 1), to: id))
        }
        problem.activities.append(
          Activity(
            name: "job \(job) operation \(operation)",
            modes: [
              Mode(duration: TimeSpan(duration), requirements: [Requirement(ResourceID(machine))])
            ]))
      }
    }
    return problem
  }
}
