/// Tasks that hold units of one resource: at every instant at most `capacity` in all.
///
/// Time-tabling: where a task's latest start lies before its earliest end it holds its units
/// certainly; these stretches add up to a profile, and no task fits where the profile leaves too
/// little. Explanations are pointwise (Schutt, Feydy, Stuckey & Wallace, "Explaining the cumulative
/// propagator", 2011): one instant of the profile, and of the tasks there only as many as it takes.
/// O(n log n + n·s) for n tasks and s steps of the profile.
package final class Cumulative: Propagator {
  private let tasks: Buffer<Task>
  private let mirrored: Buffer<Task>
  private let capacity: Int
  private let terms: [Term]
  private let events: Buffer<Event>
  private let steps: Buffer<Step>
  private var stepCount = 0
  /// The greatest height of a step.
  private var peak = 0

  private struct Event: BitwiseCopyable {
    var time: Int
    var change: Int
  }

  /// A maximal stretch of constant height above 0.
  private struct Step: BitwiseCopyable {
    var start: Int
    var end: Int
    var height: Int
  }

  /// Creates the constraint.
  package init(_ tasks: [Task], capacity: Int) {
    self.tasks = Buffer(tasks)
    mirrored = Buffer(tasks.map(\.mirrored))
    self.capacity = capacity
    events = Buffer(repeating: Event(time: 0, change: 0), count: 2 * tasks.count)
    steps = Buffer(repeating: Step(start: 0, end: 0, height: 0), count: 2 * tasks.count)
    terms = tasks.flatMap { [$0.start.term, $0.start.term.negated, $0.presence.term] }
  }

  deinit {
    tasks.deallocate()
    mirrored.deallocate()
    events.deallocate()
    steps.deallocate()
  }

  override var priority: Priority { .later }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    buildProfile(trail)
    if stepCount == 0 { return true }
    if !checkOverload(&trail) || !filter(tasks, &trail) { return false }
    mirrorProfile()
    return filter(mirrored, &trail)
  }

  private func buildProfile(_ trail: borrowing Trail) {
    var count = 0
    for index in 0..<tasks.count {
      let task = tasks[index]
      let (latest, end) = (trail.upper(task.start), trail.lower(task.end))
      if latest < end, trail.holds(task.presence) {
        events[count] = Event(time: latest, change: task.amount)
        events[count + 1] = Event(time: end, change: -task.amount)
        count += 2
      }
    }
    events.insertionSort(count) { $0.time }
    stepCount = 0
    peak = 0
    var height = 0
    var index = 0
    while index < count {
      let time = events[index].time
      if height > 0, stepCount > 0 { steps[stepCount - 1].end = time }
      while index < count, events[index].time == time {
        height += events[index].change
        index += 1
      }
      if height > 0 {
        steps[stepCount] = Step(start: time, end: time, height: height)
        stepCount += 1
        peak = max(peak, height)
      }
    }
  }

  /// Turns the profile round: what it says still holds, though bounds may have tightened since.
  private func mirrorProfile() {
    for index in 0..<(stepCount + 1) / 2 {
      let (first, last) = (steps[index], steps[stepCount - 1 - index])
      steps[index] = Step(start: -last.end, end: -last.start, height: last.height)
      steps[stepCount - 1 - index] = Step(
        start: -first.end, end: -first.start, height: first.height)
    }
  }

  private func checkOverload(_ trail: inout Trail) -> Bool {
    if peak <= capacity { return true }
    for index in 0..<stepCount where steps[index].height > capacity {
      let time = steps[index].start + (steps[index].end - 1 - steps[index].start) / 2
      let mark = trail.openReason()
      explainHeight(tasks, at: time, atLeast: capacity + 1, except: -1, &trail)
      trail.fail(trail.closeReason(mark))
      return false
    }
    return true
  }

  /// Adds why tasks hold `needed` units at an instant.
  private func explainHeight(
    _ view: Buffer<Task>, at time: Int, atLeast needed: Int, except skipped: Int,
    _ trail: inout Trail
  ) {
    var missing = needed
    for index in 0..<view.count where index != skipped && missing > 0 {
      let task = view[index]
      if trail.upper(task.start) <= time, trail.lower(task.end) > time, trail.holds(task.presence) {
        missing -= task.amount
        trail.premise(task.start <= time)
        trail.premise(task.end >= time + 1)
        trail.premise(task.presence)
      }
    }
  }

  private func filter(_ view: Buffer<Task>, _ trail: inout Trail) -> Bool {
    for index in 0..<view.count {
      let task = view[index]
      if peak + task.amount <= capacity || task.duration == 0 || trail.fails(task.presence) {
        continue
      }
      if trail.holds(task.presence) {
        if trail.lower(task.start) != trail.upper(task.start), !push(view, index, &trail) {
          return false
        }
      } else if !exclude(view, index, &trail) {
        return false
      }
    }
    return true
  }

  /// The height of a step without a task's own part in it.
  private func height(_ step: Step, without task: Task, _ trail: borrowing Trail) -> Int {
    let isPart = trail.upper(task.start) <= step.start && trail.lower(task.end) >= step.end
    return isPart && trail.holds(task.presence) ? step.height - task.amount : step.height
  }

  /// Moves a task's earliest start past the steps on which it does not fit.
  private func push(_ view: Buffer<Task>, _ index: Int, _ trail: inout Trail) -> Bool {
    let task = view[index]
    for place in 0..<stepCount {
      let step = steps[place]
      if step.end <= trail.lower(task.start) { continue }
      if step.start >= trail.lower(task.end) { break }
      if height(step, without: task, trail) + task.amount <= capacity { continue }
      while trail.lower(task.start) < step.end, step.start < trail.lower(task.end) {
        let time = min(step.end, trail.lower(task.end)) - 1
        let mark = trail.openReason()
        explainHeight(
          view, at: time, atLeast: capacity + 1 - task.amount, except: index, &trail)
        trail.premise(task.end >= time + 1)
        trail.premise(task.presence)
        if !trail.infer(task.start >= time + 1, trail.closeReason(mark)) { return false }
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
