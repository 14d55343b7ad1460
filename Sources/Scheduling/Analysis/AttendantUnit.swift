/// One unit of an attendant, and when it is busy or away.
struct AttendantUnit {
  /// What it does and when it is away.
  var stretches: [Stretch]

  /// A stretch with an activity, or away where there is none.
  struct Stretch {
    var activity: ActivityID?
    var start: Int
    var end: Int
  }

  /// The units of all attendants, in order.
  static func all(
    _ schedule: Schedule, _ problem: SchedulingProblem,
    holding assignments: [ResourceID: [ActivityID: [Int]]]
  ) -> [AttendantUnit] {
    Set(problem.attendants).sorted().flatMap { attendant -> [AttendantUnit] in
      let resource = problem.resources[attendant.index]
      let away = resource.unavailable.map {
        Stretch(activity: nil, start: $0.start.value, end: $0.end.value)
      }
      var units = [AttendantUnit](
        repeating: AttendantUnit(stretches: away), count: resource.capacity)
      let assignment = assignments[attendant] ?? [:]
      for activity in schedule.holders(of: attendant, in: problem) {
        for unit in assignment[activity] ?? [] where units.indices.contains(unit) {
          units[unit].stretches.append(
            Stretch(
              activity: activity, start: schedule[activity].start.value,
              end: schedule.end(of: activity, in: problem).value))
        }
      }
      return units
    }
  }

  /// Whether the instant is strictly inside no stretch.
  func isAtHand(at instant: Int) -> Bool {
    !stretches.contains { $0.start < instant && instant < $0.end }
  }

  /// The start of the first stretch from the instant on.
  func busyAgain(after instant: Int) -> Int {
    stretches.lazy.map(\.start).filter { $0 >= instant }.min() ?? .max
  }
}
