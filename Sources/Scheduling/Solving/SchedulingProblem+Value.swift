extension SchedulingProblem {
  /// The second level's value of a schedule; nil where the objective has none.
  func secondValue(of schedule: Schedule) -> Int? {
    switch objective {
    case .makespan: return nil
    case .completionSlack:
      return groups.reduce(0) { sum, group in
        let end = group.activities.map { schedule.end(of: $0, in: self) }.max()
        let due = schedule.completion + group.offset
        return sum + group.weight * (due - (end ?? due))
      }
    case .startSum:
      return schedule.assignments.reduce(0) { $0 + $1.start - schedule.projectStart }
    }
  }
}
