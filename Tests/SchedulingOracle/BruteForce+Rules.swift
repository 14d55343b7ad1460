import Scheduling

extension BruteForce {
  /// Whether the activity placed last keeps every rule with those placed before it.
  func keepsRules() -> Bool {
    keepsLimits() && keepsLags() && keepsCapacities() && keepsSetups() && keepsSwitchPoints()
  }

  private func keepsLimits() -> Bool {
    let index = placements.count - 1
    if let deadline = problem.activities[index].deadline?.value, placements[index].end > deadline {
      return false
    }
    if let release = problem.activities[index].release?.value, placements[index].start < release {
      return false
    }
    return true
  }

  private func keepsLags() -> Bool {
    let newest = placements.count - 1
    for lag in problem.timeLags where max(lag.from.index, lag.to.index) == newest {
      let from = placements[lag.from.index]
      let distance =
        placements[lag.to.index].start - (lag.moment == .start ? from.start : from.end)
      if let minimum = lag.minimum?.value, distance < minimum { return false }
      if let maximum = lag.maximum?.value, distance > maximum { return false }
    }
    return true
  }

  private func keepsCapacities() -> Bool {
    let newest = placements[placements.count - 1]
    for (index, resource) in problem.resources.enumerated() where newest.option.held[index] > 0 {
      for instant in newest.start..<newest.end {
        for window in resource.unavailable
        where window.start.value <= instant && instant < window.end.value {
          return false
        }
        var held = 0
        for other in placements where other.start <= instant && instant < other.end {
          held += other.option.held[index]
        }
        if held > resource.capacity { return false }
      }
    }
    return true
  }

  private func keepsSetups() -> Bool {
    let newest = placements[placements.count - 1]
    guard newest.start < newest.end, !newest.option.families.isEmpty else { return true }
    for other in placements.dropLast() where other.start < other.end {
      for (resource, f) in other.option.families {
        let setups = problem.resources[resource].setups
        for (sameResource, g) in newest.option.families
        where resource == sameResource && !setups.isEmpty {
          guard let forward = setups[f][g]?.value, let backward = setups[g][f]?.value else {
            continue
          }
          let isApart =
            newest.start - other.end >= forward || other.start - newest.end >= backward
          if !isApart { return false }
        }
      }
    }
    return true
  }

  private func keepsSwitchPoints() -> Bool {
    guard !problem.attendants.isEmpty || placements.last?.option.isAttended == true else {
      return true
    }
    let attendants = Set(problem.attendants)
    let everybody = attendants.reduce(0) { $0 + problem.resources[$1.index].capacity }
    for placement in placements where placement.option.isAttended {
      let instant = placement.start
      var missing = 0
      for attendant in attendants {
        let resource = problem.resources[attendant.index]
        for window in resource.unavailable
        where window.start.value < instant && instant < window.end.value {
          missing += resource.capacity
        }
        for other in placements where other.start < instant && instant < other.end {
          missing += other.option.held[attendant.index]
        }
      }
      if everybody - missing < 1 { return false }
    }
    return true
  }
}
