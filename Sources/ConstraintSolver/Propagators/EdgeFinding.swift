/// Tasks of which no two overlap: overload checking and edge finding.
///
/// Θ-Λ trees find a set of tasks for which there is not enough time, or not with one more task in
/// front of its end: that one comes after all of them, which becomes order literals, and
/// ``SerialPrecedences`` and the difference graph follow up on those. Runs last, in both directions of
/// time.
///
/// O(n log n) for n tasks. Explanations are the set's windows, widened by the slack. Vilím, "Global
/// Constraints in Scheduling" (2007), and "Computing Explanations for the Unary Resource Constraint"
/// (2005).
package final class EdgeFinding: Propagator {
  private let count: Int
  private let tasks: Buffer<Task>
  private let mirrored: Buffer<Task>
  private let before: OrderMatrix
  private let after: OrderMatrix
  private var tree: ThetaLambdaTree
  private let byStart: TaskOrder
  private let byEnd: TaskOrder
  private let mirroredByStart: TaskOrder
  private let mirroredByEnd: TaskOrder
  /// The place of each task in the order by start.
  private let leaf: Buffer<Int>
  /// Whether a task is in the set considered.
  private let isWhite: Buffer<Bool>
  private let terms: [Term]

  /// Creates the constraint for tasks of positive length; `before(i, j)` is a literal that implies
  /// that task i ends before task j starts.
  package init(_ tasks: [Task], before: (Int, Int) -> Literal?) {
    count = tasks.count
    self.tasks = Buffer(tasks)
    mirrored = Buffer(tasks.map(\.mirrored))
    self.before = OrderMatrix(height: count, width: count) { $0 == $1 ? nil : before($0, $1) }
    after = OrderMatrix(height: count, width: count) { $0 == $1 ? nil : before($1, $0) }
    tree = ThetaLambdaTree(capacity: count)
    byStart = TaskOrder(count: count)
    byEnd = TaskOrder(count: count)
    mirroredByStart = TaskOrder(count: count)
    mirroredByEnd = TaskOrder(count: count)
    leaf = Buffer(repeating: 0, count: count)
    isWhite = Buffer(repeating: false, count: count)
    terms = tasks.flatMap { [$0.start.term, $0.start.term.negated, $0.presence.term] }
  }

  deinit {
    tasks.deallocate()
    mirrored.deallocate()
    before.deallocate()
    after.deallocate()
    tree.deallocate()
    for order in [byStart, byEnd, mirroredByStart, mirroredByEnd] { order.deallocate() }
    leaf.deallocate()
    isWhite.deallocate()
  }

  override var priority: Priority { .last }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    run(Side(tasks, byStart, byEnd, before), &trail)
      && run(Side(mirrored, mirroredByStart, mirroredByEnd, after), &trail)
  }

  /// The tasks as seen in one direction of time.
  private struct Side {
    let tasks: Buffer<Task>
    let byStart: TaskOrder
    let byEnd: TaskOrder
    let before: OrderMatrix

    init(
      _ tasks: Buffer<Task>, _ byStart: TaskOrder, _ byEnd: TaskOrder, _ before: OrderMatrix
    ) {
      self.tasks = tasks
      self.byStart = byStart
      self.byEnd = byEnd
      self.before = before
    }

    func head(_ task: Int) -> Int { byStart.key[task] }
  }

  private func run(_ side: Side, _ trail: inout Trail) -> Bool {
    side.byStart.sortByStart(side.tasks, trail)
    side.byEnd.sortByEnd(side.tasks, trail)
    for place in 0..<count {
      leaf[side.byStart[place]] = place
      isWhite[place] = false
    }
    tree.clear(count)
    return fill(side, &trail) && empty(side, &trail)
  }

  /// Adds the tasks by latest end; a set that cannot end by then is overloaded.
  private func fill(_ side: Side, _ trail: inout Trail) -> Bool {
    for place in 0..<count {
      let task = side.byEnd[place]
      if !trail.holds(side.tasks[task].presence) { continue }
      isWhite[task] = true
      tree.insert(leaf[task], start: side.head(task), duration: side.tasks[task].duration)
      let deadline = side.byEnd.key[task]
      if tree.end > deadline {
        if let set = tightSet(side, extra: -1, deadline: deadline) {
          trail.fail(explain(side, set, extra: -1, deadline: deadline, &trail))
          return false
        }
      }
    }
    return true
  }

  /// Removes the tasks by latest end; one that does not fit before those left comes after them.
  private func empty(_ side: Side, _ trail: inout Trail) -> Bool {
    var place = count - 1
    while place > 0 {
      let leaving = side.byEnd[place]
      place -= 1
      if !isWhite[leaving] { continue }
      isWhite[leaving] = false
      tree.gray(
        leaf[leaving], start: side.head(leaving), duration: side.tasks[leaving].duration)
      while place >= 0, !isWhite[side.byEnd[place]] { place -= 1 }
      if place < 0 { break }
      let deadline = side.byEnd.key[side.byEnd[place]]
      while tree.grayEnd > deadline, tree.grayLeaf >= 0 {
        let task = side.byStart[tree.grayLeaf]
        if !placeLast(side, task, deadline, &trail) { return false }
        tree.remove(leaf[task])
      }
    }
    return true
  }

  /// A task does not fit in front of the white tasks' end: it comes after those of a set.
  private func placeLast(
    _ side: Side, _ task: Int, _ deadline: Int, _ trail: inout Trail
  ) -> Bool {
    guard let set = tightSet(side, extra: task, deadline: deadline) else { return true }
    var reason: Reason?
    for other in 0..<count where isWhite[other] && side.head(other) >= set.start {
      guard let literal = side.before.literal(other, task), !trail.holds(literal) else { continue }
      let known = reason ?? explain(side, set, extra: task, deadline: deadline, &trail)
      reason = known
      if !trail.infer(literal, known) { return false }
    }
    return true
  }

  /// The greatest start from which the white tasks, and the extra one, do not fit before a deadline;
  /// and by how much.
  private func tightSet(
    _ side: Side, extra: Int, deadline: Int
  ) -> (start: Int, excess: Int)? {
    var sum = extra >= 0 ? side.tasks[extra].duration : 0
    let latest = extra >= 0 ? side.head(extra) : Int.max
    var place = count
    while place > 0 {
      place -= 1
      let task = side.byStart[place]
      if !isWhite[task] { continue }
      sum += side.tasks[task].duration
      let start = min(side.head(task), latest)
      if start + sum > deadline { return (start, start + sum - deadline) }
    }
    return nil
  }

  private func explain(
    _ side: Side, _ set: (start: Int, excess: Int), extra: Int, deadline: Int,
    _ trail: inout Trail
  ) -> Reason {
    let mark = trail.openReason()
    // The windows may be wider by all but one of the excess.
    let start = set.start - (set.excess - 1)
    for other in 0..<count where isWhite[other] && side.head(other) >= set.start {
      trail.premise(side.tasks[other].start >= start)
      trail.premise(side.tasks[other].end <= deadline)
      trail.premise(side.tasks[other].presence)
    }
    if extra >= 0 {
      trail.premise(side.tasks[extra].start >= start)
      trail.premise(side.tasks[extra].presence)
    }
    return trail.closeReason(mark)
  }
}
