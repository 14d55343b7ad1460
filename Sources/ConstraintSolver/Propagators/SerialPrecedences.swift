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
  private func push(
    _ view: Buffer<Task>, _ lengthy: Buffer<Task>, _ order: TaskOrder,
    _ before: OrderMatrix, _ trail: inout Trail
  ) -> Bool {
    for index in 0..<view.count {
      let task = view[index]
      if trail.lower(task.start) == trail.upper(task.start) || !trail.holds(task.presence) {
        continue
      }
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
