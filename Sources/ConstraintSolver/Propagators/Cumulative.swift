/// Tasks that hold units of one resource: at every instant at most `capacity` in all.
///
/// Time-tabling: where a task's latest start lies before its earliest end it holds its units
/// certainly; these stretches add up to a profile, and no task fits where the profile leaves too
/// little. Explanations are pointwise (Schutt, Feydy, Stuckey & Wallace, "Explaining the cumulative
/// propagator", 2011): one instant of the profile, and of the tasks there only as many as it takes.
///
/// The profile, and which tasks fit it with which bounds, are kept from run to run: they depend on
/// the bounds they were read with alone, so backtracking has nothing to undo. A run looks again at
/// the tasks whose own bounds have changed and at those where the profile has. O(n) for n tasks
/// when neither has, O(n log n + n·s) with s steps of the profile at worst, except for sorting that
/// is linear when few bounds change.
package final class Cumulative: Propagator {
  private let count: Int
  private let tasks: Buffer<Task>
  private let mirrored: Buffer<Task>
  private let capacity: Int
  private let terms: [Term]
  /// The bounds of each task's start, as read before a pass.
  private let earliest: Buffer<Int>
  private let latest: Buffer<Int>
  /// The certain stretches that the profile was built from.
  private let parts: Buffer<Part>
  private let byPartStart: TaskOrder
  private let byPartEnd: TaskOrder
  private let steps: Buffer<Step>
  private var stepCount = 0
  private var highest = 0
  private let fits: Buffer<Bounds>
  private let mirroredFits: Buffer<Bounds>
  private var areFitsKnown = true

  /// A task's certain stretch; one without any begins and ends at the end of all time.
  private struct Part: BitwiseCopyable, Equatable {
    var start: Int
    var end: Int

    static let none = Part(start: Int.max, end: Int.max)
  }

  /// A maximal stretch of constant height above 0.
  private struct Step: BitwiseCopyable {
    var start: Int
    var end: Int
    var height: Int
  }

  /// The bounds of a task's start with which it fits the profile: nothing is to be done about it
  /// until they change, or the profile does where it could be.
  private struct Bounds: BitwiseCopyable, Equatable {
    var earliest: Int
    var latest: Int

    static let none = Bounds(earliest: Int.max, latest: Int.min)
  }

  /// Creates the constraint.
  package init(_ tasks: [Task], capacity: Int) {
    count = tasks.count
    self.tasks = Buffer(tasks)
    mirrored = Buffer(tasks.map(\.mirrored))
    self.capacity = capacity
    earliest = Buffer(repeating: 0, count: tasks.count)
    latest = Buffer(repeating: 0, count: tasks.count)
    parts = Buffer(repeating: Part.none, count: tasks.count)
    byPartStart = TaskOrder(count: tasks.count)
    byPartEnd = TaskOrder(count: tasks.count)
    steps = Buffer(repeating: Step(start: 0, end: 0, height: 0), count: 2 * tasks.count)
    fits = Buffer(repeating: Bounds.none, count: tasks.count)
    mirroredFits = Buffer(repeating: Bounds.none, count: tasks.count)
    terms = tasks.flatMap { [$0.start.term, $0.start.term.negated, $0.presence.term] }
  }

  deinit {
    tasks.deallocate()
    mirrored.deallocate()
    earliest.deallocate()
    latest.deallocate()
    parts.deallocate()
    byPartStart.deallocate()
    byPartEnd.deallocate()
    steps.deallocate()
    fits.deallocate()
    mirroredFits.deallocate()
  }

  override var priority: Priority { .later }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    read(tasks, trail)
    let changed = updateParts(trail)
    if changed.start < changed.end { buildProfile() }
    if stepCount == 0 { return true }
    if highest > capacity {
      areFitsKnown = false
      explainOverload(&trail)
      return false
    }
    if !areFitsKnown { forgetFits() }
    areFitsKnown = false
    if !filter(tasks, fits, changed, &trail) { return false }
    // What the first pass has inferred is missing from the profile, and wakes it for another run.
    read(mirrored, trail)
    mirrorProfile()
    let isConsistent = filter(
      mirrored, mirroredFits, Part(start: -changed.end, end: -changed.start), &trail)
    mirrorProfile()
    areFitsKnown = isConsistent
    return isConsistent
  }

  private func read(_ view: Buffer<Task>, _ trail: borrowing Trail) {
    for index in 0..<count {
      earliest[index] = trail.lower(view[index].start)
      latest[index] = trail.upper(view[index].start)
    }
  }

  private func forgetFits() {
    for index in 0..<count {
      fits[index] = Bounds.none
      mirroredFits[index] = Bounds.none
    }
  }

  /// Takes note of the certain stretches; returns a stretch outside of which none has changed.
  private func updateParts(_ trail: borrowing Trail) -> Part {
    var changed = Part(start: Int.max / 2, end: Int.min / 2)
    for index in 0..<count {
      let end = earliest[index] + tasks[index].duration
      let old = parts[index]
      var new = Part.none
      if latest[index] < end, trail.holds(tasks[index].presence) {
        new = Part(start: latest[index], end: end)
      }
      if old == new { continue }
      parts[index] = new
      changed.start = min(changed.start, old.start, new.start)
      if old != Part.none { changed.end = max(changed.end, old.end) }
      if new != Part.none { changed.end = max(changed.end, new.end) }
    }
    return changed
  }

  /// Adds up the certain stretches: a merge of their starts and ends, each in order.
  private func buildProfile() {
    for index in 0..<count {
      byPartStart.key[index] = parts[index].start
      byPartEnd.key[index] = parts[index].end
    }
    byPartStart.sortByKey()
    byPartEnd.sortByKey()
    stepCount = 0
    highest = 0
    var (starting, ending) = (0, 0)
    var height = 0
    while ending < count {
      let nextEnd = byPartEnd.key[byPartEnd[ending]]
      if nextEnd == Part.none.end { return }
      let nextStart = starting < count ? byPartStart.key[byPartStart[starting]] : Int.max
      let time = min(nextEnd, nextStart)
      if height > 0 { steps[stepCount - 1].end = time }
      while starting < count, byPartStart.key[byPartStart[starting]] == time {
        height += tasks[byPartStart[starting]].amount
        starting += 1
      }
      while ending < count, byPartEnd.key[byPartEnd[ending]] == time {
        height -= tasks[byPartEnd[ending]].amount
        ending += 1
      }
      if height > 0 {
        steps[stepCount] = Step(start: time, end: time, height: height)
        stepCount += 1
        highest = max(highest, height)
      }
    }
  }

  private func mirrorProfile() {
    var (first, last) = (0, stepCount - 1)
    while first <= last {
      let (a, b) = (steps[first], steps[last])
      steps[first] = Step(start: -b.end, end: -b.start, height: b.height)
      steps[last] = Step(start: -a.end, end: -a.start, height: a.height)
      first += 1
      last -= 1
    }
  }

  private func explainOverload(_ trail: inout Trail) {
    var place = 0
    while steps[place].height <= capacity { place += 1 }
    let time = steps[place].start + (steps[place].end - 1 - steps[place].start) / 2
    let mark = trail.openReason()
    explainHeight(tasks, at: time, atLeast: capacity + 1, except: -1, &trail)
    trail.fail(trail.closeReason(mark))
  }

  /// Adds why tasks hold `needed` units at an instant.
  private func explainHeight(
    _ view: Buffer<Task>, at time: Int, atLeast needed: Int, except skipped: Int,
    _ trail: inout Trail
  ) {
    var missing = needed
    for index in 0..<count where index != skipped && missing > 0 {
      let task = view[index]
      if trail.upper(task.start) <= time, trail.lower(task.end) > time, trail.holds(task.presence) {
        missing -= task.amount
        trail.premise(task.start <= time)
        trail.premise(task.end >= time + 1)
        trail.premise(task.presence)
      }
    }
  }

  /// Tightens the bounds of the tasks that may not fit any more.
  private func filter(
    _ view: Buffer<Task>, _ fits: Buffer<Bounds>, _ changed: Part, _ trail: inout Trail
  ) -> Bool {
    for index in 0..<count {
      if view[index].amount + highest <= capacity { continue }
      let bounds = Bounds(earliest: earliest[index], latest: latest[index])
      let end = bounds.earliest + view[index].duration
      if fits[index] == bounds, end <= changed.start || bounds.earliest >= changed.end { continue }
      fits[index] = Bounds.none
      let task = view[index]
      if task.duration == 0 || trail.fails(task.presence) { continue }
      if !trail.holds(task.presence) {
        if !exclude(view, index, &trail) { return false }
      } else if bounds.earliest != bounds.latest {
        if !push(view, index, &trail) { return false }
        if trail.lower(task.start) == bounds.earliest { fits[index] = bounds }
      }
    }
    return true
  }

  /// The first step that ends after an instant.
  @inline(__always) private func firstStep(endingAfter time: Int) -> Int {
    var low = 0
    var high = stepCount
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].end <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Moves a task's earliest start past the steps on which it does not fit.
  private func push(_ view: Buffer<Task>, _ index: Int, _ trail: inout Trail) -> Bool {
    let (duration, amount) = (view[index].duration, view[index].amount)
    let (latest, end) = (latest[index], earliest[index] + duration)
    var start = earliest[index]
    var place = firstStep(endingAfter: start)
    while place < stepCount, steps[place].start < start + duration {
      let step = steps[place]
      place += 1
      // Without the task's own part in it.
      let height = latest <= step.start && end >= step.end ? step.height - amount : step.height
      if height + amount <= capacity { continue }
      let task = view[index]
      while start < step.end, step.start < start + duration {
        let time = min(step.end, start + duration) - 1
        let mark = trail.openReason()
        explainHeight(view, at: time, atLeast: capacity + 1 - amount, except: index, &trail)
        trail.premise(task.end >= time + 1)
        trail.premise(task.presence)
        if !trail.infer(task.start >= time + 1, trail.closeReason(mark)) { return false }
        start = time + 1
      }
    }
    return true
  }

  /// Rules out an open task whose certain stretch does not fit.
  private func exclude(_ view: Buffer<Task>, _ index: Int, _ trail: inout Trail) -> Bool {
    let task = view[index]
    let (latest, end) = (trail.upper(task.start), trail.lower(task.end))
    if latest >= end { return true }
    for place in 0..<stepCount where steps[place].end > latest && steps[place].start < end {
      if steps[place].height + task.amount <= capacity { continue }
      let time = max(latest, steps[place].start)
      let mark = trail.openReason()
      explainHeight(
        view, at: time, atLeast: capacity + 1 - task.amount, except: index, &trail)
      trail.premise(task.start <= time)
      trail.premise(task.end >= time + 1)
      return trail.infer(task.presence.negated, trail.closeReason(mark))
    }
    return true
  }
}
