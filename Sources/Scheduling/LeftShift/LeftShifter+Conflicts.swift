extension LeftShifter {
  /// Nil where the activity can start at `start` as far as resources and switch points go; else a
  /// later start before which every start breaks the same rule.
  func startAfterConflict(of activity: Int, at start: Int) -> Int? {
    for holding in held[activity] {
      if let next = startAfterWindow(of: activity, holding, at: start)
        ?? startAfterOverload(of: activity, holding, at: start)
        ?? startAfterSetup(of: activity, holding, at: start)
      {
        return next
      }
    }
    if isAttended[activity],
      let next = instantAfterBusy(start, without: activity, moved: nil)
    {
      return next
    }
    return startAfterDisturbance(of: activity, at: start)
  }

  private func startAfterWindow(of activity: Int, _ holding: Holding, at start: Int) -> Int? {
    let end = start + durations[activity]
    for window in problem.resources[holding.resource.index].unavailable
    where start < window.end && window.start < end {
      return window.end
    }
    return nil
  }

  private func startAfterOverload(of activity: Int, _ holding: Holding, at start: Int) -> Int? {
    let end = start + durations[activity]
    let holders = holders[holding.resource.index]
    let capacity = problem.resources[holding.resource.index].capacity
    let own = holders.reduce(0) { $0 + ($1.activity == activity ? $1.amount : 0) }
    /// The first end among the others that hold the resource at the instant, if they hold too much.
    func firstEndOfOverload(at instant: Int) -> Int? {
      var total = own
      var firstEnd = Int.max
      for other in holders
      where other.activity != activity && self.start(of: other.activity) <= instant
        && instant < self.end(of: other.activity)
      {
        total += other.amount
        firstEnd = min(firstEnd, self.end(of: other.activity))
      }
      return total > capacity && firstEnd < .max ? firstEnd : nil
    }
    if let next = firstEndOfOverload(at: start) { return next }
    for other in holders where other.activity != activity {
      let instant = self.start(of: other.activity)
      if start < instant, instant < end, let next = firstEndOfOverload(at: instant) { return next }
    }
    return nil
  }

  private func startAfterSetup(of activity: Int, _ holding: Holding, at start: Int) -> Int? {
    let setups = problem.resources[holding.resource.index].setups
    guard let family = holding.family, !setups.isEmpty else { return nil }
    let end = start + durations[activity]
    for other in holders[holding.resource.index] where other.activity != activity {
      guard let otherFamily = other.family, let after = setups[otherFamily][family],
        let before = setups[family][otherFamily]
      else { continue }
      let next = self.end(of: other.activity) + after
      if start < next && self.start(of: other.activity) < end + before { return next }
    }
    return nil
  }

  // MARK: - Switch points

  /// Nil where somebody is at hand at the instant; else the first instant when that can change.
  /// `excluded` is left out of account, or taken to start at `moved`.
  private func instantAfterBusy(_ instant: Int, without excluded: Int, moved: Int?) -> Int? {
    var busy = 0
    var next = Int.max
    for attendant in attendants {
      for holder in holders[attendant.index] {
        var start = self.start(of: holder.activity)
        if holder.activity == excluded {
          guard let moved else { continue }
          start = moved
        }
        let end = start + durations[holder.activity]
        guard start < instant && instant < end else { continue }
        busy += holder.amount
        next = min(next, end)
      }
      let resource = problem.resources[attendant.index]
      if let window = resource.unavailable.first(where: { $0.start < instant && instant < $0.end })
      {
        busy += resource.capacity
        next = min(next, window.end)
      }
    }
    return busy >= attendantCapacity ? next : nil
  }

  /// Nil unless the activity, started at `start`, leaves nobody at hand where another one starts;
  /// then that other one's start.
  private func startAfterDisturbance(of activity: Int, at start: Int) -> Int? {
    guard held[activity].contains(where: { attendants.contains($0.resource) }) else { return nil }
    let end = start + durations[activity]
    for other in durations.indices where other != activity && isAttended[other] {
      let instant = self.start(of: other)
      if start < instant, instant < end,
        instantAfterBusy(instant, without: activity, moved: start) != nil
      {
        return instant
      }
    }
    return nil
  }
}
