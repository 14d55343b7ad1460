/// How much later a schedule's activities could be, with its order kept: a system of differences.
///
/// Each activity has two moments, start and end; each rule bounds one moment by another plus a
/// constant, or by a constant. Counted from the schedule's own moments, a rule that the schedule
/// keeps leaves a room of 0 or more, so that the greatest delays that satisfy all of them together
/// are found by Dijkstra's method ("A note on two problems in connexion with graphs", 1959). Rules
/// that only say "not before" hold for later moments too, and so do maximum slacks, which is why
/// they do not occur here.
struct PrecedenceNetwork {
  /// A start or an end, as an index: starts first, then ends.
  private typealias Moment = Int

  /// A moment may be later than another one is by so much and no more.
  private struct Bound {
    var moment: Moment
    var room: Int
  }

  private let count: Int
  /// The schedule's moments.
  private let present: [Int]
  /// For each moment, those that it bounds.
  private var bounded: [[Bound]]
  /// For each end, those that bound it, except for its own start.
  private var bounding: [[Bound]]
  /// What bounds each moment by itself.
  private var latest: [Int]

  /// Creates the network of a schedule; `units` says which units of each resource an activity
  /// holds.
  init(
    _ schedule: Schedule, _ problem: SchedulingProblem,
    holding units: [ResourceID: [ActivityID: [Int]]]
  ) {
    count = problem.activities.count
    let ids = (0..<count).map { ActivityID($0) }
    present =
      ids.map { schedule[$0].start.value } + ids.map { schedule.end(of: $0, in: problem).value }
    bounded = Array(repeating: [], count: 2 * count)
    bounding = Array(repeating: [], count: 2 * count)
    latest = Array(repeating: .max, count: 2 * count)
    addLimits(schedule, problem)
    addLags(problem)
    for index in problem.resources.indices {
      let id = ResourceID(index)
      addOrder(on: id, units[id] ?? [:], schedule, problem)
    }
    addSwitchPoints(schedule, problem, units)
  }

  /// How much later each activity could end that may run longer, while the others keep their
  /// durations; never negative.
  func delays() -> [Int] {
    let all = delays(stretching: nil)
    let place = places(of: all)
    return (0..<count).map { activity in
      let own = end(activity)
      // What its own duration does not hold back stays when it may run longer.
      guard all.cause[own] == activity else { return max(0, all.delay[own]) }
      var elsewhere = room(of: own)
      var within = Int.max
      for bound in bounding[own] where all.delay[bound.moment] < .max {
        let delay = all.delay[bound.moment] + bound.room
        // The delays of moments that hang on this very end would be other ones.
        if place.first[own] <= place.first[bound.moment],
          place.first[bound.moment] < place.beyond[own]
        {
          within = min(within, delay)
        } else {
          elsewhere = min(elsewhere, delay)
        }
      }
      if within >= elsewhere { return max(0, elsewhere) }
      return max(0, delays(stretching: activity).delay[own])
    }
  }

  /// The greatest delays, and the moment by which each is bounded: -1 where it is by itself.
  private struct Delays {
    var delay: [Int]
    var cause: [Int]
  }

  /// The greatest delays, with all durations kept but one that may grow.
  private func delays(stretching stretched: Int?) -> Delays {
    var result = Delays(
      delay: (0..<2 * count).map { room(of: $0) }, cause: Array(repeating: -1, count: 2 * count))
    var queue = LeastFirst()
    for moment in 0..<2 * count where result.delay[moment] < .max {
      queue.insert(moment, key: result.delay[moment])
    }
    while let (moment, delay) = queue.popLeast() {
      if delay > result.delay[moment] { continue }
      func reach(_ other: Moment, _ room: Int) {
        guard delay + room < result.delay[other] else { return }
        result.delay[other] = delay + room
        result.cause[other] = moment
        queue.insert(other, key: delay + room)
      }
      if moment >= count { reach(moment - count, 0) }
      if moment < count, moment != stretched { reach(end(moment), 0) }
      for bound in bounded[moment] { reach(bound.moment, bound.room) }
    }
    return result
  }

  /// Each moment's place in a walk through the tree of causes, and the one beyond all that hang on
  /// it.
  private func places(of delays: Delays) -> (first: [Int], beyond: [Int]) {
    var effects = Array(repeating: [Moment](), count: 2 * count)
    for moment in delays.cause.indices where delays.cause[moment] >= 0 {
      effects[delays.cause[moment]].append(moment)
    }
    var first = [Int](repeating: 0, count: 2 * count)
    var beyond = first
    var place = 0
    for root in delays.cause.indices where delays.cause[root] < 0 {
      var walk = [(moment: root, isDone: false)]
      while let (moment, isDone) = walk.popLast() {
        if isDone {
          beyond[moment] = place
          continue
        }
        first[moment] = place
        place += 1
        walk.append((moment, true))
        for effect in effects[moment] { walk.append((effect, false)) }
      }
    }
    return (first, beyond)
  }

