/// Tasks of which no two overlap: each comes after all its known predecessors together.
///
/// A pair's order is a literal with its own differences in the graph, which also sets the literal as
/// soon as one of the two orders no longer fits. This adds what a pair alone does not see: a task
/// starts no sooner than its predecessors, one after the other, can have ended. With the literals this
/// is at least as strong as detectable precedences. Tasks of no length are points that no other task
/// contains; they are pushed, but push nobody by more than their own differences do.
///
/// At most O(n·m) for n tasks, m of them of positive length. Vilím, "Global Constraints in
/// Scheduling" (2007).
package final class SerialPrecedences: Propagator {
  private let tasks: Buffer<Task>
  private let mirrored: Buffer<Task>
  /// For each task, which tasks of positive length come before it; and after it.
  private let predecessors: OrderMatrix
  private let successors: OrderMatrix
  /// The tasks of positive length by earliest start, in each direction of time.
  private let order: TaskOrder
  private let mirroredOrder: TaskOrder
  private let lengthy: Buffer<Task>
  private let mirroredLengthy: Buffer<Task>
  /// How far the tasks in front of each place reach at least.
  private let reach: Buffer<Int>
  private let terms: [Term]

  /// Creates the constraint; `before(i, j)` is a literal that implies that task i ends before task j
  /// starts, nil for a pair that needs no order.
  package init(_ tasks: [Task], before: (Int, Int) -> Literal?) {
    self.tasks = Buffer(tasks)
    mirrored = Buffer(tasks.map(\.mirrored))
    let indices = tasks.indices.filter { tasks[$0].duration > 0 }
    predecessors = OrderMatrix(height: tasks.count, width: indices.count) { task, other in
      task == indices[other] ? nil : before(indices[other], task)
    }
    successors = OrderMatrix(height: tasks.count, width: indices.count) { task, other in
      task == indices[other] ? nil : before(task, indices[other])
    }
    lengthy = Buffer(indices.map { tasks[$0] })
    mirroredLengthy = Buffer(indices.map { tasks[$0].mirrored })
    order = TaskOrder(count: indices.count)
    mirroredOrder = TaskOrder(count: indices.count)
    reach = Buffer(repeating: 0, count: indices.count + 1)
    terms =
      predecessors.terms + successors.terms
      + tasks.flatMap { [$0.start.term, $0.start.term.negated, $0.presence.term] }
  }

  deinit {
    for buffer in [tasks, mirrored, lengthy, mirroredLengthy] { buffer.deallocate() }
    predecessors.deallocate()
    successors.deallocate()
    order.deallocate()
    mirroredOrder.deallocate()
    reach.deallocate()
  }

  override var priority: Priority { .later }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    order.sortByStart(lengthy, trail)
    if !push(tasks, lengthy, order, predecessors, &trail) { return false }
    mirroredOrder.sortByStart(mirroredLengthy, trail)
    return push(mirrored, mirroredLengthy, mirroredOrder, successors, &trail)
  }

  /// Starts each task after the earliest completion of its known predecessors.
  ///
  /// That is the latest, over each of them, of its start plus the durations of those that start no
  /// sooner. The differences have seen to it that each has ended by the task's earliest start, so they
  /// all lie in front of it in the order; from there it goes back as long as it can matter.
  private func push(
    _ view: Buffer<Task>, _ lengthy: Buffer<Task>, _ order: TaskOrder,
    _ before: OrderMatrix, _ trail: inout Trail
  ) -> Bool {
    fillReach(lengthy, order)
    for index in 0..<view.count {
      let task = view[index]
      let start = trail.lower(task.start)
      if start == trail.upper(task.start) || !trail.holds(task.presence) { continue }
      let beyond = firstPlace(order, startingFrom: start)
      var place = beyond
      var work = 0
      var latest = (end: start, place: -1)
      while place > 0, reach[place] + work > latest.end {
        place -= 1
        let other = order[place]
        if !before.holds(index, other, trail) || !trail.holds(lengthy[other].presence) { continue }
        work += lengthy[other].duration
        if order.key[other] + work > latest.end { latest = (order.key[other] + work, place) }
      }
      if latest.place < 0 { continue }
      let first = order.key[order[latest.place]]
      let mark = trail.openReason()
      for place in latest.place..<beyond {
        let other = order[place]
        if !before.holds(index, other, trail) || !trail.holds(lengthy[other].presence) { continue }
        trail.premise(lengthy[other].start >= first)
        if let literal = before.literal(index, other) { trail.premise(literal) }
        trail.premise(lengthy[other].presence)
      }
      if !trail.infer(task.start >= latest.end, trail.closeReason(mark)) { return false }
    }
    return true
  }

  /// For each place, the earliest that all tasks in front of it can be completed, predecessors or not.
  private func fillReach(_ lengthy: Buffer<Task>, _ order: TaskOrder) {
    reach[0] = Int.min / 2
    for place in 0..<lengthy.count {
      let task = order[place]
      reach[place + 1] = max(reach[place], order.key[task]) + lengthy[task].duration
    }
  }

  /// The first place in an order of a task that starts no sooner than an instant.
  private func firstPlace(_ order: TaskOrder, startingFrom time: Int) -> Int {
    var low = 0
    var width = lengthy.count
    while width > 0 {
      let half = width / 2
      let isBefore = order.key[order[low + half]] < time
      low = isBefore ? low + half + 1 : low
      width = isBefore ? width - half - 1 : half
    }
    return low
  }
}
