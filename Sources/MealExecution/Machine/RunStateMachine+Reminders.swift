import KitchenModel

/// What a cook is reminded of in a live run: free stretches, their ends, and steps past their time.
extension RunStateMachine {
  /// The shortest stretch worth telling.
  private static let shortestGap = Seconds.minutes(2)
  /// How long before its end a stretch's end is reported.
  private static let warning = Seconds.minutes(1)
  /// How long after it should have been done an act is reminded of.
  private static let patience = [1, 3, 5, 10].map { Seconds.minutes($0) }

  private var reminds: Bool { settings.ending == .cook && state.phase == .running }

  /// The moments at which there is something to remind of.
  var reminderMoments: [Seconds] {
    guard reminds else { return [] }
    var moments = state.acts.compactMap(reminderMoment)
    if let gap = reminders.gap, !gap.isWarned { moments.append(gap.until - Self.warning) }
    return moments
  }

  /// Says what there is to be reminded of now.
  mutating func remind() {
    guard reminds else { return }
    for index in state.acts.indices {
      guard let moment = reminderMoment(of: state.acts[index]), moment <= now else { continue }
      // Reminders for which nobody was there come as one.
      repeat {
        state.acts[index].reminderCount += 1
      } while reminderMoment(of: state.acts[index]).map { $0 <= now } ?? false
      let due = state.acts[index]
      outbox.append(.remark(.overdue(due.act, by: now - state.deadline(of: due))))
      if due.act.kind != .perform { want(.unanswered(due.act)) }
    }
    guard let gap = reminders.gap, !gap.isWarned, gap.until - Self.warning <= now else { return }
    reminders.gap?.isWarned = true
    if gap.until > now {
      outbox.append(.remark(.soon(gap.next, act: gap.act, in: gap.until - now)))
    }
  }

  /// Notes whether hands are free from now on, and says so where that is news.
  mutating func noteGap() {
    guard reminds else { return }
    guard let found = presentGap, found.until - now >= Self.shortestGap else {
      // What has been reported of a stretch that goes on stays reported.
      if presentGap == nil { reminders.gap = nil }
      return
    }
    if let gap = reminders.gap, gap.until == found.until, gap.next == found.next { return }
    reminders.gap = found
    outbox.append(.remark(.free(until: found.until, act: found.act)))
  }

  /// The free stretch that the plan leaves from now on; nil where hands are taken.
  private var presentGap: Reminders.Gap? {
    if asksCooks {
      guard state.acts.isEmpty, let next = comingActs.first else { return nil }
      return next.at > now ? Reminders.Gap(until: next.at, next: next.act.step, act: next.act) : nil
    }
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

  private func reminderMoment(of due: DueAct) -> Seconds? {
    guard Self.patience.indices.contains(due.reminderCount) else { return nil }
    return state.deadline(of: due) + Self.patience[due.reminderCount]
  }
}