  /// How much later a moment may be by itself.
  private func room(of moment: Moment) -> Int {
    latest[moment] == .max ? .max : latest[moment] - present[moment]
  }

  private func end(_ activity: Int) -> Moment { count + activity }

  /// The moment `first` lies at least `gap` before the start of `second`.
  private mutating func order(_ first: Moment, before second: ActivityID, gap: Int = 0) {
    bound(first, by: second.index, distance: -gap)
  }

  /// The moment `limited` is at most the moment `other` plus `distance`. What the schedule itself
  /// breaks leaves no room.
  private mutating func bound(_ limited: Moment, by other: Moment, distance: Int) {
    let room = max(0, present[other] + distance - present[limited])
    bounded[other].append(Bound(moment: limited, room: room))
    if limited >= count { bounding[limited].append(Bound(moment: other, room: room)) }
  }

  private mutating func limit(_ moment: Moment, to instant: Int) {
    latest[moment] = min(latest[moment], instant)
  }

  private mutating func addLimits(_ schedule: Schedule, _ problem: SchedulingProblem) {
    for (index, activity) in problem.activities.enumerated() {
      if let deadline = activity.deadline?.value { limit(end(index), to: deadline) }
      if let decided = activity.decided { limit(index, to: decided.start.value) }
    }
    var offsets = [Int](repeating: 0, count: count)
    for group in problem.groups {
      for id in group.activities { offsets[id.index] = group.offset.value }
    }
    for index in 0..<count { limit(end(index), to: schedule.completion.value + offsets[index]) }
  }

  private mutating func addLags(_ problem: SchedulingProblem) {
    for lag in problem.timeLags {
      let moment = lag.moment == .start ? lag.from.index : end(lag.from.index)
      if let minimum = lag.minimum?.value { order(moment, before: lag.to, gap: minimum) }
      if let maximum = lag.maximum?.value {
        bound(lag.to.index, by: moment, distance: maximum)
      }
    }
  }

  /// Keeps the order on each unit, between families that exclude each other, and around windows.
  private mutating func addOrder(
    on resource: ResourceID, _ units: [ActivityID: [Int]], _ schedule: Schedule,
    _ problem: SchedulingProblem
  ) {
    let holders = schedule.holders(of: resource, in: problem)
    var last = [ActivityID?](repeating: nil, count: problem.resources[resource.index].capacity)
    for activity in holders {
      for unit in units[activity] ?? [] where last.indices.contains(unit) {
        if let previous = last[unit] { order(end(previous.index), before: activity) }
        last[unit] = activity
      }
      for window in problem.resources[resource.index].unavailable
      where schedule[activity].start.value < window.start.value {
        limit(end(activity.index), to: window.start.value)
      }
    }
    let setups = problem.resources[resource.index].setups
    guard !setups.isEmpty else { return }
    let families = holders.map { schedule.families(on: resource, of: $0, in: problem) }
    for (place, second) in holders.enumerated() {
      for earlier in 0..<place {
        for f in families[earlier] {
          for g in families[place] {
            guard let gap = setups[f][g]?.value else { continue }
            order(end(holders[earlier].index), before: second, gap: gap)
          }
        }
      }
    }
  }

  /// Keeps each start that needs a switch point between the same activities of one attendant: of
  /// those at hand the one that stays so longest, the first one listed among equals.
  private mutating func addSwitchPoints(
    _ schedule: Schedule, _ problem: SchedulingProblem,
    _ units: [ResourceID: [ActivityID: [Int]]]
  ) {
    let attendants = AttendantUnit.all(schedule, problem, holding: units)
    for (index, activity) in problem.activities.enumerated() {
      let assignment = schedule.assignments[index]
      guard activity.decided == nil, activity.modes[assignment.mode].needsSwitchPoint else {
        continue
      }
      let instant = assignment.start.value
      var chosen: AttendantUnit?
      for unit in attendants where unit.isAtHand(at: instant) {
        if unit.busyAgain(after: instant) > chosen?.busyAgain(after: instant) ?? .min {
          chosen = unit
        }
      }
      guard let chosen else { continue }
      // Those further away follow from the order on the attendant itself.
      var before: AttendantUnit.Stretch?
      var after: AttendantUnit.Stretch?
      for stretch in chosen.stretches where stretch.activity != nil {
        if stretch.end <= instant {
          if stretch.end > before?.end ?? .min { before = stretch }
        } else if stretch.start < after?.start ?? .max {
          after = stretch
        }
      }
      if let other = before?.activity { order(end(other.index), before: ActivityID(index)) }
      if let other = after?.activity { bound(index, by: other.index, distance: 0) }
      for stretch in chosen.stretches where stretch.activity == nil && stretch.start >= instant {
        limit(index, to: stretch.start)
      }
    }
  }
}
