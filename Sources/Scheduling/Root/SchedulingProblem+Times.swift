extension SchedulingProblem {
  /// Replaces every instant and every length that the problem mentions.
  mutating func mapTimes(
    instant: (TimePoint) -> TimePoint, length: (TimeSpan) -> TimeSpan
  ) {
    for index in activities.indices {
      activities[index].release = activities[index].release.map(instant)
      activities[index].deadline = activities[index].deadline.map(instant)
      if let decided = activities[index].decided {
        activities[index].decided?.start = instant(decided.start)
      }
      for mode in activities[index].modes.indices {
        activities[index].modes[mode].duration = length(activities[index].modes[mode].duration)
        activities[index].modes[mode].lead = length(activities[index].modes[mode].lead)
      }
    }
    for index in resources.indices {
      resources[index].setups = resources[index].setups.map { row in row.map { $0.map(length) } }
      resources[index].unavailable = resources[index].unavailable.map {
        Resource.Window(start: instant($0.start), end: instant($0.end))
      }
    }
    for index in timeLags.indices {
      timeLags[index].minimum = timeLags[index].minimum.map(length)
      timeLags[index].maximum = timeLags[index].maximum.map(length)
    }
    for index in groups.indices {
      groups[index].offset = length(groups[index].offset)
      groups[index].maximumSlack = groups[index].maximumSlack.map(length)
    }
    for index in standing.indices {
      standing[index].keeps = standing[index].keeps.map { $0.map(length) }
      for taker in standing[index].takers.indices {
        standing[index].takers[taker].minimum = length(standing[index].takers[taker].minimum)
      }
    }
    allowance = length(allowance)
    if case .fixed(let time) = projectStart { projectStart = .fixed(instant(time)) }
    if case .fixed(let time) = completion { completion = .fixed(instant(time)) }
  }

  /// Visits every instant and every length that the problem mentions.
  func forEachTime(instant: (TimePoint) -> Void, length: (TimeSpan) -> Void) {
    for activity in activities {
      if let time = activity.release { instant(time) }
      if let time = activity.deadline { instant(time) }
      if let decided = activity.decided { instant(decided.start) }
      for mode in activity.modes {
        length(mode.duration)
        length(mode.lead)
      }
    }
    for resource in resources {
      for row in resource.setups { for case .some(let setup) in row { length(setup) } }
      for window in resource.unavailable {
        instant(window.start)
        instant(window.end)
      }
    }
    for lag in timeLags {
      if let time = lag.minimum { length(time) }
      if let time = lag.maximum { length(time) }
    }
    for group in groups {
      length(group.offset)
      if let slack = group.maximumSlack { length(slack) }
    }
    for term in standing {
      for case .some(let time) in term.keeps { length(time) }
      for taker in term.takers { length(taker.minimum) }
    }
    length(allowance)
    if case .fixed(let time) = projectStart { instant(time) }
    if case .fixed(let time) = completion { instant(time) }
  }

  /// The last instant that the problem mentions, at least 0. Behind it only differences matter: a
  /// project that may start anywhere need not start later.
  var lastInstant: Int {
    var latest = 0
    forEachTime(instant: { latest = max(latest, $0.value) }, length: { _ in })
    for activity in activities {
      guard let decided = activity.decided else { continue }
      latest = max(latest, decided.start.value + (activity.modes.map(\.duration.value).max() ?? 0))
    }
    return latest
  }

  /// An instant by which some optimal schedule, if there is any, has ended: an activity waits, behind
  /// the last instant mentioned, for no longer than a duration, a lead, a setup or a lag of another.
  var horizon: Int {
    var total = 1
    let widestSetup = resources.flatMap { $0.setups.joined() }.compactMap { $0?.value }.max() ?? 0
    for activity in activities {
      total += activity.modes.map(\.duration.value).max() ?? 0
      total += activity.modes.map(\.lead.value).max() ?? 0
      total += widestSetup
    }
    for lag in timeLags { total += max(abs(lag.minimum?.value ?? 0), abs(lag.maximum?.value ?? 0)) }
    for group in groups { total += abs(group.offset.value) + (group.maximumSlack?.value ?? 0) }
    return lastInstant + total + allowance.value
  }
}
