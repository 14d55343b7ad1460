/// Instants at which somebody must be at hand.
///
/// At a *point* the units held by tasks that strictly contain it may be at most `limit`, one less
/// than there are; a task may start or end just there, and points do not hinder each other. A point
/// is thus a task of no length against the others' interiors, and the profile of those interiors
/// (latest start < t < earliest end) filters points as time-tabling filters tasks; a fixed point that
/// is full pushes the other tasks off itself. Pointwise explanations. O((n + p) n) for n tasks and p
/// points, each step of the profile counted once.
package final class SwitchPoints: Propagator {
  /// An instant, and whether somebody must be at hand then.
  package struct Point: BitwiseCopyable, Sendable {
    /// The instant.
    package var time: Moment
    /// Whether it counts.
    package var presence: Literal

    /// Creates a point.
    package init(time: Moment, presence: Literal = .always) {
      self.time = time
      self.presence = presence
    }
  }

  private let points: Buffer<Point>
  private let tasks: Buffer<Task>
  private let mirroredPoints: Buffer<Point>
  private let mirroredTasks: Buffer<Task>
  private let limit: Int
  private let terms: [Term]

  /// Creates the constraint; `limit` is what tasks may hold around a point.
  package init(_ points: [Point], among tasks: [Task], limit: Int) {
    self.points = Buffer(points)
    self.tasks = Buffer(tasks)
    mirroredPoints = Buffer(points.map { Point(time: $0.time.negated, presence: $0.presence) })
    mirroredTasks = Buffer(tasks.map(\.mirrored))
    self.limit = limit
    terms =
      points.flatMap { [$0.time.term, $0.time.term.negated, $0.presence.term] }
      + tasks.flatMap { [$0.start.term, $0.start.term.negated, $0.presence.term] }
  }

  deinit {
    points.deallocate()
    tasks.deallocate()
    mirroredPoints.deallocate()
    mirroredTasks.deallocate()
  }

  override var priority: Priority { .later }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    for index in 0..<points.count where !trail.fails(points[index].presence) {
      if !push(points[index], tasks, &trail) { return false }
      if !push(mirroredPoints[index], mirroredTasks, &trail) { return false }
    }
    for index in 0..<points.count where trail.holds(points[index].presence) {
      let point = points[index].time
      if trail.lower(point) == trail.upper(point), !clear(points[index], &trail) { return false }
    }
    return true
  }

  /// Whether a task strictly contains an instant for certain.
  @inline(__always)
  private func contains(_ task: Task, _ time: Int, _ trail: borrowing Trail) -> Bool {
    trail.upper(task.start) < time && trail.lower(task.end) > time && trail.holds(task.presence)
  }

  /// The units held strictly around an instant, and how long at least they stay so.
  private func load(
    _ tasks: Buffer<Task>, at time: Int, _ trail: borrowing Trail
  ) -> (units: Int, until: Int) {
    var units = 0
    var until = Int.max
    for index in 0..<tasks.count where contains(tasks[index], time, trail) {
      units += tasks[index].amount
      until = min(until, trail.lower(tasks[index].end))
    }
    return (units, until)
  }

  /// Moves a point's earliest instant to one where somebody may be at hand.
  private func push(_ point: Point, _ tasks: Buffer<Task>, _ trail: inout Trail) -> Bool {
    var time = trail.lower(point.time)
    let latest = trail.upper(point.time)
    while time <= latest {
      let load = load(tasks, at: time, trail)
      if load.units <= limit { return true }
      if trail.holds(point.presence) {
        let mark = trail.openReason()
        explain(tasks, from: time, to: load.until - 1, &trail)
        trail.premise(point.time >= time)
        trail.premise(point.presence)
        let reason = trail.closeReason(mark)
        if !trail.infer(point.time >= load.until, reason) { return false }
      } else if time == latest {
        let mark = trail.openReason()
        explain(tasks, from: time, to: time, &trail)
        trail.premise(point.time >= time)
        trail.premise(point.time <= time)
        return trail.infer(point.presence.negated, trail.closeReason(mark))
      } else {
        return true
      }
      time = load.until
    }
    return true
  }

  /// Adds why the tasks hold more than the limit strictly around all of a stretch.
  private func explain(_ tasks: Buffer<Task>, from: Int, to: Int, _ trail: inout Trail) {
    var missing = limit + 1
    for index in 0..<tasks.count where missing > 0 && contains(tasks[index], from, trail) {
      missing -= tasks[index].amount
      trail.premise(tasks[index].start <= from - 1)
      trail.premise(tasks[index].end >= to + 1)
      trail.premise(tasks[index].presence)
    }
  }

  /// Keeps the other tasks off a fixed point that no more may contain.
  private func clear(_ point: Point, _ trail: inout Trail) -> Bool {
    let time = trail.lower(point.time)
    let units = load(tasks, at: time, trail).units
    for index in 0..<tasks.count {
      let task = tasks[index]
      if task.duration < 2 || trail.fails(task.presence) || contains(task, time, trail) { continue }
      if units + task.amount <= limit { continue }
      let startsBefore = trail.upper(task.start) < time
      let endsAfter = trail.lower(task.end) > time
      if !startsBefore && !endsAfter { continue }
      let isPresent = trail.holds(task.presence)
      if !isPresent, !(startsBefore && endsAfter) { continue }
      let away = startsBefore ? task.end <= time : task.start >= time
      let conclusion = isPresent ? away : task.presence.negated
      // Most tasks are off the point already.
      if trail.holds(conclusion) { continue }
      let mark = trail.openReason()
      explainRoom(for: task, at: time, &trail)
      trail.premise(point.time >= time)
      trail.premise(point.time <= time)
      trail.premise(point.presence)
      if startsBefore { trail.premise(task.start <= time - 1) }
      if endsAfter { trail.premise(task.end >= time + 1) }
      if isPresent { trail.premise(task.presence) }
      if !trail.infer(conclusion, trail.closeReason(mark)) { return false }
    }
    return true
  }

  /// Adds why one more task's amount does not fit around an instant.
  private func explainRoom(for task: Task, at time: Int, _ trail: inout Trail) {
    var missing = limit + 1 - task.amount
    for index in 0..<tasks.count where missing > 0 && contains(tasks[index], time, trail) {
      missing -= tasks[index].amount
      trail.premise(tasks[index].start <= time - 1)
      trail.premise(tasks[index].end >= time + 1)
      trail.premise(tasks[index].presence)
    }
  }
}
