import ConstraintSolver

extension Encoding {
  /// Defines each group's end and frames it by the completion.
  mutating func encodeGroups() {
    for (index, group) in problem.groups.enumerated() {
      let members = group.activities.map(\.index).filter { isDone($0) }
      let last = members.filter { member in
        !members.contains { other in
          other != member && outlasts(other, member)
            && !(outlasts(member, other) && member < other)
        }
      }
      guard let end = encodeEnd(of: last) else {
        groupEnds.append(completion + group.offset.value)
        groupLasts.append([])
        continue
      }
      groupEnds.append(end)
      groupLasts.append(last)
      solver.addDifference(end, -group.offset.value, completion)
      if let slack = group.maximumSlack?.value, counts(.maximumSlack(index)) {
        solver.addDifference(completion, group.offset.value - slack, end)
      }
    }
  }

  /// The latest end of activities: that of the only one, or a variable; nil for no activity.
  private mutating func encodeEnd(of last: [Int]) -> Moment? {
    guard let first = last.first else { return nil }
    if last.count == 1 { return ends[first] }
    let end = Moment(solver.newVariable(earliest, latest + problem.horizon))
    for member in last { solver.addDifference(ends[member], 0, end) }
    solver.add(Maximum(end, of: last.map { ends[$0] }))
    return end
  }

  /// Whether an activity always ends no earlier than another.
  private func outlasts(_ activity: Int, _ other: Int) -> Bool {
    let distance = closure.distance(other, activity)
    if distance == LagClosure.none { return false }
    return distance + problem.durations(of: activity).lowerBound
      >= problem.durations(of: other).upperBound
  }
}
