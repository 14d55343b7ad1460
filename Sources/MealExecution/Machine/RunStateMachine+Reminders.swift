import KitchenModel

/// What a cook is reminded of in a live run: free stretches, their ends, and steps past their time.
extension RunStateMachine {
  /// The shortest stretch worth telling.
  private static let shortestGap = Seconds.minutes(2)
  /// How long before its end a stretch's end is told.
  private static let warning = Seconds.minutes(1)
  /// When the first reminder of an overdue step comes; each next one takes twice as long.
  private static let patience = Seconds.minutes(2)

  private var reminds: Bool { settings.ending == .cook && state.phase == .running }

  /// The moments at which there is something to remind of.
  var reminderMoments: [Seconds] {
    guard reminds else { return [] }
    var moments = steps.compactMap(reminderMoment)
    if let gap = reminders.gap, !gap.isWarned { moments.append(gap.until - Self.warning) }
    return moments
  }

  /// Says what there is to be reminded of now.
  mutating func remind() {
    guard reminds else { return }
    for index in steps.indices {
      guard let moment = reminderMoment(of: steps[index]), moment <= now,
        let start = steps[index].start
      else { continue }
      // Reminders for which nobody was there come as one.
      repeat {
        state.steps[index].reminderCount += 1
      } while reminderMoment(of: steps[index]).map { $0 <= now } ?? false
      let excess = now - start - steps[index].planned.duration
      outbox.append(.remark(.stillOverdue(steps[index].reference, by: excess)))
    }
    guard let gap = reminders.gap, !gap.isWarned, gap.until - Self.warning <= now else { return }
    reminders.gap?.isWarned = true
    if gap.until > now { outbox.append(.remark(.soon(gap.next, in: gap.until - now))) }
  }

  /// Notes whether hands are free from now on, and says so where that is news.
  mutating func noteGap() {
    guard reminds else { return }
    guard let found = presentGap, found.until - now >= Self.shortestGap else {
      // What has been told of a stretch that goes on stays told.
      if presentGap == nil { reminders.gap = nil }
      return
    }
    if let gap = reminders.gap, gap.until == found.until, gap.next == found.next { return }
    reminders.gap = found
    outbox.append(.remark(.free(until: found.until)))
  }

  /// The free stretch that the plan leaves from now on; nil where hands are taken.
  private var presentGap: Reminders.Gap? {
    let isBusy = steps.contains { $0.status == .running && $0.planned.kind == .blocking }
    guard !isBusy else { return nil }
    let pending = steps.filter { step in
      step.status == .pending && !state.way(of: step).startsItself
    }
    if let next = pending.min(by: {
      ($0.planned.start, $0.reference) < ($1.planned.start, $1.reference)
    }) {
      let start = next.expectedStart(at: now)
      return start > now ? Reminders.Gap(until: start, next: next.reference) : nil
    }
    let end = steps.filter { $0.status == .running }.map { $0.expectedEnd(at: now) }.max()
    return end.map { Reminders.Gap(until: $0) }
  }

  private func reminderMoment(of step: StepProgress) -> Seconds? {
    guard step.status == .running, step.isOverdue, let start = step.start, step.reminderCount < 16
    else {
      return nil
    }
    let factor = (1 << (step.reminderCount + 1)) - 1
    return start + step.planned.duration + Seconds(Self.patience.count * factor)
  }
}
