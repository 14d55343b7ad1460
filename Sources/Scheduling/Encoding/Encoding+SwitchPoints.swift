import ConstraintSolver

extension Encoding {
  /// The attendants' units in all.
  private var attendantUnits: Int {
    Set(problem.attendants).reduce(0) { $0 + problem.resources[$1.index].capacity }
  }

  /// The resource that is the only attendant and has one unit: switch points are then tasks of no
  /// length on it.
  var soleAttendant: Int? {
    guard counts(.switchPoints), attendantUnits == 1 else { return nil }
    return problem.attendants.first { problem.resources[$0.index].capacity == 1 }?.index
  }

  /// A task of no length for each start that needs a switch point.
  func switchPoints() -> [ResourceTask] {
    var points: [ResourceTask] = []
    for (index, activity) in problem.activities.enumerated()
    where isDone(index) && decision(of: index) == nil {
      for (number, mode) in activity.modes.enumerated() where mode.needsSwitchPoint {
        let presence = modes[index][number]
        if solver.fails(presence) { continue }
        let task = Task(start: Moment(starts[index]), duration: 0, presence: presence)
        points.append(ResourceTask(task: task, activity: index, family: nil))
      }
    }
    return points
  }

  /// Sees to it that somebody is at hand where an activity needs a switch point.
  mutating func encodeSwitchPoints() {
    guard counts(.switchPoints) else { return }
    let points = switchPoints()
    if points.isEmpty { return }
    let units = attendantUnits
    if units == 0 {
      for point in points { solver.addClause([point.task.presence.negated]) }
      return
    }
    if let attendant = soleAttendant {
      for window in absences(of: attendant) {
        for point in points {
          solver.addClause([
            point.task.presence.negated, point.task.start <= window.start.value,
            point.task.start >= window.end.value,
          ])
        }
      }
      return
    }
    var around: [Task] = []
    for attendant in Set(problem.attendants).sorted() {
      around += tasks[attendant.index].map(\.task)
      for window in absences(of: attendant.index) {
        around.append(
          Task(
            start: Moment(.zero, plus: window.start.value),
            duration: (window.end - window.start).value,
            amount: problem.resources[attendant.index].capacity))
      }
    }
    around.removeAll { $0.amount == 0 || solver.fails($0.presence) }
    solver.add(
      SwitchPoints(
        points.map { SwitchPoints.Point(time: $0.task.start, presence: $0.task.presence) },
        among: around, limit: units - 1))
  }

  /// A resource's windows, overlapping ones joined: nobody is absent twice.
  private func absences(of resource: Int) -> [Resource.Window] {
    problem.resources[resource].unavailable.enumerated()
      .filter { counts(.unavailable(ResourceID(resource), $0.offset)) }
      .map(\.element).joined
  }
}
