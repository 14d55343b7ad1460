import ConstraintSolver

extension Encoding {
  /// Orders groups that are copies of each other by their first activities' starts.
  ///
  /// Exchanging two copies turns a schedule into another one just as good, so one of the two orders
  /// is enough. A copy has the same activities in the same listed order, the same lags among them
  /// in the same order, and none to others.
  mutating func breakSymmetry() {
    guard omitted.isEmpty else { return }
    var lags = [[GroupShape.Lag]?](repeating: [], count: problem.groups.count)
    var place: [Int: (group: Int, position: Int)] = [:]
    for (index, group) in problem.groups.enumerated() {
      for (position, activity) in group.activities.enumerated() {
        place[activity.index] = (index, position)
      }
    }
    for lag in problem.timeLags {
      let (from, to) = (place[lag.from.index], place[lag.to.index])
      if let from, let to, from.group == to.group {
        lags[from.group]?.append(
          GroupShape.Lag(
            from: from.position, moment: lag.moment, to: to.position, minimum: lag.minimum,
            maximum: lag.maximum))
      } else {
        for end in [from, to].compactMap({ $0 }) { lags[end.group] = nil }
      }
    }
    var standing = [[GroupShape.Standing]?](repeating: [], count: problem.groups.count)
    for term in problem.standing {
      let own = place[term.activity.index]
      let takers = term.takers.map { place[$0.activity.index] }
      if let own, takers.allSatisfy({ $0?.group == own.group }) {
        standing[own.group]?.append(
          GroupShape.Standing(
            from: own.position, keeps: term.keeps, takers: takers.map { $0?.position },
            minima: term.takers.map(\.minimum), weight: term.weight))
      } else {
        for end in (takers + [own]).compactMap({ $0 }) { standing[end.group] = nil }
      }
    }
    var latest: [GroupShape: Int] = [:]
    for (index, group) in problem.groups.enumerated() {
      guard let inner = lags[index], let standing = standing[index],
        let shape = GroupShape(group, inner, standing, in: problem)
      else { continue }
      if let copy = latest[shape] {
        let first = problem.groups[copy].activities[0].index
        let second = group.activities[0].index
        solver.addDifference(Moment(starts[first]), 0, Moment(starts[second]))
      }
      latest[shape] = index
    }
  }
}

/// All that distinguishes one group from another, except for names and places.
struct GroupShape: Hashable {
  struct Lag: Hashable {
    var from: Int
    var moment: TimeLag.Moment
    var to: Int
    var minimum: TimeSpan?
    var maximum: TimeSpan?
  }

  struct Standing: Hashable {
    var from: Int
    var keeps: [TimeSpan?]
    var takers: [Int?]
    var minima: [TimeSpan]
    var weight: Int
  }

  var activities: [Activity]
  var lags: [Lag]
  var standing: [Standing]
  var offset: TimeSpan
  var weight: Int
  var maximumSlack: TimeSpan?

  /// The shape of a group; nil where something is decided, which no copy shares.
  init?(
    _ group: CompletionGroup, _ lags: [Lag], _ standing: [Standing], in problem: SchedulingProblem
  ) {
    activities = group.activities.map { id in
      var activity = problem.activities[id.index]
      activity.name = ""
      return activity
    }
    if activities.contains(where: { $0.decided != nil }) { return nil }
    self.lags = lags
    self.standing = standing
    offset = group.offset
    weight = group.weight
    maximumSlack = group.maximumSlack
  }
}
