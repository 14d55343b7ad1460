/// Says whether a schedule keeps every rule of its problem, straight from the rules' wording.
///
/// It shares no code with the search, and prefers being obviously right to being fast: the time
/// grows with the square of the activities on a resource.
public struct ScheduleChecker {
  let problem: SchedulingProblem
  let schedule: Schedule
  private var found: [Violation] = []

  private init(_ schedule: Schedule, _ problem: SchedulingProblem) {
    self.schedule = schedule
    self.problem = problem
  }

  /// Every way in which the schedule breaks the problem, always in the same order; empty when it
  /// keeps it. Where modes or allocations make no sense, only those are reported.
  public static func violations(
    of schedule: Schedule, in problem: SchedulingProblem
  ) -> [Violation] {
    var checker = ScheduleChecker(schedule, problem)
    checker.checkShape()
    guard checker.found.isEmpty else { return checker.found }
    checker.checkDecisions()
    checker.checkFrame()
    checker.checkTimes()
    checker.checkGroups()
    checker.checkLags()
    checker.found += checker.resourceViolations()
    checker.found += checker.switchPointViolations()
    return checker.found
  }

  private var ids: [ActivityID] { problem.activities.indices.map { ActivityID($0) } }

  private mutating func checkShape() {
    guard schedule.assignments.count == problem.activities.count else {
      found.append(.assignmentCount(schedule.assignments.count))
      return
    }
    for id in ids {
      let modes = problem.activities[id.index].modes
      let assignment = schedule[id]
      guard modes.indices.contains(assignment.mode) else {
        found.append(.mode(id))
        continue
      }
      let requirements = modes[assignment.mode].requirements
      for index in 0..<max(requirements.count, assignment.allocation.count) {
        guard requirements.indices.contains(index),
          assignment.allocation.indices.contains(index),
          isChoice(assignment.allocation[index], for: requirements[index])
        else {
          found.append(.allocation(id, requirement: index))
          continue
        }
      }
    }
  }

  /// Whether exactly `count` candidates are held, each once and in the candidates' order.
  private func isChoice(_ held: [ResourceID], for requirement: Requirement) -> Bool {
    held.count == requirement.count
      && held == requirement.candidates.filter { held.contains($0) }
  }

  private mutating func checkDecisions() {
    for id in ids {
      guard let decision = problem.activities[id.index].decided else { continue }
      let assignment = schedule[id]
      let sameAllocation =
        decision.allocation.map { $0.map { $0.sorted() } }
        ?? assignment.allocation.map { $0.sorted() }
      if assignment.start != decision.start || assignment.mode != decision.mode
        || assignment.allocation.map({ $0.sorted() }) != sameAllocation
      {
        found.append(.decision(id))
      }
    }
  }

  private mutating func checkFrame() {
    switch problem.projectStart {
    case .fixed(let instant) where schedule.projectStart != instant:
      found.append(.projectStart(schedule.projectStart))
    case .free where schedule.projectStart < 0:
      found.append(.projectStart(schedule.projectStart))
    case .free, .fixed: break
    }
    switch problem.completion {
    case .fixed(let instant) where schedule.completion != instant:
      found.append(.completion(schedule.completion))
    case _ where schedule.completion < schedule.projectStart:
      found.append(.completion(schedule.completion))
    case .free, .fixed: break
    }
  }

  private mutating func checkTimes() {
    for id in ids {
      let activity = problem.activities[id.index]
      let start = schedule[id].start
      if let release = activity.release, start < release { found.append(.release(id)) }
      if let deadline = activity.deadline, schedule.end(of: id, in: problem) > deadline {
        found.append(.deadline(id))
      }
      let earliest = schedule.projectStart + activity.modes[schedule[id].mode].lead
      if activity.decided == nil, start < earliest { found.append(.lead(id)) }
    }
  }

  private mutating func checkGroups() {
    for id in ids where !problem.groups.contains(where: { $0.activities.contains(id) }) {
      if schedule.end(of: id, in: problem) > schedule.completion { found.append(.lateEnd(id)) }
    }
    for (index, group) in problem.groups.enumerated() {
      let slack = schedule.slack(of: group, in: problem)
      if slack < 0 { found.append(.groupEnd(index)) }
      if let maximum = group.maximumSlack, slack > maximum { found.append(.maximumSlack(index)) }
    }
  }

  private mutating func checkLags() {
    for (index, lag) in problem.timeLags.enumerated() {
      let origin =
        switch lag.moment {
        case .start: schedule[lag.from].start
        case .end: schedule.end(of: lag.from, in: problem)
        }
      let distance = schedule[lag.to].start - origin
      if let minimum = lag.minimum, distance < minimum { found.append(.minimumLag(index)) }
      if let maximum = lag.maximum, distance > maximum { found.append(.maximumLag(index)) }
    }
  }
}
