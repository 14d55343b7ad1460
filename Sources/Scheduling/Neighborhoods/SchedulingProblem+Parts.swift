extension SchedulingProblem {
  /// A part that a neighbourhood frees as a whole.
  struct Part {
    var activities: [Int]
    /// The group that it is, by index; nil for an activity that is in none.
    var group: Int?
  }

  /// Whole groups, then each activity that is in none, of those that count; nil where there are too few
  /// to leave any.
  func parts(where counts: (Activity) -> Bool) -> [Part]? {
    var parts: [Part] = []
    for (index, group) in groups.enumerated() {
      let members = group.activities.map(\.index).filter { counts(activities[$0]) }
      if !members.isEmpty { parts.append(Part(activities: members, group: index)) }
    }
    let grouped = Set(parts.flatMap(\.activities))
    for index in activities.indices where counts(activities[index]) && !grouped.contains(index) {
      parts.append(Part(activities: [index], group: nil))
    }
    return parts.count < 5 ? nil : parts
  }
}
