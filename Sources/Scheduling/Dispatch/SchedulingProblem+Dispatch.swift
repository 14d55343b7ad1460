/// What a dispatched schedule does about limits that an event loop does not look ahead for: maximum
/// lags, maximum slacks, deadlines, a fixed completion.
public enum DispatchLimits: Sendable, Hashable {
  /// It keeps them, or there is none.
  case kept
  /// It passes over them, as a loop must that is under way already.
  case ignored
}

extension SchedulingProblem {
  /// What an event loop would do: at every moment the ready activities are taken in listed order,
  /// and each starts if its resources allow, in its first mode that fits; after each start the list
  /// is read again from its top. Nothing is held back on purpose.
  ///
  /// An activity is *ready* when every minimum lag to it is satisfied; a lag counts from a moment of
  /// an activity that has started. An activity that takes an attendant has it at once, so one that
  /// needs a switch point and comes after it waits until somebody is free again. Activities decided
  /// already are in place from the outset.
  ///
  /// A free project start is 0, or, where the completion is fixed, as late as the length of the
  /// loop's schedule allows. This is the parallel schedule generation scheme (Kolisch, "Serial and
  /// parallel resource-constrained project scheduling methods revisited", 1996) with the list as
  /// the priority rule.
  ///
  /// - Returns: nil where the loop stalls, or breaks a limit that is to be kept.
  public func dispatched(_ limits: DispatchLimits = .kept) -> Schedule? {
    let start: TimePoint
    switch (projectStart, completion) {
    case (.fixed(let instant), _): start = instant
    case (.free, .free): start = 0
    case (.free, .fixed(let end)):
      var open = self
      open.completion = .free
      guard let loop = open.loop(from: 0) else { return nil }
      start = end - loop.makespan
    }
    guard let schedule = loop(from: start) else { return nil }
    switch limits {
    case .ignored: return schedule
    case .kept:
      return ScheduleChecker.violations(of: schedule, in: self).isEmpty ? schedule : nil
    }
  }

  private func loop(from start: TimePoint) -> Schedule? {
    var dispatcher = Dispatcher(self, projectStart: start.value)
    guard let assignments = dispatcher.run() else { return nil }
    var schedule = Schedule(projectStart: start, completion: start, assignments: assignments)
    switch completion {
    case .fixed(let instant): schedule.completion = instant
    case .free:
      var offsets = [TimeSpan](repeating: 0, count: activities.count)
      for group in groups {
        for id in group.activities { offsets[id.index] = group.offset }
      }
      for (index, offset) in offsets.enumerated() {
        let end = schedule.end(of: ActivityID(index), in: self)
        schedule.completion = max(schedule.completion, end - offset)
      }
    }
    return schedule
  }
}
