/// Tasks of which no two overlap: each comes after all its known predecessors together.
///
/// A pair's order is a literal with its own differences in the graph, which also sets the literal as
/// soon as one of the two orders no longer fits. This adds what a pair alone does not see: a task
/// starts no sooner than its predecessors, one after the other, can have ended. With the literals this
/// is at least as strong as detectable precedences. Tasks of no length are points that no other task
/// contains; they are pushed, but push nobody by more than their own differences do.
///
/// O(n·m) for n tasks, m of them of positive length. Vilím, "Global Constraints in Scheduling" (2007).
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
  private let block: Buffer<Int>
  /// The present tasks of positive length by earliest start, as a run reads them row by row.
  private let present: Buffer<Present>
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
    block = Buffer(repeating: 0, count: indices.count)
    present = Buffer(
      repeating: Present(start: 0, length: 0, column: 0), count: indices.count)
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
    block.deallocate()
    present.deallocate()
  }

  override var priority: Priority { .later }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    order.sortByStart(lengthy, trail)
    if !push(tasks, lengthy, order, predecessors, &trail) { return false }
    mirroredOrder.sortByStart(mirroredLengthy, trail)
    return push(mirrored, mirroredLengthy, mirroredOrder, successors, &trail)
  }

  /// One entry of ``present``.
  private struct Present: BitwiseCopyable {
    var start: Int
    var length: Int
    var column: Int
  }

  /// Fills ``present`` and returns how many entries it has.
  private func gather(
    _ lengthy: Buffer<Task>, _ order: TaskOrder, _ trail: borrowing Trail
  ) -> Int {
    var count = 0
    for place in 0..<lengthy.count {
      let task = order[place]
      if !trail.holds(lengthy[task].presence) { continue }
      present[count] = Present(
        start: order.key[task], length: lengthy[task].duration, column: task)
      count += 1
    }
    return count
  }

  /// When a task's known predecessors among those that start before `limit`, one after the other,
  /// can have ended. Nearly all of a run's time is spent here: which pairs are decided looks random
  /// to a processor, so that nothing branches on it.
  @inline(__always)
  private func completion(
    _ row: Int, _ count: Int, before limit: Int, _ matrix: OrderMatrix, _ trail: borrowing Trail
  ) -> Int {
    var end = Int.min
    for place in 0..<count {
      let other = present[place]
      if other.start >= limit { break }
      let after = max(end, other.start) &+ other.length
      end = matrix.holds(row, other.column, trail) ? after : end
    }
    return end
  }

  /// Starts each task after the earliest completion of its known predecessors.
  private func push(
    _ view: Buffer<Task>, _ lengthy: Buffer<Task>, _ order: TaskOrder,
    _ before: OrderMatrix, _ trail: inout Trail
  ) -> Bool {
    let count = gather(lengthy, order, trail)
    for index in 0..<view.count {
      let task = view[index]
      let earliest = trail.lower(task.start)
      if earliest == trail.upper(task.start) || !trail.holds(task.presence) { continue }
      // A predecessor that starts as late as this has moved the task further by its own difference.
      if completion(index, count, before: earliest, before, trail) <= earliest { continue }
      var end = Int.min
      var length = 0
      for place in 0..<lengthy.count {
        let other = order[place]
        let start = order.key[other]
        // Whoever starts later than the target can does not come before it.
        if start > end, start >= trail.upper(task.start) { break }
        if !before.holds(index, other, trail) { continue }
        if !trail.holds(lengthy[other].presence) { continue }
        if start >= end {
          end = start
          length = 0
        }
        block[length] = other
        length += 1
        end += lengthy[other].duration
      }
      if length < 2 || end <= trail.lower(task.start) { continue }
      let start = order.key[block[0]]
      let mark = trail.openReason()
      for place in 0..<length {
        let other = block[place]
        trail.premise(lengthy[other].start >= start)
        if let literal = before.literal(index, other) { trail.premise(literal) }
        trail.premise(lengthy[other].presence)
      }
      if !trail.infer(task.start >= end, trail.closeReason(mark)) { return false }
    }
    return true
  }
}
